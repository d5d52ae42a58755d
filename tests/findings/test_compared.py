"""Activities stand beside each other by the published order, and no chart mixes scales."""

from itertools import pairwise

import pytest
from tests.findings.sized import base_of
from tests.frozen import book, sets

from resilience.findings import Findings
from resilience.findings.compared import compared, shared_panels
from resilience.records.vocabulary import Level

VIEWS = {"book": Findings(book()), "sets": Findings(sets())}
SMD = {"metric": "SMD", "ci_low": -0.6, "ci_high": -0.1}
GROUP = "mind"


def result(value: float, **fields: object) -> dict[str, object]:
    """Give a result in standard units, where lower is better."""
    return {"effect": {**SMD, "value": value}, "better": "lower", **fields}


@pytest.mark.parametrize("name", VIEWS)
def test_the_surest_come_first_and_all_that_are_done_for_a_group_are_there(name: str) -> None:
    findings = VIEWS[name]
    levels = [level.slug for level in findings.base.rating.levels]
    for group in findings.base.outcome_groups:
        found = compared(findings, group)
        ranks = [levels.index(one.cell.level) for one in found]
        assert ranks == sorted(ranks)
        done_for_it = {slug for slug, type_ in findings.base.types.items() if group in type_.main_outcomes}
        assert {one.slug for one in found if one.cell.is_main} == done_for_it
        assert all(one.cell.is_main or one.cell.level is not Level.NONE for one in found)
        for one, after in pairwise(found):
            if one.cell.level == after.cell.level:
                assert one.cell.is_main >= after.cell.is_main


def test_the_larger_size_comes_first_whichever_end_is_better() -> None:
    lower = {"types": ["green-space"], "on_topic": {"green-space": "yes"}, "outcomes": [result(-0.5)]}
    higher = {
        "types": ["welfare-debt-advice"],
        "on_topic": {"welfare-debt-advice": "yes"},
        "outcomes": [
            {
                **result(0.8, better="higher"),
                "effect": {"metric": "SMD", "value": 0.8, "ci_low": 0.1, "ci_high": 1.5},
            }
        ],
    }
    findings = Findings(base_of({"lower": lower, "higher": higher}))
    found = [one for one in compared(findings, GROUP) if one.pairs is not None]
    assert [one.slug for one in found] == ["welfare-debt-advice", "green-space"]
    assert [f"about {round(one.pairs or 0)} of 100" in one.size.short for one in found] == [True, True]


def test_two_activities_on_one_result_are_drawn_once() -> None:
    both = ["green-space", "befriending"]
    shared = {"types": both, "on_topic": dict.fromkeys(both, "yes"), "outcomes": [result(-0.3)]}
    other = {
        "types": ["welfare-debt-advice"],
        "on_topic": {"welfare-debt-advice": "yes"},
        "outcomes": [result(-0.4)],
    }
    (panel,) = shared_panels(Findings(base_of({"shared": shared, "other": other})), GROUP)
    drawn = {one.study.key: types for one, types in zip(panel.panel.results, panel.types, strict=True)}
    assert drawn == {"shared": ("green-space", "befriending"), "other": ("welfare-debt-advice",)}
    assert shared_panels(Findings(base_of({"shared": shared})), GROUP) == ()


def test_what_was_found_for_the_opposite_is_in_no_chart() -> None:
    opposite = {"polarity": "reverse", "outcomes": [result(0.3, direction="harm")]}
    other = {
        "types": ["welfare-debt-advice"],
        "on_topic": {"welfare-debt-advice": "yes"},
        "outcomes": [result(-0.4)],
    }
    assert shared_panels(Findings(base_of({"opposite": opposite, "other": other})), GROUP) == ()
