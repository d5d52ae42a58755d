"""Shares of a hundred with their intervals."""

from math import sqrt
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
