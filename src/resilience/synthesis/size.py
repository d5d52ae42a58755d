"""How big an effect is: people in 100 from a ratio and a starting risk, pairs in 100 from an SMD.

An odds ratio is never read as a risk ratio, and no ratio gives people in 100 without a stated risk.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from resilience.synthesis.distributions import normal_above
from resilience.synthesis.effects import CannotPool

RARE = 0.1
"""Up to this risk a rate ratio may be read as one of risks: a ratio up to 2 then errs by 1 in 100 at most."""
SIZE_WORDS = ((0.8, "large"), (0.5, "moderate"), (0.2, "small"), (0.0, "very small"))
"""Least size of an SMD for each word. Cohen J. Statistical power analysis for the behavioral sciences. 2nd
ed. 1988: 0.2 is small, 0.5 moderate, 0.8 large, as in the Cochrane Handbook, version 5.1, section 12.6.2,
which warns that what matters depends on the outcome."""


@dataclass(frozen=True)
class Estimate:
    """A number with the limits of its 95% interval; none for a limit that was not seen.

    Raises `CannotPool` where a number is not finite, or the limits do not enclose the value.
    """

    value: float
    low: float | None = None
    high: float | None = None

    def __post_init__(self) -> None:
        numbers = [self.value, *(end for end in (self.low, self.high) if end is not None)]
        if not all(map(math.isfinite, numbers)):
            raise CannotPool("A number of this effect is not a number.")
        below, above = (self.value if end is None else end for end in (self.low, self.high))
        if not below <= self.value <= above:
            raise CannotPool("The limits of the interval do not enclose the effect.")

    def through(self, rising: Callable[[float], float]) -> "Estimate":
        """Bring value and limits to another scale by a function that never falls."""
        low, high = (None if end is None else rising(end) for end in (self.low, self.high))
        return Estimate(rising(self.value), low, high)

    def turned(self) -> "Estimate":
        """Give the same effect seen from the other end of its scale."""
        low, high = (None if end is None else -end for end in (self.high, self.low))
        return Estimate(-self.value, low, high)


def absolute_change(metric: str, ratio: Estimate, risk: float) -> Estimate:
    """Give the change in risk, from -1 to 1, of people whose risk without the activity is `risk`.

    `metric` is `OR`, `RR`, `HR` or `rate-ratio`. Odds and risk ratios: Cochrane Handbook for Systematic
    Reviews of Interventions, version 5.1, sections 11.5.5 and 12.5.4 (chapters 14 and 15 of later ones).
    Hazard ratios: Altman DG, Andersen PK. BMJ 1999;319:1492-1495. A limit that would go beyond everybody
    stands for everybody.

    Raises `CannotPool` where the ratio is not above zero, the risk not between 0 and 1, the two together
    impossible, or a rate ratio is to be read as one of risks that are not rare.
    """
    if metric not in _WITH:
        raise CannotPool(f"{metric} is not a ratio of odds, risks, hazards or rates.")
    if min(end for end in (ratio.value, ratio.low, ratio.high) if end is not None) <= 0:
        raise CannotPool("A ratio must be above zero.")
    if not 0 < risk < 1:
        raise CannotPool("A starting risk must lie between none and all.")
    if metric == "rate-ratio" and risk > RARE:
        raise CannotPool(
            "A rate ratio compares how often something happens; it is no ratio of risks unless they are rare."
        )
    with_it = _WITH[metric]
    if with_it(ratio.value, risk) > 1:
        raise CannotPool("The ratio and the starting risk together give more people than there are.")
    return ratio.through(lambda times: min(with_it(times, risk), 1.0) - risk)


def _by_odds(ratio: float, risk: float) -> float:
    odds = ratio * risk / (1 - risk)
    return odds / (1 + odds)


def _by_hazard(ratio: float, risk: float) -> float:
    # The same as 1 - (1 - risk) ** ratio, and exact for tiny risks too.
    return -math.expm1(ratio * math.log1p(-risk))


def _by_risk(ratio: float, risk: float) -> float:
    return ratio * risk


_WITH: dict[str, Callable[[float, float], float]] = {
    "OR": _by_odds,
    "RR": _by_risk,
    "HR": _by_hazard,
    "rate-ratio": _by_risk,
}
"""The risk with the activity, from a ratio and the risk without it."""


def pairs_in_100(smd: Estimate) -> Estimate:
    """Count, of 100 pairs of a person with and one without the activity, those where the first is better off.

    The SMD must be above zero where the activity is better; 50 pairs mean no difference. It holds for
    outcomes that follow normal curves of one width. McGraw KO, Wong SP. A common language effect size
    statistic. Psychological Bulletin, 1992.
    """
    return smd.through(lambda d: 100 * normal_above(-d / math.sqrt(2)))


def size_word(smd: float) -> str:
    """Name the size of an SMD, whichever way it points: very small, small, moderate or large."""
    if not math.isfinite(smd):
        raise CannotPool("A number of this effect is not a number.")
    return next(word for least, word in SIZE_WORDS if abs(smd) >= least)
