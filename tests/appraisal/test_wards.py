"""Over all wards on record, no activity gains by a need that no figure tells."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from resilience.appraisal import NEED, Group, Ranking, Tier, options_of, places_of, rank, rules_of
from resilience.findings import load

FINDINGS = load(Path(__file__).parents[2])
# Few tries: a share over hundreds of wards needs no steady one in each.
RULES = replace(rules_of(FINDINGS), tries=12)
OPTIONS, WARDS = options_of(FINDINGS), places_of(FINDINGS).wards
GROUPS = tuple(FINDINGS.base.outcome_groups)
MOST = 0.1


def rankings(outcomes: tuple[str, ...]) -> list[Ranking]:
    return [rank(OPTIONS, ward.percentiles, Group(outcomes), RULES) for ward in WARDS]


def has_figures(outcome: str) -> int:
    return sum(bool(option.figures) for option in OPTIONS if option.is_about([outcome]))


@pytest.mark.parametrize("outcomes", [*((group,) for group in GROUPS), GROUPS[:3]], ids="-".join)
def test_none_without_a_need_figure_leads_in_more_than_a_tenth_of_wards(outcomes: tuple[str, ...]) -> None:
    found = rankings(outcomes)
    leading = Counter(
        one.option.slug for ranking in found for one in ranking.of(Tier.LEADS) if NEED in one.gaps
    )
    assert {slug: n for slug, n in leading.items() if n > MOST * len(WARDS)} == {}


@pytest.mark.parametrize("outcome", [group for group in GROUPS if has_figures(group) > 1])
def test_nor_is_it_first_by_score_with_the_mean_of_the_ward(outcome: str) -> None:
    """Where but one activity has a figure, as for having a say, others must come first by evidence alone."""
    firsts = Counter(
        best.option.slug
        for ranking in rankings((outcome,))
        if NEED in (best := max(ranking.ranked, key=lambda one: one.score.mid)).gaps
    )
    assert {slug: n for slug, n in firsts.items() if n > MOST * len(WARDS)} == {}
