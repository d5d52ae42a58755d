"""Which interval leads, and what is not pooled at all."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.synthesis.tables import all_effects, column

from resilience.synthesis import (
    ROBUST,
    CannotPool,
    Effects,
    IntervalMethod,
    Method,
    headline,
    pool,
    pool_clusters,
)

THREE = Effects.of([0.1, 0.4, -0.3], [0.02, 0.01, 0.03])
STUDIES = st.lists(st.tuples(st.floats(-3, 3), st.floats(0.001, 4)), min_size=3, max_size=12)


def test_the_modified_interval_leads() -> None:
    found = headline(THREE, ["a", "b", "c"])
    assert found.pooled == pool(THREE, Method.REML, IntervalMethod.ADHOC)
    assert found.leading is found.pooled
    assert found.robust is None


def test_the_robust_interval_leads_where_a_sample_gives_several_effects() -> None:
    effects, samples = all_effects()["konstantopoulos2011"], column("clusters", "cluster")
    found = headline(effects, samples)
    assert found.leading is found.robust
    assert found.robust == pool_clusters(effects, samples, Method.REML)
    assert (found.ci_low, found.ci_high) == (found.robust.ci_low, found.robust.ci_high)
    assert found.estimate == pytest.approx(found.pooled.estimate)


def test_another_interval_may_be_asked_for() -> None:
    plain = headline(THREE, ["a", "b", "c"], Method.DL, IntervalMethod.Z)
    assert plain.leading == pool(THREE, Method.DL, IntervalMethod.Z)
    common = headline(THREE, ["a", "b", "c"], Method.FE, ROBUST)
    assert common.robust == pool_clusters(THREE, ["a", "b", "c"], Method.FE)


@pytest.mark.parametrize(
    ("samples", "reason"),
    [(["a"], "nothing to pool"), (["a", "b"], "side by side"), (["a", "b", "b"], "side by side")],
)
def test_fewer_than_three_samples_are_not_pooled(samples: list[str], reason: str) -> None:
    effects = Effects.of([0.1 * place for place in range(len(samples))], [0.02] * len(samples))
    with pytest.raises(CannotPool, match=reason):
        headline(effects, samples)


@given(STUDIES, st.sampled_from([method for method in Method if method is not Method.FE]))
def test_what_leads_is_never_narrower_than_a_common_effect(studies: Any, method: Method) -> None:
    effects = Effects.of(*zip(*studies, strict=True))
    found, common = headline(effects, range(effects.k), method), pool(effects, Method.FE)
    assert found.ci_high - found.ci_low >= (common.ci_high - common.ci_low) * (1 - 1e-9)


@given(STUDIES)
def test_a_new_study_lies_wider_than_the_mean(studies: Any) -> None:
    found = pool(Effects.of(*zip(*studies, strict=True)), Method.REML)
    assert found.new_low is not None
    assert found.new_high is not None
    assert found.new_low < found.ci_low
    assert found.ci_high < found.new_high
