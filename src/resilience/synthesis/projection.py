"""Weighted least squares for given heterogeneity: what all estimators of heterogeneity are made of.

In the notation of Viechtbauer W. Bias and efficiency of meta-analytic variance estimators in the
random-effects model. J Educ Behav Stat 2005;30:261-293: weights w = 1 / (v + tau2), and the matrix P that
turns effects into weighted residuals. P has a row a study, but only sums over it are ever needed.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from operator import mul

from resilience.synthesis.effects import Effects

Numbers = list[float]


@dataclass(frozen=True, slots=True)
class Projection:
    """A mean, or a line on the moderator, fitted with weights; sums over its residuals r."""

    weights: Numbers
    residuals: Numbers
    total: float
    """Sum of the weights."""
    mean: float
    """Weighted mean of the effects."""
    squares: float
    """Sum of w r²: y'Py, Cochran's Q where tau2 is 0."""
    squares_by_weight: float
    """Sum of w² r²: y'PPy."""
    trace: float
    """Trace of P."""
    line: "Line | None" = None

    @property
    def trace_of_square(self) -> float:
        """The trace of PP."""
        w = self.weights
        w2: Numbers = list(map(mul, w, w))
        w2_sum = math.fsum(w2)
        plain = w2_sum - 2 * dot(w2, w) / self.total + (w2_sum / self.total) ** 2
        if self.line is None:
            return plain
        z, spread = self.line.centred, self.line.spread
        w2z: Numbers = list(map(mul, w2, z))
        w2z2: Numbers = list(map(mul, w2z, z))
        across = math.fsum(w2z) ** 2 / (self.total * spread)
        return plain - 2 * dot(w2z2, w) / spread + 2 * across + (math.fsum(w2z2) / spread) ** 2

    @property
    def log_determinant(self) -> float:
        """The logarithm of the determinant of X'WX."""
        return math.log(self.total) + (math.log(self.line.spread) if self.line else 0.0)


@dataclass(frozen=True, slots=True)
class Line:
    """The part of a projection that a moderator adds."""

    slope: float
    centre: float
    """Weighted mean of the moderator."""
    centred: Numbers
    """The moderator counted from its weighted mean."""
    spread: float
    """Weighted sum of squares of `centred`."""


def dot(one: Iterable[float], other: Iterable[float]) -> float:
    """Sum the products of two columns."""
    products: float = math.fsum(map(mul, one, other))
    return products


def project(effects: Effects, tau2: float) -> Projection:
    """Fit a mean, or a line on the moderator, with weights 1 / (v + tau2)."""
    if tau2 == 0:
        return _project_without(effects)
    return fit_with(effects, [1 / (variance + tau2) for variance in effects.vi])


# Each is asked for several times on the way to one pooled effect, but never needed after it.
@lru_cache(maxsize=1)
def _project_without(effects: Effects) -> Projection:
    return fit_with(effects, [1 / variance for variance in effects.vi])


@lru_cache(maxsize=1)
def fit_plainly(effects: Effects) -> Projection:
    """Fit a mean, or a line on the moderator, with equal weights."""
    return fit_with(effects, [1.0] * effects.k)


def fit_with(effects: Effects, weights: Numbers) -> Projection:
    """Fit a mean, or a line on the moderator, with some weights."""
    total = math.fsum(weights)
    mean = dot(weights, effects.shifted) / total
    residuals = [effect - mean for effect in effects.shifted]
    trace = total - dot(weights, weights) / total
    line = None
    if effects.moderator is not None:
        line = _line(effects.moderator, weights, residuals, total)
        residuals = [r - line.slope * z for r, z in zip(residuals, line.centred, strict=True)]
        trace -= math.fsum((w * z) ** 2 for w, z in zip(weights, line.centred, strict=True)) / line.spread
    weighted = list(map(mul, weights, residuals))
    squares = dot(weighted, residuals)
    by_weight = dot(weighted, weighted)
    return Projection(weights, residuals, total, effects.origin + mean, squares, by_weight, trace, line)


def _line(moderator: tuple[float, ...], weights: Numbers, residuals: Numbers, total: float) -> Line:
    centre = dot(weights, moderator) / total
    centred = [value - centre for value in moderator]
    weighted = list(map(mul, weights, centred))
    spread = dot(weighted, centred)
    return Line(dot(weighted, residuals) / spread, centre, centred, spread)
