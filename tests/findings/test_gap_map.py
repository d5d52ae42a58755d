"""Each cell holds the evaluations that measured its outcomes, and empty cells say what is known of them."""

import pytest
from tests.frozen import book

from resilience.evidence import EvidenceBase
from resilience.findings import Findings
from resilience.findings.gap_map import (
    NO_TYPE,
    directions_of,
    gap_map,
    is_elsewhere,
    tiers_in,
    was_looked_for,
    worth_filling,
)
from resilience.findings.votes import columns_of, has_result, speaks_to
from resilience.records.vocabulary import Direction, Tier

BASE = book()
JOINS = Findings(BASE).joins
CELLS = Findings(BASE).gap_map


def test_every_study_with_a_result_counts_somewhere() -> None:
    counted = {
        key
        for cells in CELLS.values()
        for cell in cells
        for one in (*cell.studies, *cell.exposures)
        for key in one.reports
    }
    telling = {study.key for study in BASE.studies.values() if has_result(study)}
    nowhere = telling - counted
    assert nowhere == set()


def test_every_type_has_a_cell_for_every_column() -> None:
    assert list(CELLS) == [*BASE.types, NO_TYPE]
    assert all([cell.outcome for cell in cells] == list(columns_of(BASE)) for cells in CELLS.values())


def test_a_cell_speaks_of_the_votes_of_its_level() -> None:
    ratings = Findings(BASE).ratings
    for slug in BASE.types:
        for cell in CELLS[slug]:
            if cell.outcome in BASE.outcome_groups:
                votes = ratings.of(slug).cells[cell.outcome].votes
                shown = [one for one in cell.seen if not one.of_exposure]
                assert [(vote.reports, vote.direction, vote.tier) for vote in votes] == [
                    (one.reports, one.direction.value, one.tier.value) for one in shown
                ]


def test_each_evaluation_in_a_cell_is_of_an_activity_or_an_exposure_or_tells_nothing() -> None:
    for cells in CELLS.values():
        for cell in cells:
            parts = (*cell.studies, *cell.exposures, *cell.not_told)
            assert sorted(one.reports for one in parts) == sorted(one.reports for one in cell.seen)
            assert Direction.NOT_TOLD not in directions_of((*cell.studies, *cell.exposures))


def test_what_is_off_topic_stands_under_none_of_the_activities() -> None:
    under_none = {key for cell in CELLS[NO_TYPE] for one in cell.seen for key in one.reports}
    assert under_none == {
        study.key
        for study in BASE.studies.values()
        if is_elsewhere(study) and any(speaks_to(one, NO_TYPE) for one in study.outcomes)
    }


def test_a_small_map_counted_by_hand(small_base: EvidenceBase) -> None:
    cells = gap_map(small_base, Findings(small_base).joins)
    held = {
        (cell.type, cell.outcome): tuple(
            [key for one in part for key in one.reports]
            for part in (cell.studies, cell.exposures, cell.not_told)
        )
        for row in cells.values()
        for cell in row
        if cell.seen
    }
    assert held == {
        ("green-space", "mind"): (["mixed-uk", "trial-uk"], ["cold-exposure"], ["review-not-told"]),
        ("green-space", "connection"): (["mixed-uk"], [], []),
        ("befriending", "mind"): (["mixed-uk"], [], []),
        ("befriending", "connection"): (["mixed-uk"], [], []),
        ("affordable-housing", "mind"): (["cut-again", "cut-uk"], [], []),
        (NO_TYPE, "mind"): (["off-topic", "women-india"], [], []),
    }
    green = next(cell for cell in cells["green-space"] if cell.outcome == "mind")
    assert directions_of(green.studies) == {Direction.BENEFIT: 1, Direction.MIXED: 1}
    assert tiers_in(green.studies) == {Tier.TRIAL: 2}
    cut = next(cell for cell in cells["affordable-housing"] if cell.outcome == "mind")
    assert directions_of(cut.studies) == {Direction.BENEFIT: 1}
    looked = {slug for slug, row in cells.items() if row[0].looked_for}
    assert looked == {"green-space", "befriending", "credit-unions", "affordable-housing"}


@pytest.mark.parametrize(
    ("slug", "looked"),
    [("befriending", True), ("food-security", True), ("living-wage", True), ("resident-led-enquiry", False)],
)
def test_empty_cells_are_told_apart(slug: str, looked: bool) -> None:
    assert was_looked_for(JOINS, slug) is looked
    assert all(cell.looked_for is looked for cell in CELLS[slug])


def test_a_cell_counted_by_hand() -> None:
    cell = next(cell for cell in CELLS["welfare-debt-advice"] if cell.outcome == "mind")
    assert [one.reports for one in cell.seen] == [
        ("haighton-2019-do-well-nihr", "howel-2019-do-well"),
        ("woodhead-2017-colocated-advice",),
    ]


def test_gaps_worth_filling_are_main_aims_without_a_comparison_most_councils_first() -> None:
    findings = Findings(book())
    councils = {slug: place for place, slug in enumerate(findings.base.types)}
    found = worth_filling(findings.base, findings.gap_map, councils, most=100)
    assert found
    assert len({gap.type for gap in found}) == len(found)
    assert found == sorted(found, key=lambda gap: (gap.measured, -gap.councils))
    for gap in found:
        cell = next(one for one in findings.gap_map[gap.type] if one.outcome == gap.outcome)
        assert gap.councils > 0
        assert gap.outcome in findings.base.types[gap.type].main_outcomes
        assert bool(cell.studies) == gap.measured
        assert all(one.tier is Tier.OTHER for one in cell.studies)
