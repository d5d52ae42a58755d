"""Sets are pooled as far as the rules allow; values known from the notes on the evidence come out again."""

from math import exp, log

import pytest
from tests.frozen import sets

from resilience.evidence import EvidenceBase
from resilience.findings.pool_members import members_of
from resilience.findings.pools import PoolResult, pooled_members, result_of
from resilience.records.pool import Pool
from resilience.records.vocabulary import Direction, PoolUse
from resilience.synthesis import Effects, IntervalMethod, Method, Pooled, pool

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
    return sets()


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


@pytest.fixture(scope="module")
def results(base: EvidenceBase) -> dict[str, PoolResult]:
    return {slug: result_of(base, definition) for slug, definition in base.pools.items()}


def test_only_sets_that_are_to_be_pooled_are(results: dict[str, PoolResult]) -> None:
    pooled = {slug for slug, result in results.items() if result.headline}
    assert pooled == {slug for slug, one in results.items() if one.definition.use is PoolUse.POOLED}
    assert pooled == {"nature-depressive-mood-smd", "womens-groups-neonatal-mortality"}


def test_two_results_are_never_pooled(results: dict[str, PoolResult]) -> None:
    for result in results.values():
        if len(pooled_members(result.members)) < 3:
            assert (result.headline, result.by_method, result.without) == (None, (), ())
            assert result.in_pool == ()


@pytest.mark.parametrize(
    "slug", ["energy-poverty-depression-or", "warmth-selfrated-health-or", "warmth-respiratory-symptoms-or"]
)
def test_a_definition_cannot_have_two_results_pooled(base: EvidenceBase, slug: str) -> None:
    result = changed(base, slug, use=PoolUse.POOLED)
    assert result.refused
    assert {objection.rule for objection in result.against} == {"too-few"}
    assert "side by side" in result.against[0].sentence


# Worked out apart from this code: the modified Knapp-Hartung interval, and a new study's by t with k - 2.
def test_the_headline_of_womens_groups(results: dict[str, PoolResult]) -> None:
    lead = results["womens-groups-neonatal-mortality"].headline
    assert lead
    assert lead.pooled.interval is IntervalMethod.ADHOC
    shown = [exp(end) for end in (lead.estimate, lead.ci_low, lead.ci_high)]
    assert shown == pytest.approx([0.788, 0.57, 1.09], abs=0.005)
    assert lead.pooled.new_low is not None
    assert lead.pooled.new_high is not None
    assert [exp(lead.pooled.new_low), exp(lead.pooled.new_high)] == pytest.approx([0.351, 1.77], abs=0.001)


def test_the_headline_of_nature(results: dict[str, PoolResult]) -> None:
    lead = results["nature-depressive-mood-smd"].headline
    assert lead
    assert lead.leading is lead.robust
    assert lead.estimate == pytest.approx(-0.299867, abs=1e-6)
    assert [lead.pooled.new_low, lead.pooled.new_high] == pytest.approx([-1.45, 0.85], abs=0.005)


def test_of_results_from_the_same_people_the_narrowest_counts(results: dict[str, PoolResult]) -> None:
    for result in results.values():
        for out in result.members:
            if out.effect and out.said and out.said.left_out:
                taken = [one for one in result.members if one.sample == out.sample and not one.why_not]
                assert all(one.effect and one.effect.vi < out.effect.vi for one in taken), out.measure


def test_no_set_leaves_a_result_out_without_a_reason(results: dict[str, PoolResult]) -> None:
    for slug, result in results.items():
        without = [one.study.key for one in result.left_out.listed if not one.is_explained]
        assert without == [], slug


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
        ("befriending-depression-smd", "too-few"),
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


def test_members_left_out_are_shown_with_the_reason(results: dict[str, PoolResult]) -> None:
    result = results["energy-poverty-depression-or"]
    assert [bool(member.why_not) for member in result.members].count(True) == 2
    assert result.of_exposure


def test_a_sign_is_turned_where_the_source_counts_the_other_way(base: EvidenceBase) -> None:
    result = result_of(base, base.pools["arts-depression-smd"])
    turned = [member for member in result.members if member.said and member.said.turned]
    assert sorted((one.value, one.ci_low, one.ci_high) for one in turned) == [
        (-0.7, -0.87, -0.54),
        (-0.51, -0.7, -0.32),
    ]


def test_effects_of_one_sample_are_allowed_for(results: dict[str, PoolResult]) -> None:
    result = results["nature-depressive-mood-smd"]
    assert result.headline
    assert result.headline.robust
    assert (result.headline.robust.k, result.headline.robust.clusters) == (40, 34)
    assert len(result.without) == 40
    assert all(one.robust for one in result.without)
    assert result.asymmetry


def test_egger_is_for_ten_effects_or_more(results: dict[str, PoolResult]) -> None:
    assert results["womens-groups-neonatal-mortality"].asymmetry is None
    assert results["nature-depressive-mood-smd"].asymmetry


def test_directions_are_one_vote_an_evaluation(results: dict[str, PoolResult]) -> None:
    result = results["participatory-budgeting-infant-mortality"]
    assert result.votes
    assert (result.votes.votes[Direction.BENEFIT], result.votes.votes[Direction.HARM]) == (1, 0)
    assert result.votes.signs is None
    assert result.headline is None
    assert all(member.effect is None for member in result.members)


def test_a_result_that_is_not_clear_votes_for_its_side(results: dict[str, PoolResult]) -> None:
    votes = results["womens-groups-neonatal-mortality"].votes
    assert votes
    assert votes.signs
    assert (votes.signs.benefit, votes.signs.harm) == (5, 1)
    assert votes.signs.p == pytest.approx(0.21875)


def test_a_ratio_is_pooled_as_its_logarithm(base: EvidenceBase) -> None:
    (first, *_) = members_of(base, base.pools["warmth-selfrated-health-or"])
    assert first.effect
    assert first.effect.yi == pytest.approx(log(first.value or 0))
