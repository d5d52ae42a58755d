"""Synthesis without meta-analysis: which way results point, and how sure a count of them can be.

Campbell M and others. Synthesis without meta-analysis (SWiM) in systematic reviews: reporting guideline. BMJ
2020;368:l6890. A count says nothing of how large effects are.
"""

from dataclasses import dataclass
from math import comb

from resilience.synthesis.distributions import LEVEL, beta_quantile
from resilience.synthesis.effects import CannotPool

FEWEST_VOTES = 6
"""Below this number even votes that all agree could be chance: five of five has p = 0.06."""


@dataclass(frozen=True)
class SignTest:
    """How many results point towards benefit, out of those that point towards benefit or harm."""

    benefit: int
    harm: int
    share: float
    share_low: float
    share_high: float
    p: float


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
