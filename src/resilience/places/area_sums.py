"""A survey of two waves as sums of areas: all that the estimates need to know of it."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from resilience.places.microdata import WAVES

Floats: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True)
class AreaSums:
    """Areas in the order of their names, G of them, each in one group and with answers in both waves."""

    programme: NDArray[np.bool_]
    """Which areas stand in the programme: G."""
    counts: Floats
    """Answers by area and wave: G x 2."""
    totals: Floats
    """Sums of the answers by area and wave: G x 2."""

    @property
    def areas(self) -> int:
        """Count the areas."""
        return len(self.programme)

    @property
    def means(self) -> Floats:
        """Give the mean of each area in each wave: G x 2."""
        means: Floats = self.totals / self.counts
        return means

    @property
    def changes(self) -> Floats:
        """Give the mean of each area after, less the mean before: G."""
        means = self.means
        changes: Floats = means[:, 1] - means[:, 0]
        return changes

    def of_group(self, values: Floats) -> Floats:
        """Give to each area the sum over the areas of its group, by wave: G x 2."""
        own = self.programme[:, None]
        sums: Floats = np.where(own, values[self.programme].sum(axis=0), values[~self.programme].sum(axis=0))
        return sums


def area_sums(answered: pd.DataFrame, outcome: str) -> AreaSums:
    """Sum up a table that `check_microdata` accepts, without the rows that have no answer."""
    grouped = answered.groupby(["group", "area", "wave"])[outcome].agg(["size", "sum"])
    counts, totals = (grouped[name].unstack("wave")[list(WAVES)] for name in ("size", "sum"))
    return AreaSums(
        programme=(counts.index.get_level_values("group") == "programme"),
        counts=counts.to_numpy(float),
        totals=totals.to_numpy(float),
    )
