"""A share with its interval, and how far two coders agree, as a share and beyond what chance would give."""

from collections import Counter
from collections.abc import Hashable, Iterable
from math import fsum, sqrt
from typing import NamedTuple

from resilience.synthesis.distributions import critical_z


class Share(NamedTuple):
    """`right` of `n`, as a share of a hundred with its 95% interval; no interval where n is 0."""

    right: int
    n: int

    @property
    def value(self) -> float | None:
        """Give the share of a hundred."""
        return 100 * self.right / self.n if self.n else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Give the score interval of Wilson (1927), J. Am. Stat. Assoc. 22(158)."""
        if not self.n:
            return None
        z = critical_z()
        part, spread = self.right / self.n, z * z / self.n
        middle = part + spread / 2
        reach = z * sqrt(part * (1 - part) / self.n + spread / (4 * self.n))
        return 100 * (middle - reach) / (1 + spread), 100 * (middle + reach) / (1 + spread)


class Agreement(NamedTuple):
    """How often two codes of one thing were the same.

    A coefficient is None where both coders used one and the same code throughout: then there is nothing to
    tell apart, and chance agreement is not defined.
    """

    pairs: int
    same: int
    ac1: float | None
    """Gwet's AC1 (2008), Br. J. Math. Stat. Psychol. 61, 29-48, doi:10.1348/000711006X126600."""
    kappa: float | None
    """Cohen's kappa (1960), Educ. Psychol. Meas. 20, 37-46; low where one code is rare."""


def agreement(codes: Iterable[tuple[Hashable, Hashable]]) -> Agreement:
    """Compare pairs of codes; the categories are those that either coder used."""
    pairs = list(codes)
    n, same = len(pairs), sum(one == other for one, other in pairs)
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    categories = first.keys() | second.keys()
    if len(categories) < 2:
        return Agreement(n, same, None, None)
    shares = [(first[code] + second[code]) / (2 * n) for code in categories]
    by_chance = fsum(share * (1 - share) for share in shares) / (len(categories) - 1)
    at_random = sum(first[code] * second[code] for code in categories) / n**2
    return Agreement(n, same, _beyond(same / n, by_chance), _beyond(same / n, at_random))


def _beyond(share: float, chance: float) -> float:
    """Give how much of the way from chance to full agreement was gone."""
    return (share - chance) / (1 - chance)
