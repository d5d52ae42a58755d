"""The estimate that leads: each area counts once, by the change of its mean."""

import math

from resilience.places.area_sums import AreaSums
from resilience.places.estimate import Estimate, Method, by_t

SMALL = 2 / 3
"""Fewer areas with fewer answers in each than this share of the other group's make intervals too narrow."""


def by_area_means(survey: AreaSums) -> Estimate:
    """Compare the changes of areas in two groups by t with equal variances and G - 2 degrees of freedom.

    Donald SG, Lang K. Inference with difference-in-differences and other panel data. Rev Econ Stat
    2007;89:221-233: with few groups, t by groups holds its level where errors clustered by group do not.
    `benchmarks/false_alarms.py` measures it.
    """
    groups = [survey.changes[survey.programme], survey.changes[~survey.programme]]
    programme, comparison = (float(one.mean()) for one in groups)
    df = survey.areas - 2
    variance = sum(float(((one - one.mean()) ** 2).sum()) for one in groups) / df
    se = math.sqrt(variance * sum(1 / len(one) for one in groups))
    return by_t(Method.AREA_MEANS, programme - comparison, se, df)


def is_lopsided(survey: AreaSums) -> bool:
    """Say whether the group with fewer areas also has clearly fewer answers in each.

    Its changes then vary more by chance than those of the other group, which t with one spread for both does
    not see: 4 areas of 20 answers against 14 of 70 give 7 to 13 false alarms in 100 in place of 5.
    """
    fewer, more = sorted((survey.programme, ~survey.programme), key=lambda own: int(own.sum()))
    is_uneven = int(fewer.sum()) < int(more.sum())
    return is_uneven and bool(survey.counts[fewer].mean() < SMALL * survey.counts[more].mean())
