"""Heterogeneity between studies, tau2: nine estimators, each as R metafor defines it.

Closed forms are exact. The others are found step by step, and by default end where R ends. That is left only
where R's end is no solution: then the exact solution is taken, and a sentence says so.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from resilience.synthesis.effects import Effects
from resilience.synthesis.errors import CannotPool
from resilience.synthesis.likelihood import full_slope, highest_peak, highest_tau2, peaks, restricted_slope
from resilience.synthesis.moments import dersimonian_laird, hedges, hunter_schmidt, sidik_jonkman
from resilience.synthesis.projection import project
from resilience.synthesis.roots import root
from resilience.synthesis.scoring import fisher_scoring_like_r, paule_mandel_like_r

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
    if method is Method.REML:
        return lambda tau2: restricted_slope(effects, tau2)
    if method is Method.ML:
        return lambda tau2: full_slope(effects, tau2)
    return lambda tau2: project(effects, tau2).squares - effects.df


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
    if method in (Method.PM, Method.EB) or len(peaks(falls, effects)) == 1:
        return True
    return abs(highest_peak(effects, method is Method.REML) - tau2) <= margin


def _difference(effects: Effects, method: Method, ended: float | None, solution: float) -> str:
    found = f"tau2 = {solution:.6g}"
    if ended is None:
        return f"R metafor finds no {method} estimate for these effects; {found} is exact."
    if method in (Method.REML, Method.ML) and len(peaks(equation(effects, method), effects)) > 1:
        return (
            f"The likelihood has several peaks: R metafor ends at tau2 = {ended:.6g}, the highest is {found}."
        )
    return f"R metafor by default stops at tau2 = {ended:.6g}, short of the {method} estimate, {found}."
