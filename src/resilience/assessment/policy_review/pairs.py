"""Which activity types go together, in the same policy or with the same council."""

from collections import Counter
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from ...evidence import EvidenceBase
from .holdings import Holdings, types_in_order

ENOUGH = 5
"""The fewest policies or councils with both types for which a lift is given."""
ONE_IN = 20
"""A type is often found where at least one in so many holds it."""
NAMED = 12
"""How many pairs are named; those level with the last are named too."""
FEW = "too few"
SHOWN = f"The {NAMED} pairs that we found most often, and those level with the last of them."
OFTEN = f"Shown are the activities that at least one in {ONE_IN} policies on record holds."
LIFT = f"The table gives a lift where at least {ENOUGH} hold both."


class Pair(NamedTuple):
    """Two types, and how many policies or councils of `n` hold the first, the second and both."""

    first: str
    second: str
    both: int
    with_first: int
    with_second: int
    n: int

    @property
    def expected(self) -> float:
        """How many would hold both if the two were spread over all without regard to each other."""
        return self.with_first * self.with_second / self.n

    @property
    def lift(self) -> float | None:
        """How many times as often as that they go together; None for a pair with few (under `ENOUGH`).

        Brin S and others. Proc. ACM SIGMOD 1997, 255-264 (as `interest`): both * n / (first * second).
        """
        return self.both / self.expected if self.both >= ENOUGH else None


def pairs(base: EvidenceBase, holdings: Holdings) -> list[Pair]:
    """List the pairs that any policy or council holds, those with most first."""
    order = types_in_order(base)
    single = Counter(slug for types in holdings.values() for slug in types)
    both = Counter(
        pair for types in holdings.values() for pair in combinations(sorted(types, key=order.index), 2)
    )
    found = [Pair(*pair, n, single[pair[0]], single[pair[1]], len(holdings)) for pair, n in both.items()]
    return sorted(found, key=lambda one: (-one.both, order.index(one.first), order.index(one.second)))


def pairs_frame(base: EvidenceBase, found: list[Pair]) -> pd.DataFrame:
    """List pairs for readers: the two types, the counts, and the lift where there are enough."""
    return pd.DataFrame(
        [
            {
                "first": base.types[one.first].label,
                "second": base.types[one.second].label,
                "both": one.both,
                "with_first": one.with_first,
                "with_second": one.with_second,
                "lift": None if one.lift is None else round(one.lift, 1),
            }
            for one in found
        ]
    )


def most_found(base: EvidenceBase, found: list[Pair]) -> pd.DataFrame:
    """Name the pairs that were found most often, as many as `SHOWN` says: label, n."""
    least = found[:NAMED][-1].both if found else 0
    return pd.DataFrame(
        [{"label": named(base, pair), "n": pair.both} for pair in found if pair.both >= least]
    )


def named(base: EvidenceBase, pair: Pair) -> str:
    """Name the two types of a pair."""
    return f"{base.types[pair.first].label} with {base.types[pair.second].label.lower()}"


def often_found(base: EvidenceBase, holdings: Holdings) -> list[str]:
    """List the labels of types that at least one in `ONE_IN` policies or councils holds, by domain."""
    single = Counter(slug for types in holdings.values() for slug in types)
    return [base.types[slug].label for slug in types_in_order(base) if single[slug] * ONE_IN >= len(holdings)]


def domains_together(base: EvidenceBase, holdings: Holdings) -> pd.DataFrame:
    """Count policies or councils that act in both of two domains: row, column, n; in one, beside itself."""
    sets = [{base.types[slug].domain for slug in types} for types in holdings.values()]
    return pd.DataFrame(
        [
            {
                "row": row.label,
                "column": column.label,
                "n": sum({row.slug, column.slug} <= held for held in sets),
            }
            for row in base.domains.values()
            for column in base.domains.values()
        ]
    )
