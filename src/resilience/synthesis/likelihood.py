"""Likelihood of heterogeneity: the equation that an estimate solves, and its solution with the highest peak.

Viechtbauer W. Bias and efficiency of meta-analytic variance estimators in the random-effects model. J Educ
Behav Stat 2005;30:261-293.
"""

import math
from collections.abc import Iterator
from typing import NamedTuple

from resilience.synthesis.effects import Effects
from resilience.synthesis.projection import fit_plainly, project
from resilience.synthesis.roots import root

FINEST = 1e-3
"""Share of tau2 + the smallest variance by which two peaks must differ at least to be told apart for sure.

Two that lie nearer differ in their log-likelihood by less than 2 k times the square of this.
"""


class Slope(NamedTuple):
    """(Twice) the slope of a log-likelihood in its two parts, both of which fall as tau2 grows."""

    tau2: float
    up: float
    """y'PPy; its derivative is -2 y'PPPy, and P has no negative eigenvalue."""
    down: float
    """The sum of the weights, or the trace of P for the restricted likelihood."""

    @property
    def rises(self) -> bool:
        """Say whether the likelihood rises here."""
        return self.up > self.down


def slope(effects: Effects, tau2: float, restricted: bool) -> Slope:
    """Give the slope of the (restricted) log-likelihood."""
    fit = project(effects, tau2)
    return Slope(tau2, fit.squares_by_weight, fit.trace if restricted else fit.total)


def log_likelihood(effects: Effects, tau2: float, restricted: bool) -> float:
    """Give the (restricted) log-likelihood, but for a constant."""
    fit = project(effects, tau2)
    spread = math.fsum(map(math.log, fit.weights)) - fit.squares
    return (spread - fit.log_determinant) / 2 if restricted else spread / 2


def highest_peak(effects: Effects, restricted: bool) -> float:
    """Find the tau2 of highest likelihood among all peaks."""

    def excess(tau2: float) -> float:
        at = slope(effects, tau2, restricted)
        return at.up - at.down

    found = [low if low == high else root(excess, low, high) for low, high in peaks(effects, restricted)]
    return max(found, key=lambda tau2: log_likelihood(effects, tau2, restricted))


def peaks(effects: Effects, restricted: bool) -> list[tuple[float, float]]:
    """Enclose each peak of a likelihood between two values of tau2; zero stands alone if it is one."""
    start, end = (slope(effects, tau2, restricted) for tau2 in (0.0, highest_tau2(effects)))
    inside = list(_peaks_between(start, end, effects, restricted))
    return inside if start.rises else [(0.0, 0.0), *inside]


def _peaks_between(
    low: Slope, high: Slope, effects: Effects, restricted: bool
) -> Iterator[tuple[float, float]]:
    """Halve what is between two values until the slope can have one sign only, or no room is left.

    As both parts of the slope fall, their values at the ends bound it in between.
    """
    if high.up > low.down or low.up < high.down:
        return
    least = min(effects.vi)
    if least + high.tau2 <= (least + low.tau2) * (1 + FINEST):
        if low.rises and not high.rises:
            yield low.tau2, high.tau2
        return
    middle = math.sqrt((least + low.tau2) * (least + high.tau2)) - least
    between = slope(effects, middle, restricted)
    yield from _peaks_between(low, between, effects, restricted)
    yield from _peaks_between(between, high, effects, restricted)


def highest_tau2(effects: Effects) -> float:
    """Give a bound above which Q is below its degrees of freedom and all likelihoods fall.

    With S the sum of squares about the plain fit: y'PPy <= S / (v_min + tau2)², y'Py <= S / (v_min + tau2)
    and tr P >= df / (v_max + tau2). Both equations are then below zero from s² + sqrt(s² v_max) on, s² = S /
    df.
    """
    variance = fit_plainly(effects).squares / effects.df
    return variance + math.sqrt(variance * max(effects.vi))
