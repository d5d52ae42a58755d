"""The logic model of what a neighbourhood mainly did, put together from what records say and nothing else."""

from collections import Counter

from resilience.figures.diagrams import Arrow, LogicModel, LogicStage, Step
from resilience.findings.gap_map import Cell
from resilience.findings.votes import columns_of
from resilience.places.initiative import RULE, activities_of_type, main_types
from resilience.records.english import listing
from resilience.records.neighbourhood import Neighbourhood
from resilience.records.vocabulary import Direction, SystemProperty
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, Drawing, paragraph
from resilience.site.pages.common import Pages
from resilience.site.pages.rating import aims_in_words

NOTE = (
    "A dashed arrow has no study behind it. "
    "No record ties a finding to one activity, or a property to an outcome: "
    "the picture puts what records say in order, and proves nothing about this place."
)
DID, FOUND, MEASURED = (
    "What people did",
    "What they found, by system property",
    "What studies of this type measured, elsewhere",
)
UNTIED = "no finding is tied to one activity"


def logic(pages: Pages, place: Neighbourhood) -> list[Block | None]:
    """Draw activity, system properties and outcomes, with how sure each step is."""
    types = main_types(pages, place)
    if not types:
        return [paragraph("No activity has a type that was coded or approved, so there is nothing to draw.")]
    numbers = {slug: len(found) for slug, found in activities_of_type(pages, place).items()}
    properties = Counter(finding.property for finding in place.findings)
    cells = {slug: _measured(pages, slug) for slug in types}
    stages = (
        LogicStage(DID, tuple(f"{_label(pages, slug)}: {_activities(numbers[slug])}" for slug in types)),
        LogicStage(
            FOUND,
            tuple(f"{one.label}: {words.count(properties[one], 'finding')}" for one in _in_order(properties)),
        ),
        LogicStage(
            MEASURED,
            tuple(text for slug in types for text in _boxes(pages, slug, cells[slug], len(types) > 1)),
        ),
    )
    arrows = (
        Arrow(f"The neighbourhood's own account, not rated: {UNTIED}", is_unstudied=True),
        Arrow(" ".join(_strength(pages, slug) for slug in types), is_unstudied=not any(cells.values())),
    )
    model = LogicModel(stages, arrows, tuple(_steps(pages, types, properties, cells)))
    title = f"{place.name}: from what was done to what may come of it"
    return [paragraph(RULE), Drawing("logic", title, _sentence(pages, place, types), NOTE, (), (model,))]


def _measured(pages: Pages, slug: str) -> list[Cell]:
    """Give the outcomes with a study of the activity; what people live with is no activity."""
    cells = pages.gap_map[slug]
    return [cell for cell in cells if cell.studies]


def _boxes(pages: Pages, slug: str, cells: list[Cell], is_named: bool) -> list[str]:
    name = f" ({_label(pages, slug).lower()})" if is_named else ""
    if not cells:
        return [f"Not known{name}: no study with a result is on record"]
    return [f"{columns_of(pages.base)[cell.outcome]}{name}: {_directions(cell)}" for cell in cells]


def _directions(cell: Cell) -> str:
    found = Counter(study.direction for study in cell.studies)
    said = [f"{found[one]} {one.label.lower()}" for one in Direction if found[one]]
    return f"{', '.join(said)} ({words.count(found.total(), 'study', 'studies')})"


def _strength(pages: Pages, slug: str) -> str:
    return f"{_label(pages, slug)}: {_level(pages, slug)}."


def _level(pages: Pages, slug: str) -> str:
    return aims_in_words(pages, slug)


def _steps(
    pages: Pages, types: list[str], properties: Counter[SystemProperty], cells: dict[str, list[Cell]]
) -> list[Step]:
    """List each step for the table."""
    found = [
        Step(
            _label(pages, slug),
            one.label,
            "own account, not rated",
            f"{words.count(properties[one], 'finding')} of the neighbourhood; {UNTIED}",
        )
        for slug in types
        for one in _in_order(properties)
    ]
    for slug in types:
        sure = _level(pages, slug)
        found += [
            Step(_label(pages, slug), columns_of(pages.base)[cell.outcome], sure, _directions(cell))
            for cell in cells[slug]
        ]
        if not cells[slug]:
            found.append(Step(_label(pages, slug), "not known", sure, "no study with a result on record"))
    return found


def _sentence(pages: Pages, place: Neighbourhood, types: list[str]) -> str:
    properties = [one.label.lower() for one in _in_order(Counter(item.property for item in place.findings))]
    named = listing([f"{_label(pages, slug).lower()} ({_level(pages, slug)})" for slug in types])
    return (
        f"The main initiative of {place.name} was {named}; "
        f"its own account has findings on {listing(properties) or 'no property'}."
    )


def _in_order(properties: Counter[SystemProperty]) -> list[SystemProperty]:
    return [one for one in SystemProperty if properties[one]]


def _label(pages: Pages, slug: str) -> str:
    return pages.base.types[slug].label


def _activities(n: int) -> str:
    return words.count(n, "activity", "activities")
