"""Tails and quantiles of the normal, t, chi-squared and beta distributions.

Tails are exact to about twelve digits even where they are tiny; `tests/synthesis` compares them with SciPy.
"""

import math
from collections.abc import Callable
from functools import lru_cache
from statistics import NormalDist

from resilience.synthesis.roots import root
from resilience.synthesis.special import beta_fractions, gamma_fractions

LEVEL = 0.95
"""All intervals are 95% intervals."""


def normal_above(z: float) -> float:
    """Give the chance of a standard normal value above `z`."""
    # NormalDist.cdf loses all digits of a tail beyond eight standard deviations.
    return math.erfc(z / math.sqrt(2)) / 2


def normal_quantile(p: float) -> float:
    """Give the value below which a standard normal value falls with chance `p`."""
    return NormalDist().inv_cdf(p)


def t_above(t: float, df: float) -> float:
    """Give the chance of a value of Student's t distribution above `t`. DLMF 8.17 for the formula."""
    square = t * t
    half = beta_fractions(df / 2, 0.5, df / (df + square), square / (df + square))[0] / 2
    return half if t > 0 else 1 - half


def t_quantile(p: float, df: float) -> float:
    """Give the value below which a value of Student's t distribution falls with chance `p`."""
    if p < 0.5:
        return -_t_quantile_above(p, df)
    return _t_quantile_above(1 - p, df)


def chi2_above(x: float, df: float) -> float:
    """Give the chance of a chi-squared value above `x`."""
    return gamma_fractions(df / 2, x / 2)[1]


@lru_cache
def chi2_quantile(p: float, df: float) -> float:
    """Give the value below which a chi-squared value falls with chance `p`."""
    return _increasing_root(lambda x: gamma_fractions(df / 2, x / 2)[0] - p)


@lru_cache
def beta_quantile(p: float, a: float, b: float) -> float:
    """Give the value below which a value of the beta distribution falls with chance `p`."""
    return root(lambda x: beta_fractions(a, b, x, 1 - x)[0] - p, 0.0, 1.0)


def critical_z() -> float:
    """Give the half-width of a 95% interval in standard errors."""
    return normal_quantile((1 + LEVEL) / 2)


def critical_t(df: float) -> float:
    """Give the half-width of a 95% interval in standard errors that are estimated with `df` degrees."""
    return t_quantile((1 + LEVEL) / 2, df)


@lru_cache
def _t_quantile_above(p: float, df: float) -> float:
    if p == 0.5:
        return 0.0
    return _increasing_root(lambda t: p - t_above(t, df))


def _increasing_root(function: Callable[[float], float]) -> float:
    high = 1.0
    while function(high) < 0:
        high *= 2
    return root(function, 0.0, high)
