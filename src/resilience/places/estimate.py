"""One estimate of a difference in change, and the method that leads: each area counts once."""

import math
from dataclasses import dataclass
from enum import StrEnum

from resilience.places.area_sums import AreaSums
from resilience.synthesis.distributions import critical_t, t_above

SMALL = 2 / 3
"""Fewer areas with fewer answers in each than this share of the other group's make intervals too narrow."""


class Method(StrEnum):
    """How a difference in change is estimated; the first leads."""

    AREA_MEANS = "area-means"
    HOUSEHOLDS = "households"
    WILD_BOOTSTRAP = "wild-bootstrap"


LABELS = {
    Method.AREA_MEANS: "Change of area means, t",
    Method.HOUSEHOLDS: "Households, CR1, t",
    Method.WILD_BOOTSTRAP: "Households, wild bootstrap",
}


@dataclass(frozen=True)
class Estimate:
    """How much more the outcome changed in programme areas than in comparison areas, by one method."""

    method: Method
    estimate: float
    """In the unit of the outcome; for a yes or no answer a share, so times 100 it is percentage points."""
    ci_low: float
    """Of the 95% interval."""
    ci_high: float
    p: float
    """Two-sided, of no difference."""
    se: float | None = None
    """None where the method has no standard error."""
    df: int | None = None

    @property
    def includes_none(self) -> bool:
        """Say whether no difference lies in the interval."""
        return self.ci_low <= 0 <= self.ci_high


def by_t(method: Method, estimate: float, se: float, df: int) -> Estimate:
    """Give the interval and p by Student's t with `df` degrees of freedom; `se` is above 0."""
    half = critical_t(df) * se
    p = 2 * t_above(abs(estimate) / se, df)
    return Estimate(method, estimate, estimate - half, estimate + half, p, se, df)


def by_area_means(survey: AreaSums) -> Estimate:
    """Compare the changes of areas in two groups by t with equal variances and G - 2 degrees of freedom.

    Donald SG, Lang K. Inference with difference-in-differences and other panel data. Rev Econ Stat
    2007;89:221-233: with few groups, t by groups holds its level where errors clustered by group do not.
    `benchmarks/false_alarms.py` measures it.
    """
    groups = [survey.changes[survey.programme], survey.changes[~survey.programme]]
    programme, comparison = (float(one.mean()) for one in groups)
    df = survey.areas - 2
    variance = math.fsum(float(((one - one.mean()) ** 2).sum()) for one in groups) / df
    se = math.sqrt(variance * math.fsum(1 / len(one) for one in groups))
    return by_t(Method.AREA_MEANS, programme - comparison, se, df)


def is_lopsided(survey: AreaSums) -> bool:
    """Say whether the group with fewer areas also has clearly fewer answers in each.

    Its changes then vary more by chance than those of the other group, which t with one spread for both does
    not see: 4 areas of 20 answers against 14 of 70 give 7 to 13 false alarms in 100 in place of 5.
    """
    fewer, more = sorted((survey.programme, ~survey.programme), key=lambda own: int(own.sum()))
    is_uneven = int(fewer.sum()) < int(more.sum())
    return is_uneven and bool(survey.counts[fewer].mean() < SMALL * survey.counts[more].mean())
