"""Over places of all nations on record, no activity gains by a need that no figure tells."""

from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import pytest

from resilience.appraisal import NEED, Group, Place, Ranking, Tier, options_of, places_of, rank, rules_of
from resilience.findings import load
from resilience.records.vocabulary import Nation

FINDINGS = load(Path(__file__).parents[2])
# Fewer tries: a share over many places needs no steady one in each, but a dozen lead by chance.
RULES = replace(rules_of(FINDINGS), tries=200)
OPTIONS = {nation: options_of(FINDINGS, nation) for nation in Nation}
GROUPS = tuple(FINDINGS.base.outcome_groups)
MOST = 0.1
SEED, SAMPLE = 2026, 75


def _sampled(nation: Nation) -> list[Place]:
    places = places_of(FINDINGS)
    return [places.of(code) for code in Random(SEED).sample(places.codes(nation), SAMPLE)]


PLACES = {nation: _sampled(nation) for nation in Nation}


@cache
def rankings(nation: Nation, outcomes: tuple[str, ...]) -> list[Ranking]:
    return [rank(OPTIONS[nation], place.percentiles, Group(outcomes), RULES) for place in PLACES[nation]]


@pytest.mark.parametrize("outcomes", [*((group,) for group in GROUPS), GROUPS[:3]], ids="-".join)
@pytest.mark.parametrize("nation", Nation)
def test_none_without_a_need_figure_leads_in_more_than_a_tenth_of_places(
    nation: Nation, outcomes: tuple[str, ...]
) -> None:
    found = rankings(nation, outcomes)
    leading = Counter(
        one.option.slug for ranking in found for one in ranking.of(Tier.LEADS) if NEED in one.gaps
    )
    assert {slug: n for slug, n in leading.items() if n > MOST * SAMPLE} == {}


@pytest.mark.parametrize("outcome", GROUPS)
@pytest.mark.parametrize("nation", Nation)
def test_nor_is_it_first_by_score_unless_by_evidence_alone(nation: Nation, outcome: str) -> None:
    """What stands in for its need is the mean of the place, which lifts nothing above better evidence."""
    lifted: Counter[str] = Counter()
    for ranking in rankings(nation, (outcome,)):
        first = max(ranking.ranked, key=lambda one: one.score.mid)
        evidence = {one.option.slug: one.spans[outcome].mid for one in ranking.ranked if outcome in one.spans}
        if NEED in first.gaps and evidence.get(first.option.slug, 0) < max(evidence.values(), default=0):
            lifted[first.option.slug] += 1
    assert {slug: n for slug, n in lifted.items() if n > MOST * SAMPLE} == {}
