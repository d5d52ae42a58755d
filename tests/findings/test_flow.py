from itertools import pairwise

from tests.frozen import book, sets

from resilience.evidence import EvidenceBase
from resilience.findings import Findings, coverage
from resilience.findings.flow import NOT_RECORDED, pooled_studies
from resilience.findings.votes import has_result

BASE = book()


def test_each_step_holds_no_more_than_the_one_before() -> None:
    numbers = [step.n for step in Findings(BASE).record_flow]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] == len(BASE.references)
    assert numbers[1] == len(BASE.studies)
    assert numbers[2] == sum(has_result(study) for study in BASE.studies.values())


def test_what_falls_to_the_side_is_the_difference() -> None:
    steps = Findings(BASE).record_flow
    for step, following in pairwise(steps):
        fell = sum(n for what, n in step.aside if n is not None and "among all" not in what)
        assert step.n - fell == following.n


def test_a_small_flow_counted_by_hand(small_base: EvidenceBase) -> None:
    steps = Findings(small_base).record_flow
    assert [step.n for step in steps] == [10, 8, 7, 1, 1, 0, 0]
    assert steps[0].aside == (
        ("leads: no result was seen", 1),
        ("papers on ideas, without a result", 0),
        ("other works that pages cite", 1),
        (NOT_RECORDED, None),
    )


def test_a_small_flow_of_policies_counted_by_hand(small_base: EvidenceBase) -> None:
    steps = Findings(small_base).policy_flow
    assert [step.n for step in steps] == [4, 3, 2, 1]
    assert [step.aside[0][1] for step in steps[:-1]] == [1, 1, 1]


def test_small_coverage_counted_by_hand(small_base: EvidenceBase) -> None:
    places = coverage.places_by_type(Findings(small_base)).set_index(["row", "column"])["n"].to_dict()
    assert places == {
        ("Green space", coverage.UK): 2,
        ("Green space", coverage.NOT_SEEN): 2,
        ("Befriending", coverage.UK): 1,
        ("Credit unions", coverage.NOT_SEEN): 1,
        ("New affordable housing", coverage.UK): 2,
    }
    fair = coverage.fairness_by_type(Findings(small_base)).set_index(["row", "column"])["n"].to_dict()
    assert fair == {
        ("Green space", coverage.FAIR): 1,
        ("Green space", coverage.SILENT): 3,
        ("Befriending", coverage.SILENT): 1,
        ("Credit unions", coverage.SILENT): 1,
        ("New affordable housing", coverage.SILENT): 2,
    }


def test_pooled_studies_are_those_of_pooled_sets() -> None:
    found = pooled_studies(Findings(sets()).pools)
    assert "manandhar-2004-womens-groups-nepal" in found
    assert "mead-2010-befriending-depression" not in found


def test_designs_add_up_to_studies_and_types() -> None:
    pairs = sum(len(study.types) for study in BASE.studies.values())
    assert coverage.designs_by_type(Findings(BASE))["n"].sum() == pairs


def test_places_add_up_and_few_are_put_together() -> None:
    places = coverage.places(Findings(BASE))
    assert places["n"].sum() == len(BASE.studies)
    assert (places.loc[places["label"] != coverage.OTHERS, "n"] >= coverage.FEWEST_NAMED).all()


def test_what_was_read_is_told_of_all_studies() -> None:
    reading = coverage.reading(Findings(BASE)).set_index("label")
    assert reading["n"].max() <= len(BASE.studies)
    assert reading.loc["With a number and its interval", "n"] >= Findings(BASE).record_flow[4].n
