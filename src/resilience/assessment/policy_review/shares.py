"""Shares of councils with an activity type or with a domain, each with its n and its interval."""

from collections.abc import Iterable

import pandas as pd

from ...evidence import EvidenceBase
from ...evidence.shares import Share, shares_frame
from .holdings import Holdings, types_in_order


def shares_of_councils(base: EvidenceBase, councils: Holdings) -> pd.DataFrame:
    """Give the share of councils with each type, commonest first: label, right, n, value, ci_low, ci_high."""
    held = {slug: sum(slug in types for types in councils.values()) for slug in types_in_order(base)}
    ordered = sorted(held, key=lambda slug: -held[slug])
    return shares_frame({base.types[slug].label: Share(held[slug], len(councils)) for slug in ordered})


def types_by_nation(base: EvidenceBase, councils: Holdings) -> pd.DataFrame:
    """Give the share of a nation's councils with each type: row, column, right, n and the share."""
    columns = {slug: base.councils[slug].nation.value for slug in councils}
    rows = {
        base.types[slug].label: {name for name, types in councils.items() if slug in types}
        for slug in types_in_order(base)
    }
    return _crossed(
        (row, column, holding, {name for name in councils if columns[name] == column})
        for row, holding in rows.items()
        for column in sorted(set(columns.values()))
    )


def domains_by_kind(base: EvidenceBase, councils: Holdings) -> pd.DataFrame:
    """Give the share of each kind of authority with any type of a domain: row, column, right, n, share."""
    kinds = {slug: base.councils[slug].type.label for slug in councils}
    sizes = pd.Series(kinds).value_counts()
    return _crossed(
        (
            kind,
            domain.label,
            {name for name, types in councils.items() if _any_in(base, types, domain.slug)},
            {name for name in councils if kinds[name] == kind},
        )
        for kind in sorted(sizes.index, key=lambda name: (-sizes[name], name))
        for domain in base.domains.values()
    )


def _any_in(base: EvidenceBase, types: Iterable[str], domain: str) -> bool:
    return any(base.types[slug].domain == domain for slug in types)


def _crossed(cells: Iterable[tuple[str, str, set[str], set[str]]]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {"row": row, "column": column, **Share(len(holding & group), len(group)).as_columns()}
            for row, column, holding, group in cells
        ]
    )
