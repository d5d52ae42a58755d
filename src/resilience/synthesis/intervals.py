"""Intervals of heterogeneity."""

from dataclasses import dataclass

from resilience.synthesis.distributions import LEVEL, chi2_quantile
from resilience.synthesis.effects import Effects
from resilience.synthesis.errors import CannotPool
from resilience.synthesis.heterogeneity import typical_variance
from resilience.synthesis.projection import fit_plainly, project
from resilience.synthesis.roots import root


@dataclass(frozen=True)
class HeterogeneityInterval:
    """95% intervals of tau2, I2 (in percent) and H2."""

    tau2_low: float
    tau2_high: float
    i2_low: float
    i2_high: float
    h2_low: float
    h2_high: float
    is_empty: bool
    """The studies differ less than chance allows at any tau2; all limits are those of tau2 = 0."""


def heterogeneity_interval(effects: Effects) -> HeterogeneityInterval:
    """Invert the Q-test: keep each tau2 at which the studies differ neither too little nor too much.

    Viechtbauer W. Confidence intervals for the amount of heterogeneity in meta-analysis. Stat Med
    2007;26:37-52; Jackson D and others. Methods for calculating confidence and credible intervals for the
    residual between-study variance in random effects meta-regression models. BMC Med Res Methodol
    2014;14:103. Same as R's `confint`, which stops its search sooner.
    """
    if effects.df < 1:
        raise CannotPool("Heterogeneity has no interval: there are too few studies.")
    tail = (1 - LEVEL) / 2
    fewest, most = chi2_quantile(tail, effects.df), chi2_quantile(1 - tail, effects.df)
    low, high = _tau2_at(effects, most), _tau2_at(effects, fewest)
    typical = typical_variance(effects)
    return HeterogeneityInterval(
        tau2_low=low,
        tau2_high=high,
        i2_low=100 * low / (typical + low),
        i2_high=100 * high / (typical + high),
        h2_low=low / typical + 1,
        h2_high=high / typical + 1,
        is_empty=project(effects, 0).squares < fewest,
    )


def _tau2_at(effects: Effects, target: float) -> float:
    """Find the tau2 at which Q, which falls as tau2 grows, has come down to a value."""

    def excess(tau2: float) -> float:
        return project(effects, tau2).squares - target

    # Q is at most the plain sum of squares divided by tau2.
    furthest = fit_plainly(effects).squares / target
    return 0.0 if excess(0) <= 0 else root(excess, 0.0, furthest)
