"""What people did: in time where a year is on record, each with its type and what is known of that."""

from resilience.records.neighbourhood import Activity, Neighbourhood
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, Drawing, Inline, Line, Text, paragraph, table
from resilience.site.pages.common import Pages
from resilience.site.pages.rating import aims_in_words
from resilience.site.pages.status import status_cell

WITHOUT_YEAR = ("Activity", "Activity type", "Evidence for the type", "UK policies with it", "Source")
HEADER = ("Activity", "Year", *WITHOUT_YEAR[1:])
READING = (
    "The evidence is of studies of the type anywhere, not of what was done here. "
    "Policies are those on record, coded or approved with the type."
)
YEARS = "Sources give years only; each bar is the year within which it happened."


def activities(pages: Pages, place: Neighbourhood) -> list[Block | None]:
    """Draw and tabulate the activities with a year, and list the others apart."""
    dated = sorted((one for one in place.activities if one.year), key=lambda one: one.year or 0)
    undated = [one for one in place.activities if not one.year]
    told_of_time = any(one.year_note for one in undated)
    return [
        paragraph(_coding(place)),
        _time_line(place, dated) if dated else paragraph("No activity has a year on record."),
        table("Activities with a year on record", HEADER, [_row(pages, place, one) for one in dated]),
        table(
            "Activities without a year on record",
            HEADER if told_of_time else WITHOUT_YEAR,
            [_row(pages, place, one, with_year=told_of_time) for one in undated],
        ),
        paragraph(READING),
    ]


def _time_line(place: Neighbourhood, dated: list[Activity]) -> Block:
    rows = tuple((str(one.year), one.text) for one in dated)
    return Drawing("timeline", f"What people did in {place.name}, year by year", "", YEARS, rows)


def _row(
    pages: Pages, place: Neighbourhood, activity: Activity, *, with_year: bool = True
) -> tuple[Line, ...]:
    types = _types(pages, place, activity)
    return (
        activity.text,
        *([_year(activity)] if with_year else []),
        status_cell(pages, place.slug, activity),
        _either([Text(aims_in_words(pages, slug)) for slug in types]),
        _either([Text(words.number(len(pages.joins.policies_by_type.get(slug, [])))) for slug in types]),
        pages.source_line(activity.source),
    )


def _types(pages: Pages, place: Neighbourhood, activity: Activity) -> list[str]:
    """Name its type, or both where two passes disagreed and nobody has decided."""
    typed = pages.joins.typed_of(place.slug, activity)
    named = [typed.type] if typed.type else activity.disputed if typed.decision is None else None
    return [slug for slug in named or () if slug in pages.base.types]


def _either(parts: list[Inline]) -> Line:
    if not parts:
        return "no type, so not known"
    joined: list[Inline] = []
    for part in parts:
        joined += [Text(" or "), part] if joined else [part]
    return joined


def _year(activity: Activity) -> str:
    year = str(activity.year) if activity.year else words.NOT_SEEN
    return f"{year} ({activity.year_note})" if activity.year_note else year


def _coding(place: Neighbourhood) -> str:
    disputed = sum(activity.disputed is not None for activity in place.activities)
    coded = sum(activity.coded is not None for activity in place.activities) + disputed
    total = words.count(len(place.activities), "activity", "activities")
    which = f"each of the {total}" if coded == len(place.activities) else f"{coded} of the {total}"
    return (
        f"A language model gave {which} a type in two passes, working apart. "
        f"The passes disagreed on {disputed or 'none'}."
    )
