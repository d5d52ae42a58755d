"""Synthesis without meta-analysis: which way results point, and how sure a count of them can be.

Campbell M and others. Synthesis without meta-analysis (SWiM) in systematic reviews: reporting guideline. BMJ
2020;368:l6890. A count says nothing of how large effects are.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import comb

from .distributions import LEVEL, beta_quantile
from .errors import CannotPool

BENEFIT, HARM, MIXED, NO_DIFFERENCE, UNCLEAR = "benefit", "harm", "mixed", "no-difference", "unclear"
CLEAR_SHARE = 0.7
"""Share of a study's results that must point one way to give the study a direction."""


@dataclass(frozen=True)
class Pointing:
    """Which way a result points, and whether a number was seen for it."""

    direction: str
    has_number: bool


@dataclass(frozen=True)
class Tally:
    """Results by direction. No number seen is not no effect: each kind also says how many have a number."""

    benefit: int
    harm: int
    no_difference: int
    mixed: int
    unclear: int
    without_number: int
    """Results, of any direction, for which no number was seen."""

    @property
    def total(self) -> int:
        """Count the results."""
        return self.benefit + self.harm + self.no_difference + self.mixed + self.unclear


@dataclass(frozen=True)
class SignTest:
    """How many results point towards benefit, out of those that point towards benefit or harm."""

    benefit: int
    harm: int
    share: float
    share_low: float
    share_high: float
    p: float


def tally(results: Iterable[Pointing]) -> Tally:
    """Count results by direction."""
    listed = list(results)
    counts = Counter(result.direction for result in listed)
    if unknown := set(counts) - {BENEFIT, HARM, MIXED, NO_DIFFERENCE, UNCLEAR}:
        raise ValueError(f"unknown directions: {', '.join(sorted(unknown))}")
    return Tally(
        benefit=counts[BENEFIT],
        harm=counts[HARM],
        no_difference=counts[NO_DIFFERENCE],
        mixed=counts[MIXED],
        unclear=counts[UNCLEAR],
        without_number=sum(not result.has_number for result in listed),
    )


def direction_of_study(directions: Sequence[str]) -> str:
    """Give one direction for a study with several results on one outcome, so that each study votes once.

    Boon MH, Thomson H. The effect direction plot revisited. Res Synth Methods 2021;12:29-33: the direction of
    at least 70% of the results, else mixed. Results whose direction is unclear don't vote.
    """
    votes = [direction for direction in directions if direction != UNCLEAR]
    if not votes:
        return UNCLEAR
    direction, count = Counter(votes).most_common(1)[0]
    return direction if count >= CLEAR_SHARE * len(votes) else MIXED


def sign_test(benefit: int, harm: int) -> SignTest:
    """Test whether benefit and harm are equally likely, and give the exact interval of the share of benefit.

    McKenzie JE, Brennan SE. Cochrane Handbook, chapter 12.2.1.3; Clopper CJ, Pearson ES. Biometrika
    1934;26:404-413.
    """
    number = benefit + harm
    if benefit < 0 or harm < 0:
        raise ValueError("a count is negative")
    if number == 0:
        raise CannotPool("No result points towards benefit or harm, so there is no sign to test.")
    tail = (1 - LEVEL) / 2
    at_most = sum(comb(number, fewer) for fewer in range(min(benefit, harm) + 1))
    return SignTest(
        benefit=benefit,
        harm=harm,
        share=benefit / number,
        share_low=beta_quantile(tail, benefit, harm + 1) if benefit else 0.0,
        share_high=beta_quantile(1 - tail, benefit + 1, harm) if harm else 1.0,
        # The two tails of a fair coin are alike; where they meet, the middle counts once.
        p=min(1.0, 2 * at_most / 2**number),
    )
