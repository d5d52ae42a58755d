"""Likelihood of heterogeneity: the equation that an estimate solves, and its solution with the highest peak.

Viechtbauer W. Bias and efficiency of meta-analytic variance estimators in the random-effects model. J Educ
Behav Stat 2005;30:261-293.
"""

import math
from collections.abc import Callable
from itertools import pairwise

from resilience.synthesis.effects import Effects
from resilience.synthesis.projection import fit_plainly, project
from resilience.synthesis.roots import root

STEP = 2.0
"""Two peaks are told apart if tau2 + the smallest variance differs between them by more than this factor."""


def restricted_slope(effects: Effects, tau2: float) -> float:
    """Give (twice) the slope of the restricted log-likelihood."""
    fit = project(effects, tau2)
    return fit.squares_by_weight - fit.trace


def full_slope(effects: Effects, tau2: float) -> float:
    """Give (twice) the slope of the log-likelihood."""
    fit = project(effects, tau2)
    return fit.squares_by_weight - fit.total


def log_likelihood(effects: Effects, tau2: float, restricted: bool) -> float:
    """Give the (restricted) log-likelihood, but for a constant."""
    fit = project(effects, tau2)
    spread = sum(map(math.log, fit.weights)) - fit.squares
    return (spread - fit.log_determinant) / 2 if restricted else spread / 2


def highest_peak(effects: Effects, restricted: bool) -> float:
    """Find the tau2 of highest likelihood among all peaks."""
    slope = restricted_slope if restricted else full_slope
    found = [
        low if low == high else root(lambda tau2: slope(effects, tau2), low, high)
        for low, high in peaks(lambda tau2: slope(effects, tau2), effects)
    ]
    return max(found, key=lambda tau2: log_likelihood(effects, tau2, restricted))


def peaks(slope: Callable[[float], float], effects: Effects) -> list[tuple[float, float]]:
    """Enclose each peak of a likelihood between two values of tau2; zero stands alone if it is one."""
    smallest, highest = min(effects.vi), highest_tau2(effects)
    grid = [0.0]
    while grid[-1] < highest:
        grid.append((smallest + grid[-1]) * STEP - smallest)
    rises = [slope(tau2) > 0 for tau2 in grid]
    inside = [
        pair for pair, (before, after) in zip(pairwise(grid), pairwise(rises), strict=True) if before > after
    ]
    return inside if rises[0] else [(0.0, 0.0), *inside]


def highest_tau2(effects: Effects) -> float:
    """Give a bound above which Q is below its degrees of freedom and all likelihoods fall.

    With S the sum of squares about the plain fit: y'PPy <= S / (v_min + tau2)², y'Py <= S / (v_min + tau2)
    and tr P >= df / (v_max + tau2). Both equations are then below zero from s² + sqrt(s² v_max) on, s² = S /
    df.
    """
    variance = fit_plainly(effects).squares / effects.df
    return variance + math.sqrt(variance * max(effects.vi))
