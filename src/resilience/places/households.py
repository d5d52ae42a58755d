"""The estimates by households, with errors that know of areas: CR1, and the wild cluster bootstrap."""

import math
from collections.abc import Callable
from functools import lru_cache

import numpy as np

from resilience.places.area_sums import AreaSums, Floats
from resilience.places.estimate import Estimate, Method, by_t
from resilience.synthesis.distributions import LEVEL

TERMS = 4
"""What the regression fits: a mean for each group in each wave."""
ENUMERATED = 14
"""Up to this number of areas all signs are gone through, else DRAWS of them."""
DRAWS = 9_999
SEED = 20080803
HALVINGS = 12
"""Ends of the interval are this exact: a step of the search divided by 2 so many times."""
TIE = 1e-9


def by_households(survey: AreaSums) -> Estimate:
    """Estimate by least squares, with standard errors clustered by area (CR1) and t with areas less one.

    Bertrand M and others. How much should we trust differences-in-differences estimates? Q J Econ
    2004;119:249-275; Cameron AC, Miller DL. A practitioner's guide to cluster-robust inference. J Hum Resour
    2015;50:317-372. statsmodels gives the same (tests).
    """
    estimate = household_estimate(survey)
    people, areas = survey.counts.sum(), survey.areas
    correction = areas / (areas - 1) * (people - 1) / (people - TERMS)
    _, squares = refit(survey, residuals(survey, estimate), np.ones((1, areas)))
    return by_t(Method.HOUSEHOLDS, estimate, math.sqrt(correction * squares[0]), areas - 1)


def household_estimate(survey: AreaSums) -> float:
    """Give the difference in change of the means over households."""
    means = survey.of_group(survey.totals) / survey.of_group(survey.counts)
    changes = means[:, 1] - means[:, 0]
    return float(changes[survey.programme][0] - changes[~survey.programme][0])


def residuals(survey: AreaSums, difference: float) -> Floats:
    """Give the sums of residuals by area and wave (G x 2) once the difference in change is fixed.

    The means of the four cells of group and wave move in inverse proportion to their answers, which is least
    squares with one constraint.
    """
    answers = survey.of_group(survey.counts)
    means = survey.of_group(survey.totals) / answers
    spread = math.fsum(float((1 / answers[own][0]).sum()) for own in (survey.programme, ~survey.programme))
    moved = _signs(survey) / answers * (household_estimate(survey) - difference) / spread
    return survey.totals - survey.counts * (means - moved)


def refit(survey: AreaSums, residual_sums: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Fit again with the residuals of each area times its weight; `weights` are B x G.

    Gives for each row how far the difference in change moves, and the sum of the squared influences of areas,
    which is the squared standard error but for a constant (B each).
    """
    moved, squares = np.zeros(len(weights)), np.zeros(len(weights))
    signs, answers = _signs(survey), survey.of_group(survey.counts)
    for own in (survey.programme, ~survey.programme):
        influence = np.zeros((len(weights), int(own.sum())))
        for wave in (0, 1):
            scale = signs[own, wave] / answers[own, wave]
            given = weights[:, own] * residual_sums[own, wave]
            mean = given.sum(axis=1) / answers[own, wave][0]
            moved += mean * signs[own, wave][0]
            influence += scale * (given - mean[:, None] * survey.counts[own, wave])
        squares += (influence**2).sum(axis=1)
    return moved, squares


def _signs(survey: AreaSums) -> Floats:
    """Give how the mean of each cell enters the difference in change: G x 2, of 1 and -1."""
    group = np.where(survey.programme, 1.0, -1.0)
    return np.stack([-group, group], axis=1)


def by_wild_bootstrap(survey: AreaSums) -> Estimate:
    """Estimate by households, with p and interval by the wild cluster bootstrap with the null imposed.

    Cameron AC, Gelbach JB, Miller DL. Bootstrap-based improvements for inference with clustered errors. Rev
    Econ Stat 2008;90:414-427. The interval holds the differences that the test does not turn down. Signs are
    Rademacher's: from eight areas on there are 128 t values, which is enough at 5 in 100; with fewer Webb MD
    (Can J Econ 2023;56:839-858) asks for six weights. With very few areas in one group it sees next to
    nothing: MacKinnon JG, Webb MD. The wild bootstrap for few (treated) clusters. Econom J 2018;21:114-135.
    """
    fitted = by_households(survey)

    def fits(difference: float) -> bool:
        return p_value(survey, difference) > 1 - LEVEL

    half = fitted.ci_high - fitted.estimate
    low, high = (_end(fits, fitted.estimate, step) for step in (-half, half))
    return Estimate(Method.WILD_BOOTSTRAP, fitted.estimate, low, high, p_value(survey))


def p_value(survey: AreaSums, difference: float = 0.0) -> float:
    """Give the two-sided p of a difference in change."""
    estimate = household_estimate(survey)
    _, squares = refit(survey, residuals(survey, estimate), np.ones((1, survey.areas)))
    observed = abs(estimate - difference) / math.sqrt(squares[0])
    moved, squares = refit(survey, residuals(survey, difference), signs(survey.areas))
    with np.errstate(divide="ignore", invalid="ignore"):
        drawn = np.nan_to_num(np.abs(moved) / np.sqrt(squares), posinf=np.inf)
    as_far = int((drawn >= observed * (1 - TIE)).sum())
    # Among all signs are those of the survey itself; to those that were drawn it is added.
    return as_far / len(drawn) if survey.areas <= ENUMERATED else (as_far + 1) / (len(drawn) + 1)


@lru_cache(maxsize=4)
def signs(areas: int) -> Floats:
    """Give rows of signs: all that differ (2 to the power of areas less one), or DRAWS with a fixed seed.

    Turning all signs of a row around gives the same t but for its sign, so the first area's stands.
    """
    if areas <= ENUMERATED:
        rows = np.arange(2 ** (areas - 1))[:, None] >> np.arange(areas - 1) & 1
        return np.hstack([np.ones((len(rows), 1)), np.where(rows, -1.0, 1.0)])
    # NumPy promises that this generator, unlike its newer ones, never changes.
    return np.where(np.random.RandomState(SEED).randint(2, size=(DRAWS, areas)), -1.0, 1.0)


def _end(fits: Callable[[float], bool], inside: float, step: float) -> float:
    """Find the end of the values that fit, on the side of `step`.

    The search ends, for where a difference is far off only the survey's own signs keep up with it: 1 row of
    128 or more.
    """
    while fits(inside + step):
        inside, step = inside + step, 2 * step
    for _ in range(HALVINGS):
        step /= 2
        if fits(inside + step):
            inside += step
    return inside
