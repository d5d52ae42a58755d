"""Which activity types go together, in the same policy or with the same council."""

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from resilience.findings.view import Findings, Holdings
from resilience.policies.actions import types_in_order
from resilience.tables.frame import frame

if TYPE_CHECKING:
    import pandas as pd

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


def pairs(findings: Findings, holdings: Holdings) -> list[Pair]:
    """List the pairs that any policy or council holds, those with most first."""
    order = types_in_order(findings)
    single = Counter(slug for types in holdings.values() for slug in types)
    both = Counter(
        pair for types in holdings.values() for pair in combinations(sorted(types, key=order.index), 2)
    )
    found = [Pair(*pair, n, single[pair[0]], single[pair[1]], len(holdings)) for pair, n in both.items()]
    return sorted(found, key=lambda one: (-one.both, order.index(one.first), order.index(one.second)))


def pairs_frame(findings: Findings, found: list[Pair]) -> "pd.DataFrame":
    """List pairs for readers: the two types, the counts, and the lift where there are enough."""
    return frame(
        [
            {
                "first": findings.base.types[one.first].label,
                "second": findings.base.types[one.second].label,
                "both": one.both,
                "with_first": one.with_first,
                "with_second": one.with_second,
                "lift": None if one.lift is None else round(one.lift, 1),
            }
            for one in found
        ]
    )


def in_policies(findings: Findings) -> "pd.DataFrame":
    """List the pairs that stand in the same policy, as `pairs_frame` does."""
    return pairs_frame(findings, pairs(findings, findings.policy_types))


def with_councils(findings: Findings) -> "pd.DataFrame":
    """List the pairs that stand with the same council, as `pairs_frame` does."""
    return pairs_frame(findings, pairs(findings, findings.council_types))


def most_found(findings: Findings) -> "pd.DataFrame":
    """Name the pairs that were found in most policies, as many as `SHOWN` says: label, n."""
    found = pairs(findings, findings.policy_types)
    least = found[:NAMED][-1].both if found else 0
    return frame([{"label": named(findings, pair), "n": pair.both} for pair in found if pair.both >= least])


def named(findings: Findings, pair: Pair) -> str:
    """Name the two types of a pair."""
    return f"{findings.base.types[pair.first].label} with {findings.base.types[pair.second].label.lower()}"


def often_found(findings: Findings) -> list[str]:
    """List the labels of types that at least one in `ONE_IN` policies holds, by domain."""
    holdings = findings.policy_types
    single = Counter(slug for types in holdings.values() for slug in types)
    return [
        findings.base.types[slug].label
        for slug in types_in_order(findings)
        if single[slug] * ONE_IN >= len(holdings)
    ]


def domains_together(findings: Findings) -> "pd.DataFrame":
    """Count policies that act in both of two domains: row, column, n; in one, beside itself."""
    sets = [{findings.base.types[slug].domain for slug in types} for types in findings.policy_types.values()]
    return frame(
        [
            {
                "row": row.label,
                "column": column.label,
                "n": sum({row.slug, column.slug} <= held for held in sets),
            }
            for row in findings.base.domains.values()
            for column in findings.base.domains.values()
        ]
    )


class Related(NamedTuple):
    """A type that stands in the same policies as another."""

    slug: str
    both: int
    """Policies with both types."""
    of: int
    """Policies with the other type."""
    elsewhere: int
    """Policies with this type and without the other."""
    rest: int
    """Policies without the other type."""

    @property
    def is_commoner(self) -> bool:
        """Say whether it is commoner beside the other type than elsewhere."""
        return self.both * self.rest > self.elsewhere * self.of


def related_types(findings: Findings, slug: str, at_least: int = 2) -> list[Related]:
    """List the types that stand beside one in at least so many policies, those with most first."""
    sets = [set(findings.joins.types_of(policy)) for policy in findings.base.policies.values()]
    beside = [types for types in sets if slug in types]
    others = [types for types in sets if slug not in types]
    found = [
        Related(
            other,
            sum(other in types for types in beside),
            len(beside),
            sum(other in types for types in others),
            len(others),
        )
        for other in findings.base.types
        if other != slug
    ]
    return sorted((one for one in found if one.both >= at_least), key=lambda one: (-one.both, one.slug))
