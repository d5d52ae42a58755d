"""The estimate by households, with standard errors that know of areas."""

import math

import numpy as np

from resilience.places.area_sums import AreaSums, Floats
from resilience.places.estimate import Estimate, Method, by_t

TERMS = 4
"""What the regression fits: a mean for each group in each wave."""


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
    spread = sum(float((1 / answers[own][0]).sum()) for own in (survey.programme, ~survey.programme))
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
