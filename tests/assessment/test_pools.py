"""Sets are pooled as far as the rules allow; values known from the notes on the evidence come out again."""

from math import exp, log
from pathlib import Path

import pytest

from resilience.assessment.pool_members import members_of
from resilience.assessment.pools import PoolResult, pooled_members, result_of
from resilience.evidence import EvidenceBase, load
from resilience.records.pool import Pool
from resilience.records.vocabulary import PoolUse
from resilience.synthesis import Effects, Method, Pooled, pool

ROOT = Path(__file__).parents[2]
# Checks by DerSimonian and Laird, from the notes on the evidence: value, limits, I2.
KNOWN = {
    "womens-groups-neonatal-mortality": (0.79, 0.63, 0.98, 74),
    "nature-depressive-mood-smd": (-0.30, -0.52, -0.07, 86),
    "greenness-mental-health-or": (0.85, 0.78, 0.93, 98),
    "greenness-respiratory-mortality-iqr": (0.92, 0.91, 0.93, 0),
    "energy-poverty-depression-or": (1.59, 1.32, 1.90, 0),
    "warmth-selfrated-health-or": (0.49, 0.39, 0.63, 0),
    "warmth-respiratory-symptoms-or": (0.57, 0.47, 0.68, 0),
}


@pytest.fixture(scope="module")
def base() -> EvidenceBase:
    return load(ROOT)


def again(base: EvidenceBase, slug: str, method: Method) -> Pooled:
    chosen = pooled_members(members_of(base, base.pools[slug]))
    effects = [member.effect for member in chosen if member.effect]
    return pool(Effects.of([one.yi for one in effects], [one.vi for one in effects]), method)


@pytest.mark.parametrize("slug", KNOWN)
def test_known_values_come_out_again(base: EvidenceBase, slug: str) -> None:
    found = again(base, slug, Method.DL)
    value, low, high, i2 = KNOWN[slug]
    ends = [found.estimate, found.ci_low, found.ci_high]
    shown = ends if slug.endswith("smd") else [exp(end) for end in ends]
    assert shown == pytest.approx([value, low, high], abs=0.0051)
    assert found.i2 == pytest.approx(i2, abs=0.6)


def test_every_set_of_a_result_is_defined(base: EvidenceBase) -> None:
    named = {one.pool for study in base.studies.values() for one in study.outcomes if one.pool}
    assert named == set(base.pools)


def test_only_sets_that_are_to_be_pooled_are(base: EvidenceBase) -> None:
    results = {slug: result_of(base, definition) for slug, definition in base.pools.items()}
    pooled = {slug for slug, result in results.items() if result.pooled}
    assert pooled == {slug for slug, one in base.pools.items() if one.use is PoolUse.POOLED}
    assert len(pooled) == 5


def changed(base: EvidenceBase, slug: str, **fields: object) -> PoolResult:
    definition = base.pools[slug]
    return result_of(base, Pool.model_validate({**dict(definition), **fields}))


@pytest.mark.parametrize(
    ("slug", "rule"),
    [
        ("loneliness-smd-reviews", "reviews-beside-studies"),
        ("participation-functional-disability-hr", "overlapping-samples"),
        ("unaffordable-housing-mcs-md", "units"),
        ("advice-financial-gain", "too-few"),
    ],
)
def test_a_rule_refuses_what_a_definition_asks_for(base: EvidenceBase, slug: str, rule: str) -> None:
    result = changed(base, slug, use=PoolUse.POOLED, metric=base.pools[slug].metric or "other")
    assert result.refused
    assert rule in {objection.rule for objection in result.against}
    assert all(objection.sentence for objection in result.against)


def test_ratios_of_several_kinds_need_a_rare_event(base: EvidenceBase) -> None:
    result = changed(base, "womens-groups-neonatal-mortality", rare_events=False)
    assert result.refused
    assert {objection.rule for objection in result.against} == {"metrics"}


def test_members_left_out_are_shown_with_the_reason(base: EvidenceBase) -> None:
    result = result_of(base, base.pools["energy-poverty-depression-or"])
    assert [bool(member.why_not) for member in result.members].count(True) == 2
    assert len(result.in_pool) == 2


def test_a_sign_is_turned_where_the_source_counts_the_other_way(base: EvidenceBase) -> None:
    result = result_of(base, base.pools["arts-depression-smd"])
    turned = [member for member in result.members if member.said and member.said.turned]
    assert sorted((one.value, one.ci_low, one.ci_high) for one in turned) == [
        (-0.7, -0.87, -0.54),
        (-0.51, -0.7, -0.32),
    ]


def test_effects_of_one_sample_are_allowed_for(base: EvidenceBase) -> None:
    result = result_of(base, base.pools["nature-depressive-mood-smd"])
    assert result.robust
    assert (result.robust.k, result.robust.clusters) == (40, 34)
    assert len(result.without) == 40
    assert result.asymmetry


def test_directions_are_one_vote_a_study(base: EvidenceBase) -> None:
    result = result_of(base, base.pools["participatory-budgeting-infant-mortality"])
    assert result.signs
    assert (result.signs.benefit, result.signs.harm) == (4, 0)
    assert result.pooled is None
    assert all(member.effect is None for member in result.members)


def test_a_ratio_is_pooled_as_its_logarithm(base: EvidenceBase) -> None:
    (first, *_) = members_of(base, base.pools["warmth-selfrated-health-or"])
    assert first.effect
    assert first.effect.yi == pytest.approx(log(first.value or 0))
