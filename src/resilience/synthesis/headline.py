"""The one interval that leads where effects are pooled, and when none may; and the one for shared samples."""

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Literal

from resilience.synthesis.distributions import critical_t, t_above
from resilience.synthesis.effects import CannotPool, Effects
from resilience.synthesis.heterogeneity import Method, estimate_tau2
from resilience.synthesis.overlap import FEWEST, NOTHING_TO_POOL, TWO
from resilience.synthesis.pooling import IntervalMethod, Pooled, pool
from resilience.synthesis.projection import project

FEWEST_SAMPLES = 10
"""Below this number of samples the interval is too narrow. Tipton E. Psychol Methods 2015;20:375-393."""
ROBUST: Literal["robust"] = "robust"
"""The name of the interval that knows of samples with several effects, beside those of `IntervalMethod`."""


@dataclass(frozen=True)
class Robust:
    """A pooled effect with a cluster-robust interval."""

    k: int
    clusters: int
    estimate: float
    se: float
    ci_low: float
    ci_high: float
    t: float
    df: int
    p: float
    tau2: float
    notes: tuple[str, ...] = ()


def pool_clusters(
    effects: Effects, clusters: Sequence[Hashable], method: Method, exact: bool = False
) -> Robust:
    """Pool effects as if independent, with a standard error that holds if those of one cluster are not.

    Hedges LV, Tipton E, Johnson MC. Robust variance estimation in meta-regression with dependent effect size
    estimates. Res Synth Methods 2010;1:39-65. Small-sample factor m / (m - 1) and t with m - 1 degrees of
    freedom for m clusters (CR1), as R metafor's `robust`.
    """
    if len(clusters) != effects.k:
        raise CannotPool("Each effect needs the name of its sample.")
    count = len(set(clusters))
    if count < 2:
        raise CannotPool("All effects come from one sample, so its error cannot be seen.")
    found = estimate_tau2(effects, method, exact)
    fit = project(effects, found.tau2)
    sums: dict[Hashable, float] = {}
    for cluster, weight, residual in zip(clusters, fit.weights, fit.residuals, strict=True):
        sums[cluster] = sums.get(cluster, 0.0) + weight * residual
    df = count - 1
    se = math.sqrt(count / df * math.fsum(value * value for value in sums.values())) / fit.total
    if se * math.sqrt(fit.total) <= 1e-7:
        raise CannotPool("The samples all agree, so that the interval would have no width.")
    t, half = fit.mean / se, critical_t(df) * se
    few = f"With fewer than {FEWEST_SAMPLES} samples the interval is likely too narrow."
    return Robust(
        k=effects.k,
        clusters=count,
        estimate=fit.mean,
        se=se,
        ci_low=fit.mean - half,
        ci_high=fit.mean + half,
        t=t,
        df=df,
        p=2 * t_above(abs(t), df),
        tau2=found.tau2,
        notes=(*found.notes, few) if count < FEWEST_SAMPLES else found.notes,
    )


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
