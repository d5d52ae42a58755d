"""Several effects from one sample: a standard error that knows that they hang together."""

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from resilience.synthesis.distributions import critical_t, t_above
from resilience.synthesis.effects import Effects
from resilience.synthesis.errors import CannotPool
from resilience.synthesis.heterogeneity import Method, estimate_tau2
from resilience.synthesis.projection import project

FEWEST = 10
"""Below this number of samples the interval is too narrow. Tipton E. Psychol Methods 2015;20:375-393."""


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
    se = math.sqrt(count / df * sum(value * value for value in sums.values())) / fit.total
    if se * math.sqrt(fit.total) <= 1e-7:
        raise CannotPool("The samples all agree, so that the interval would have no width.")
    t, half = fit.mean / se, critical_t(df) * se
    few = f"With fewer than {FEWEST} samples the interval is likely too narrow."
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
        notes=(*found.notes, few) if count < FEWEST else found.notes,
    )
