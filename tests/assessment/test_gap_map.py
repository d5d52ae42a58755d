"""Each cell holds the studies that measured its outcome, and empty cells say what is known of them."""

from pathlib import Path

import pytest

from resilience.assessment.gap_map import gap_map, was_looked_for
from resilience.evidence import load
from resilience.evidence.joins import Joins
from resilience.records.vocabulary import Direction, Tier

BASE = load(Path(__file__).parents[2])
JOINS = Joins(BASE)
CELLS = gap_map(BASE, JOINS)


def test_studies_in_cells_are_the_triples_of_study_type_and_outcome() -> None:
    there = {
        (study.key, slug, one.category)
        for study in BASE.studies.values()
        for slug in study.types
        for one in study.outcomes
    }
    shown = [
        (study.key, cell.type, cell.outcome)
        for cells in CELLS.values()
        for cell in cells
        for study in (*cell.studies, *cell.unclear)
    ]
    assert len(shown) == len(set(shown))
    assert set(shown) == there


def test_every_type_has_a_cell_for_every_outcome() -> None:
    assert list(CELLS) == list(BASE.types)
    assert all([cell.outcome for cell in cells] == list(BASE.outcomes) for cells in CELLS.values())


def test_only_clear_directions_count() -> None:
    for cells in CELLS.values():
        for cell in cells:
            assert all(study.direction is Direction.UNCLEAR for study in cell.unclear)
            assert sum(cell.directions.values()) == sum(cell.tiers.values()) == len(cell.studies)
            assert Direction.UNCLEAR not in cell.directions


@pytest.mark.parametrize(
    ("slug", "looked"),
    [("befriending", True), ("clean-streets", False), ("community-events", False), ("green-space", True)],
)
def test_empty_cells_are_told_apart(slug: str, looked: bool) -> None:
    assert was_looked_for(JOINS, slug) is looked
    assert all(cell.looked_for is looked for cell in CELLS[slug])


def test_a_cell_counted_by_hand() -> None:
    cell = next(cell for cell in CELLS["befriending"] if cell.outcome == "cost-effectiveness")
    keys = {study.key for study in (*cell.studies, *cell.unclear)}
    assert keys == {
        "charlesworth-2008-becca-economic",
        "knapp-2010-building-community-capacity",
        "mcdaid-2017-economic-case-loneliness",
    }
    assert cell.tiers[Tier.REVIEW] <= 1
