"""Shares of a hundred with their intervals."""

from math import hypot, sqrt
from statistics import NormalDist
from typing import NamedTuple

import pandas as pd

Z = NormalDist().inv_cdf(0.975)


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
        part, spread = self.right / self.n, Z * Z / self.n
        middle = part + spread / 2
        reach = Z * sqrt(part * (1 - part) / self.n + spread / (4 * self.n))
        return 100 * (middle - reach) / (1 + spread), 100 * (middle + reach) / (1 + spread)

    def as_columns(self) -> dict[str, float | None]:
        """Give it as columns of a frame: right, n, value, ci_low, ci_high."""
        low, high = self.interval or (None, None)
        return {"right": self.right, "n": self.n, "value": self.value, "ci_low": low, "ci_high": high}


def shares_frame(shares: dict[str, Share]) -> pd.DataFrame:
    """Give shares as a frame: label, right, n, value, ci_low, ci_high."""
    return pd.DataFrame([{"label": label, **share.as_columns()} for label, share in shares.items()])


class Difference(NamedTuple):
    """The first share less the second, in points of a hundred, with its 95% interval."""

    first: Share
    second: Share

    @property
    def value(self) -> float | None:
        """Give the difference, or None where one of the shares has no n."""
        one, other = self.first.value, self.second.value
        return None if one is None or other is None else one - other

    @property
    def interval(self) -> tuple[float, float] | None:
        """Give the hybrid score interval of Newcombe (1998), Stat. Med. 17, 873-890, method 10."""
        value, one, other = self.value, self.first.interval, self.second.interval
        if value is None or one is None or other is None:
            return None
        p, q = 100 * self.first.right / self.first.n, 100 * self.second.right / self.second.n
        return (
            value - hypot(p - one[0], other[1] - q),
            value + hypot(one[1] - p, q - other[0]),
        )
