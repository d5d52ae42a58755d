"""Heterogeneity between studies, tau2: nine estimators, each as R metafor defines it, and its interval.

Closed forms are exact. The others are found step by step, and by default end where R ends. That is left only
where R's end is no solution: then the exact solution is taken, and a sentence says so.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from resilience.synthesis.distributions import LEVEL, chi2_quantile
from resilience.synthesis.effects import CannotPool, Effects
from resilience.synthesis.estimators import (
    dersimonian_laird,
    fisher_scoring_like_r,
    hedges,
    hunter_schmidt,
    paule_mandel_like_r,
    sidik_jonkman,
)
from resilience.synthesis.likelihood import highest_peak, highest_tau2, peaks, slope
from resilience.synthesis.projection import fit_plainly, project
from resilience.synthesis.roots import root

CLOSE = 0.01
"""Share of the total variance of a typical study, tau2 + its sampling variance, that R's end may be off."""


class Method(StrEnum):
    """How heterogeneity is estimated; FE (common effect) assumes that there is none."""

    FE = "FE"
    DL = "DL"
    PM = "PM"
    REML = "REML"
    ML = "ML"
    # Seldom asked for; part of the reference with which this room is compared.
    EB = "EB"
    HE = "HE"
    HS = "HS"
    SJ = "SJ"


@dataclass(frozen=True)
class Heterogeneity:
    """An estimate of tau2, and what a reader must know about it."""

    tau2: float
    notes: tuple[str, ...] = ()


CLOSED_FORMS: dict[Method, Callable[[Effects], float]] = {
    Method.FE: lambda effects: 0.0,
    Method.DL: dersimonian_laird,
    Method.HE: hedges,
    Method.HS: hunter_schmidt,
    Method.SJ: sidik_jonkman,
}


def estimate_tau2(effects: Effects, method: Method, exact: bool = False) -> Heterogeneity:
    """Estimate tau2; `exact` goes on to the solution where R would stop before it."""
    if effects.df < 1:
        raise CannotPool("Heterogeneity cannot be estimated: there are too few studies.")
    if method in CLOSED_FORMS:
        return Heterogeneity(max(0.0, CLOSED_FORMS[method](effects)))
    if exact:
        return Heterogeneity(_solution(effects, method))
    ended = _end_of_r(effects, method)
    if ended is not None and _solves(effects, method, ended):
        return Heterogeneity(ended)
    solution = _solution(effects, method)
    return Heterogeneity(solution, (_difference(effects, method, ended, solution),))


def equation(effects: Effects, method: Method) -> Callable[[float], float]:
    """Give the function of tau2 that falls through zero at the estimate.

    Q equals its degrees of freedom for PM (Paule RC, Mandel J. J Res Natl Bur Stand 1982;87:377-385) and for
    EB (Morris CN. J Am Stat Assoc 1983;78:47-55), which have one solution; the slope of a likelihood is 0 for
    others.
    """
    if method not in (Method.REML, Method.ML):
        return lambda tau2: project(effects, tau2).squares - effects.df

    def falls(tau2: float) -> float:
        at = slope(effects, tau2, method is Method.REML)
        return at.up - at.down

    return falls


def typical_variance(effects: Effects) -> float:
    """Give the sampling variance of a typical study. Higgins JPT, Thompson SG. Stat Med 2002;21:1539-1558."""
    return effects.df / project(effects, 0).trace


def _end_of_r(effects: Effects, method: Method) -> float | None:
    return paule_mandel_like_r(effects) if method is Method.PM else fisher_scoring_like_r(effects, method)


def _solution(effects: Effects, method: Method) -> float:
    if method in (Method.REML, Method.ML):
        return highest_peak(effects, method is Method.REML)
    excess = equation(effects, method)
    return 0.0 if excess(0) <= 0 else root(excess, 0.0, highest_tau2(effects))


def _solves(effects: Effects, method: Method, tau2: float) -> bool:
    """Say whether a solution is close, and no other has a higher likelihood."""
    falls = equation(effects, method)
    margin = CLOSE * (tau2 + typical_variance(effects))
    if falls(tau2 + margin) > 0 or (tau2 > margin and falls(tau2 - margin) < 0):
        return False
    if method in (Method.PM, Method.EB) or len(peaks(effects, method is Method.REML)) == 1:
        return True
    return abs(highest_peak(effects, method is Method.REML) - tau2) <= margin


def _difference(effects: Effects, method: Method, ended: float | None, solution: float) -> str:
    found = f"tau2 = {solution:.6g}"
    if ended is None:
        return f"R metafor finds no {method} estimate for these effects; {found} is exact."
    if method in (Method.REML, Method.ML) and len(peaks(effects, method is Method.REML)) > 1:
        return (
            f"The likelihood has several peaks: R metafor ends at tau2 = {ended:.6g}, the highest is {found}."
        )
    return f"R metafor by default stops at tau2 = {ended:.6g}, short of the {method} estimate, {found}."


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
