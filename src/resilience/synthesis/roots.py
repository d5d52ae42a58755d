"""Roots of a function of one number."""

import sys
from collections.abc import Callable

EPSILON = sys.float_info.epsilon


def root(function: Callable[[float], float], low: float, high: float, tolerance: float = 0.0) -> float:
    """Find where a function changes sign between two ends; full precision unless a tolerance is given.

    Brent RP. Algorithms for minimization without derivatives. Prentice-Hall, 1973, chapter 4. The order of
    the steps is that of R's `uniroot`, so that a search stopped early stops where R's stops.
    """
    # `best` is the newest estimate, `last` the one before; the root lies between `best` and `other`.
    last, best = low, high
    f_last, f_best = function(last), function(best)
    if f_last == 0 or f_best == 0:
        return last if f_last == 0 else best
    if (f_last > 0) == (f_best > 0):
        raise ValueError("the function has one sign at both ends")
    other, f_other = last, f_last
    while True:
        previous_step = best - last
        if abs(f_other) < abs(f_best):
            last, best, other = best, other, best
            f_last, f_best, f_other = f_best, f_other, f_best
        smallest = 2 * EPSILON * abs(best) + tolerance / 2
        step = (other - best) / 2
        if abs(step) <= smallest or f_best == 0:
            return best
        if abs(previous_step) >= smallest and abs(f_last) > abs(f_best):
            top, bottom = _interpolated(last, best, other, f_last, f_best, f_other)
            inside = top < 0.75 * (other - best) * bottom - abs(smallest * bottom) / 2
            if inside and top < abs(previous_step * bottom / 2):
                step = top / bottom
        if abs(step) < smallest:
            step = smallest if step > 0 else -smallest
        last, f_last = best, f_best
        best += step
        f_best = function(best)
        if f_best != 0 and (f_best > 0) == (f_other > 0):
            other, f_other = last, f_last


def _interpolated(
    last: float, best: float, other: float, f_last: float, f_best: float, f_other: float
) -> tuple[float, float]:
    """Give a step from `best` as a fraction whose numerator is not negative: a secant or inverse parabola."""
    span = other - best
    if last == other:
        ratio = f_best / f_last
        top, bottom = span * ratio, 1 - ratio
    else:
        far, near, ratio = f_last / f_other, f_best / f_other, f_best / f_last
        top = ratio * (span * far * (far - near) - (best - last) * (near - 1))
        bottom = (far - 1) * (near - 1) * (ratio - 1)
    return (top, -bottom) if top > 0 else (-top, bottom)
