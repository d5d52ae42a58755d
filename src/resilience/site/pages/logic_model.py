"""The logic model of what a neighbourhood mainly did, put together from what records say and nothing else."""

from collections import Counter
from dataclasses import dataclass

from resilience.figures.diagrams import Arrow, LogicModel, LogicStage, Step
from resilience.findings.gap_map import Cell
from resilience.findings.votes import columns_of
from resilience.places.initiative import (
    ENQUIRY,
    RULE,
    activities_of_type,
    findings_by_property,
    main_types,
)
from resilience.planning.logic_notes import UNTIED
from resilience.records.neighbourhood import Neighbourhood
from resilience.records.vocabulary import Direction, SystemProperty
from resilience.site.pages import words
from resilience.site.pages.common import Pages
from resilience.site.pages.rating import aims_in_words
from resilience.site.wording.values import Drawing

DID, FOUND, MEASURED = (
    "What people did",
    "What they found, by system property",
    "What studies of this type measured, elsewhere",
)


@dataclass(frozen=True)
class Logic:
    """The picture, the rule by which the main initiative is told, and what the picture shows in words."""

    rule: str
    drawing: Drawing
    types: str
    properties: str


def logic_of(pages: Pages, place: Neighbourhood) -> Logic | None:
    """Draw activity, system properties and outcomes, with how sure each step is.

    None where people mainly enquired: an enquiry has no outcome of its own to draw.
    """
    types = [slug for slug in main_types(pages, place) if slug != ENQUIRY]
    if not types:
        return None
    properties = findings_by_property(place)
    return Logic(
        rule=RULE,
        drawing=Drawing("logic", "", "", "", (), (_model(pages, place, types, properties),)),
        types=words.listing([_label(pages, slug).lower() for slug in types]),
        properties=words.listing([one.label.lower() for one in properties]),
    )


def _model(
    pages: Pages, place: Neighbourhood, types: list[str], properties: dict[SystemProperty, int]
) -> LogicModel:
    numbers = {slug: len(found) for slug, found in activities_of_type(pages, place).items()}
    cells = {slug: [cell for cell in pages.gap_map[slug] if cell.studies] for slug in types}
    stages = (
        LogicStage(DID, tuple(f"{_label(pages, slug)}: {_activities(numbers[slug])}" for slug in types)),
        LogicStage(
            FOUND, tuple(f"{one.label}: {words.count(n, 'finding')}" for one, n in properties.items())
        ),
        LogicStage(
            MEASURED,
            tuple(text for slug in types for text in _boxes(pages, slug, cells[slug], len(types) > 1)),
        ),
    )
    levels = " ".join(f"{_label(pages, slug)}: {aims_in_words(pages, slug)}." for slug in types)
    arrows = (
        Arrow(f"The neighbourhood's own account, not rated: {UNTIED}", is_unstudied=True),
        Arrow(levels, is_unstudied=not any(cells.values())),
    )
    return LogicModel(stages, arrows, tuple(_steps(pages, types, properties, cells)))


def _boxes(pages: Pages, slug: str, cells: list[Cell], is_named: bool) -> list[str]:
    name = f" ({_label(pages, slug).lower()})" if is_named else ""
    if not cells:
        return [f"Not known{name}: no study with a result is on record"]
    return [f"{columns_of(pages.base)[cell.outcome]}{name}: {_directions(cell)}" for cell in cells]


def _directions(cell: Cell) -> str:
    found = Counter(study.direction for study in cell.studies)
    said = [f"{found[one]} {one.label.lower()}" for one in Direction if found[one]]
    return f"{', '.join(said)} ({words.count(found.total(), 'study', 'studies')})"


def _steps(
    pages: Pages, types: list[str], properties: dict[SystemProperty, int], cells: dict[str, list[Cell]]
) -> list[Step]:
    """List each step for the table."""
    found = [
        Step(
            _label(pages, slug),
            one.label,
            "own account, not rated",
            f"{words.count(n, 'finding')} of the neighbourhood; {UNTIED}",
        )
        for slug in types
        for one, n in properties.items()
    ]
    for slug in types:
        sure = aims_in_words(pages, slug)
        found += [
            Step(_label(pages, slug), columns_of(pages.base)[cell.outcome], sure, _directions(cell))
            for cell in cells[slug]
        ]
        if not cells[slug]:
            found.append(Step(_label(pages, slug), "not known", sure, "no study with a result on record"))
    return found


def _label(pages: Pages, slug: str) -> str:
    return pages.base.types[slug].label


def _activities(n: int) -> str:
    return words.count(n, "activity", "activities")
