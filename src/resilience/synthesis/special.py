"""Incomplete beta and gamma functions, on which the distributions stand.

Numbers in the docstrings are equations of the NIST Digital Library of Mathematical Functions (DLMF).
"""

import math
from collections.abc import Callable

from resilience.synthesis.roots import EPSILON

TINY = 1e-300


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
        if abs(c * d - 1) <= EPSILON:
            return value
