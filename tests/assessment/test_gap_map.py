"""Each cell holds the studies that measured its outcome, and empty cells say what is known of them."""

from pathlib import Path

import pytest

from resilience.assessment.gap_map import NO_TYPE, directions_of, gap_map, tiers_in, was_looked_for
from resilience.assessment.study_facts import has_result
from resilience.evidence import EvidenceBase, load
from resilience.evidence.joins import Joins
from resilience.records.vocabulary import Direction, Tier

BASE = load(Path(__file__).parents[2])
JOINS = Joins(BASE)
CELLS = gap_map(BASE, JOINS)


SHOWN = [(one.key, cell) for cells in CELLS.values() for cell in cells for one in cell.seen]


def test_studies_in_cells_are_the_triples_of_study_type_and_outcome() -> None:
    there = {
        (study.key, slug, one.category)
        for study in BASE.studies.values()
        for slug in study.types or (NO_TYPE,)
        for one in study.outcomes
    }
    shown = [(key, cell.type, cell.outcome) for key, cell in SHOWN]
    assert len(shown) == len(set(shown))
    assert set(shown) == there


def test_every_study_with_a_result_counts_somewhere() -> None:
    counted = {
        one.key for cells in CELLS.values() for cell in cells for one in (*cell.studies, *cell.exposures)
    }
    assert counted == {study.key for study in BASE.studies.values() if has_result(study)}


def test_every_type_has_a_cell_for_every_outcome() -> None:
    assert list(CELLS) == [*BASE.types, NO_TYPE]
    assert all([cell.outcome for cell in cells] == list(BASE.outcomes) for cells in CELLS.values())


def test_each_study_in_a_cell_is_of_an_activity_or_an_exposure_or_unclear() -> None:
    for cells in CELLS.values():
        for cell in cells:
            parts = (*cell.studies, *cell.exposures, *cell.unclear)
            assert sorted(one.key for one in parts) == sorted(one.key for one in cell.seen)
            assert all(study.direction is Direction.UNCLEAR for study in cell.unclear)
            assert Direction.UNCLEAR not in directions_of((*cell.studies, *cell.exposures))


def test_a_small_map_counted_by_hand(small_base: EvidenceBase) -> None:
    cells = gap_map(small_base, Joins(small_base))
    held = {
        (cell.type, cell.outcome): tuple(
            [one.key for one in part] for part in (cell.studies, cell.exposures, cell.unclear)
        )
        for row in cells.values()
        for cell in row
        if cell.seen
    }
    assert held == {
        ("green-space", "mental-health"): (["mixed-uk", "trial-uk"], ["cold-exposure"], ["review-unclear"]),
        ("green-space", "loneliness"): (["mixed-uk"], [], []),
        ("befriending", "mental-health"): (["mixed-uk"], [], []),
        ("befriending", "loneliness"): (["mixed-uk"], [], []),
        (NO_TYPE, "mental-health"): (["women-india"], [], []),
    }
    green = next(cell for cell in cells["green-space"] if cell.outcome == "mental-health")
    assert directions_of(green.studies) == {Direction.BENEFIT: 1, Direction.MIXED: 1}
    assert tiers_in(green.studies) == {Tier.TRIAL: 2}
    looked = {slug for slug, row in cells.items() if row[0].looked_for}
    assert looked == {"green-space", "befriending", "credit-unions"}


@pytest.mark.parametrize(
    ("slug", "looked"),
    [("befriending", True), ("clean-streets", False), ("community-events", False), ("green-space", True)],
)
def test_empty_cells_are_told_apart(slug: str, looked: bool) -> None:
    assert was_looked_for(JOINS, slug) is looked
    assert all(cell.looked_for is looked for cell in CELLS[slug])


def test_a_cell_counted_by_hand() -> None:
    cell = next(cell for cell in CELLS["befriending"] if cell.outcome == "cost-effectiveness")
    keys = {study.key for study in cell.seen}
    assert keys == {
        "charlesworth-2008-becca-economic",
        "knapp-2010-building-community-capacity",
        "mcdaid-2017-economic-case-loneliness",
    }
