"""What stands on several studies refuses too few of them, and columns of other lengths."""

from collections.abc import Callable

import pytest

from resilience.synthesis import (
    CannotPool,
    Effects,
    IntervalMethod,
    Method,
    egger,
    heterogeneity_interval,
    leave_one_out,
    pool_clusters,
    regress,
    subgroups,
)

ONE = Effects.of([0.1], [0.2])
TWO = Effects.of([0.1, 0.3], [0.2, 0.1])
THREE = Effects.of([0.1, 0.2, 0.3], [0.2, 0.2, 0.2])
ON_A_LINE = Effects.of([1, 2, 3], [1, 4, 9])
ALIKE = Effects.of([0.1, 0.1, 0.1], [0.2, 0.1, 0.3])


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        (lambda: heterogeneity_interval(ONE), "too few studies"),
        (lambda: leave_one_out(ONE, Method.DL), "at least 2 studies"),
        (lambda: leave_one_out(TWO, Method.DL, IntervalMethod.KNHA), "at least 3 studies"),
        (lambda: leave_one_out(TWO, Method.DL, IntervalMethod.ADHOC), "at least 3 studies"),
        (lambda: egger(TWO, fewest=2), "fewer than 3 studies"),
        (lambda: egger(THREE), "fewer than 10 studies"),
        (lambda: egger(THREE, fewest=3), "equally exact"),
        (lambda: egger(ON_A_LINE, fewest=3), "lie on a line"),
        (lambda: regress(TWO, [1, 2], Method.DL), "at least three studies"),
        (lambda: regress(THREE, [1, 2, 3], Method.FE), "FE does not"),
        (lambda: regress(THREE, [1, 1, 1], Method.DL), "same in all studies"),
        (lambda: regress(THREE, [1, 2], Method.DL), "one number an effect"),
        (lambda: regress(THREE, [1, 2, float("nan")], Method.DL), "moderator is not a number"),
        (lambda: subgroups(THREE, ["a", "a", "a"], Method.DL), "only one group"),
        (lambda: subgroups(THREE, ["a", "a", "b"], Method.DL), "group of one study"),
        (lambda: subgroups(THREE, ["a", "b"], Method.DL), "one group"),
        (lambda: pool_clusters(THREE, ["a", "a", "a"], Method.DL), "come from one sample"),
        (lambda: pool_clusters(THREE, ["a", "b"], Method.DL), "name of its sample"),
        (lambda: pool_clusters(ALIKE, ["a", "b", "c"], Method.DL), "would have no width"),
    ],
)
def test_refusals(call: Callable[[], object], reason: str) -> None:
    with pytest.raises(CannotPool, match=reason) as refusal:
        call()
    assert refusal.value.reason.endswith(".")


def test_two_studies_can_be_left_out_in_turn() -> None:
    assert [pooled.estimate for pooled in leave_one_out(TWO, Method.REML)] == [0.3, 0.1]


def test_each_effect_its_own_cluster_is_no_cluster() -> None:
    effects = Effects.of([0.1, 0.4, -0.3, 0.9], [0.2, 0.1, 0.3, 0.2])
    one = pool_clusters(effects, [1, 2, 3, 4], Method.REML)
    assert (one.k, one.clusters, one.df) == (4, 4, 3)
    assert "too narrow" in one.notes[0]


def test_a_cluster_pulls_as_the_sum_of_its_effects() -> None:
    effects = Effects.of([0, 0, 1, 1], [1, 1, 1, 1])
    found = pool_clusters(effects, ["a", "a", "b", "b"], Method.FE)
    # Each cluster's residuals sum to -1 and 1: variance 2 / 1 * (1 + 1) / 4².
    assert found.se == pytest.approx(0.5)
