"""What the evidence says of an activity, outcome by outcome, why, and what stands beside that."""

from resilience.findings.headline import Headline
from resilience.findings.ratings import RatedCell, RatedType
from resilience.findings.size_words import NoSize
from resilience.rating import Change, Step
from resilience.records.study import Study
from resilience.records.taxonomy import ActivityType
from resilience.records.vocabulary import Direction, Level
from resilience.site.pages import words
from resilience.site.pages.blocks import (
    Block,
    Box,
    Inline,
    Line,
    Link,
    Tag,
    Text,
    bullets,
    facts,
    paragraph,
    section,
    table,
)
from resilience.site.pages.common import Pages

METHOD = "book/methods/rating"
MOST_NAMED = 4
NO_EVIDENCE = "No study on record looked at any of these outcomes. Nobody may have looked in the right place."


def rating_tag(pages: Pages, level: Level) -> Tag:
    """Show a level, in words as well as by the look."""
    return Tag(_label(pages, level), ("badge", f"rating-{level}"))


def aims_with_size(pages: Pages, slug: str) -> list[Line]:
    """Give a line for each main aim: how sure we are, how big it is, and from what."""
    return [
        [Text(f"{cell.group.label}: "), rating_tag(pages, cell.level), *_size_line(pages, cell)]
        for cell in pages.ratings.of(slug).main
    ]


def _size_line(pages: Pages, cell: RatedCell) -> list[Line]:
    size = pages.size_of(cell)
    # The level has said so already.
    if size.why_not is NoSize.NOT_STUDIED:
        return []
    return [". ", *_size(pages, size), *(f" {caution}" for caution in size.cautions)]


def _size(pages: Pages, size: Headline) -> list[Line]:
    said: list[Line] = [size.says]
    if size.study:
        said += [" From: ", pages.study_link(size.study.key), f" ({size.rests_on})."]
    return said


def aims_tagged(pages: Pages, slug: str) -> list[Inline]:
    """Name the level of each main aim on one line; a table is sorted by the first of them."""
    parts: list[Inline] = []
    for cell in pages.ratings.of(slug).main:
        parts += [Text(f"{'; ' if parts else ''}{cell.group.label}: "), rating_tag(pages, cell.level)]
    return parts


def aims_in_words(pages: Pages, slug: str) -> str:
    """Say the level of each main aim, such as `money and bills: helps (promising evidence)`."""
    cells = pages.ratings.of(slug).main
    return "; ".join(f"{cell.group.label.lower()}: {_label(pages, cell.level).lower()}" for cell in cells)


def rating_section(pages: Pages, type_: ActivityType) -> list[Block | None]:
    """Say the level of each group of outcomes, why, what would change it, and what stands beside it."""
    rated = pages.ratings.of(type_.slug)
    if not rated.studied:
        return [paragraph(NO_EVIDENCE), facts(_beside(pages, rated))]
    return [
        _overview(pages, rated),
        *(section(cell.group.label, f"why-{cell.group.slug}", _why(pages, cell)) for cell in rated.studied),
        facts(_beside(pages, rated)),
        paragraph(["The rules are published: ", Link("how evidence is rated", METHOD), "."]),
    ]


def _overview(pages: Pages, rated: RatedType) -> Block:
    rows: list[tuple[Line, ...]] = [
        (
            Text(cell.group.label, strong=cell.is_main),
            rating_tag(pages, cell.level),
            votes_in_words(cell),
            "yes" if cell.is_main else "",
        )
        for cell in rated.cells.values()
    ]
    return table(
        "What the evidence says, outcome by outcome", ("Outcome", "Level", "Votes", "Main aim"), rows
    )


def votes_in_words(cell: RatedCell) -> str:
    """Count the evaluations and reviews of a cell by what they say."""
    weighed = cell.rating.weighed
    counts = [
        (direction.as_vote, [vote for vote in weighed.voters if vote.direction is direction])
        for direction in Direction
    ]
    said = [f"{len(found)} {word}" for word, found in counts if found]
    return ", ".join(said) or ("none that votes" if cell.votes else "none")


def _why(pages: Pages, cell: RatedCell) -> list[Block | None]:
    nothing = [_nothing_small(pages)]
    raised_by, lowered_by = cell.changes
    readings = [one for one in cell.readings if one.level is not cell.level]
    size = pages.size_of(cell)
    return [
        Box(
            (
                paragraph(rating_tag(pages, cell.level)),
                paragraph(pages.base.rating.of_level[cell.level].meaning),
            ),
            ("rating",),
        ),
        bullets([_step(pages, step) for step in cell.rating.steps]),
        facts(
            [
                ("How big", [_size(pages, size), *size.cautions, *size.about_scale]),
                ("What would raise it", [_change(pages, one) for one in raised_by] or nothing),
                ("What would lower it", [_change(pages, one) for one in lowered_by] or nothing),
                (
                    "Reads otherwise",
                    [f"{one.label}: {_label(pages, one.level).lower()}." for one in readings]
                    or "Under no other table, and with no cap switched off.",
                ),
            ]
        ),
    ]


def _nothing_small(pages: Pages) -> str:
    most = pages.base.rating.trials_tried
    return f"Nothing that we tried: up to {most} more trials, or all studies read in full."


def _step(pages: Pages, step: Step) -> Line:
    said: list[Line] = [Text(step.sentence, strong=step.fired)]
    return [*said, " ", *_links(pages, step.keys)] if step.keys else said


def _links(pages: Pages, keys: tuple[str, ...], most: int = MOST_NAMED) -> list[Line]:
    named = keys[:most]
    links: list[Line] = ["("]
    for place, key in enumerate(named):
        links += ["; "] if place else []
        links.append(pages.study_link(key))
    more = len(keys) - len(named)
    return [*links, f"; and {more} more below)" if more else ")"]


def _change(pages: Pages, change: Change) -> Line:
    return [f"{change.sentence}: ", _label(pages, change.level).lower(), "."]


def _label(pages: Pages, level: Level) -> str:
    return pages.base.rating.of_level[level].label


def _beside(pages: Pages, rated: RatedType) -> list[tuple[str, Line | None]]:
    """Give what is never blended into a level, each on a line of its own."""
    return [
        ("Equity", _statements(pages, rated.equity, "say whether better-off and worse-off people differ")),
        ("Cost", _statements(pages, rated.costs, "have a result on cost or value")),
        ("Local experience", _experience(pages, rated)),
        ("Left out of all groups", _left_out(pages, rated)),
    ]


def _statements(pages: Pages, studies: tuple[Study, ...], what: str) -> Line:
    if not studies:
        return "No study on record says so."
    count = words.count(len(studies), "study", "studies")
    links = _links(pages, tuple(study.key for study in studies))
    # A list would give each part a line of its own.
    return (f"{count} {what if len(studies) > 1 else _one(what)} ", *links, ".")


def _one(what: str) -> str:
    return what.replace("say ", "says ", 1).replace("have ", "has ", 1)


def _experience(pages: Pages, rated: RatedType) -> str:
    found = rated.experience
    places = {one.neighbourhood.name for one in found.places}
    said = [
        f"{found.grade.label}: {found.grade.meaning}",
        f"{words.count(len(found.policies), 'council policy', 'council policies')} on record, "
        f"{words.number(len(found.evaluated))} with an evaluation, "
        f"{words.number(len(found.monitored))} with monitoring figures.",
        f"{words.count(len(places), 'neighbourhood')} of the programme did it."
        if places
        else "No neighbourhood of the programme is known to have done it.",
    ]
    return " ".join(said)


def _left_out(pages: Pages, rated: RatedType) -> list[Line]:
    by_reason: dict[str, list[str]] = {}
    for one in rated.left_out:
        by_reason.setdefault(one.why, []).append(one.study.key)
    return [
        [f"{words.count(len(keys), 'study', 'studies')}: {why} ", *_links(pages, tuple(keys), len(keys)), "."]
        for why, keys in by_reason.items()
    ]
