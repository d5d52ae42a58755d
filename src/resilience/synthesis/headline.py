"""The one interval that leads where effects are pooled, and when none may."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Literal

from resilience.synthesis.clusters import Robust, pool_clusters
from resilience.synthesis.effects import Effects
from resilience.synthesis.errors import CannotPool
from resilience.synthesis.heterogeneity import Method
from resilience.synthesis.overlap import FEWEST, NOTHING_TO_POOL, TWO
from resilience.synthesis.pooling import IntervalMethod, Pooled, pool

ROBUST: Literal["robust"] = "robust"
"""The name of the interval that knows of samples with several effects, beside those of `IntervalMethod`."""


@dataclass(frozen=True)
class Headline:
    """A pooled effect with the interval that leads."""

    pooled: Pooled
    """By the method asked for; heterogeneity and the interval of a new study are taken from it."""
    robust: Robust | None
    """None where each sample gives one effect."""

    @property
    def leading(self) -> Pooled | Robust:
        """Give the one of the two whose interval leads."""
        return self.robust or self.pooled

    @property
    def estimate(self) -> float:
        """Give the pooled effect; both intervals have the same."""
        return self.pooled.estimate

    @property
    def ci_low(self) -> float:
        """Give the lower limit of the interval that leads."""
        return self.leading.ci_low

    @property
    def ci_high(self) -> float:
        """Give the upper limit of the interval that leads."""
        return self.leading.ci_high

    @property
    def k(self) -> int:
        """Count the effects."""
        return self.pooled.k


def headline(
    effects: Effects,
    samples: Sequence[Hashable],
    method: Method = Method.REML,
    interval: IntervalMethod | Literal["robust"] | None = None,
) -> Headline:
    """Pool three effects or more; `samples` names the sample of each, and `interval` overrules the rules.

    The modified Knapp-Hartung interval leads, as Röver C, Knapp G, Friede T advise for few studies (BMC Med
    Res Methodol 2015;15:99); the cluster-robust one (Hedges LV, Tipton E, Johnson MC. Res Synth Methods
    2010;1:39-65) leads where a sample gives several effects. FE has no interval but Wald's. Raises CannotPool
    for one or two effects or samples, and where `pool` does.
    """
    count = min(effects.k, len(set(samples)))
    if count < FEWEST:
        raise CannotPool(TWO if count == FEWEST - 1 else NOTHING_TO_POOL)
    shared = len(set(samples)) < effects.k
    plain = IntervalMethod.Z if method is Method.FE else IntervalMethod.ADHOC
    chosen = interval or (ROBUST if shared else plain)
    if chosen == ROBUST:
        return Headline(pool(effects, method, plain), pool_clusters(effects, samples, method))
    return Headline(pool(effects, method, IntervalMethod(chosen)), None)
