"""One estimate of a difference in change, and the methods that give one."""

from dataclasses import dataclass
from enum import StrEnum

from resilience.synthesis.distributions import critical_t, t_above


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
