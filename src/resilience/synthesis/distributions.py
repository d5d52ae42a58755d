"""Tails and quantiles of the normal, t, chi-squared and beta distributions.

Tails are exact to about twelve digits even where they are tiny; `tests/synthesis` compares them with SciPy.
They stand on incomplete beta and gamma functions. Numbers of those are equations of the NIST Digital Library
of Mathematical Functions (DLMF).
"""

import math
from collections.abc import Callable
from functools import lru_cache
from statistics import NormalDist

from resilience.synthesis.roots import EPSILON, root

TINY = 1e-300
LEVEL = 0.95
"""All intervals are 95% intervals."""


def beta_fractions(a: float, b: float, x: float, rest: float) -> tuple[float, float]:
    """Give the regularised incomplete beta function and its complement, for `x` and `rest` = 1 - x.

    Both are small without loss where they are small. DLMF 8.17.22 and 8.17.4.
    """
    if x <= 0 or rest <= 0:
        return (0.0, 1.0) if x <= 0 else (1.0, 0.0)
    if x > (a + 1) / (a + b + 2):
        above, below = beta_fractions(b, a, rest, x)
        return below, above
    logs = a * _log(x, rest) + b * _log(rest, x)
    constant = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)

    def term(m: int) -> float:
        half, odd = divmod(m, 2)
        if odd:
            return -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1))
        return half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half))

    value = math.exp(logs + constant) / a / _continued(1.0, term, lambda _: 1.0)
    return value, 1 - value


def gamma_fractions(a: float, x: float) -> tuple[float, float]:
    """Give the regularised lower and upper incomplete gamma functions. DLMF 8.7.1 and 8.9.2."""
    if x <= 0:
        return 0.0, 1.0
    front = math.exp(a * math.log(x) - x - math.lgamma(a))
    if x < a + 1:
        below = front * _series(a, x)
        return below, 1 - below
    fraction = _continued(x + 1 - a, lambda m: m * (a - m), lambda m: x + 2 * m + 1 - a)
    above = front / fraction
    return 1 - above, above


def _log(value: float, rest: float) -> float:
    return math.log(value) if value < 0.5 else math.log1p(-rest)


def _series(a: float, x: float) -> float:
    term = total = 1 / a
    while term > total * EPSILON / 4:
        a += 1
        term *= x / a
        total += term
    return total


def _continued(first: float, top: Callable[[int], float], bottom: Callable[[int], float]) -> float:
    """Sum a continued fraction by the modified method of Lentz. DLMF 3.10(iii)."""
    value = first or TINY
    c, d, m = value, 0.0, 0
    while True:
        m += 1
        d = 1 / (bottom(m) + top(m) * d or TINY)
        c = bottom(m) + top(m) / c or TINY
        value *= c * d
        # What is no number comes back as one, and is not summed for ever.
        if not abs(c * d - 1) > EPSILON:
            return value


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
