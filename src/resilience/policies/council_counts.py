"""With how many councils we found each activity type or domain: in all, by nation, by kind, by region.

These are counts of a collection and not of a sample, so they carry no interval.
"""

from collections import Counter
from collections.abc import Iterable

import pandas as pd

from resilience.findings.view import Findings, Holdings
from resilience.policies.holdings import types_in_order

NORTH_WEST, ELSEWHERE = "North West", "Elsewhere"


def councils_by_type(findings: Findings, councils: Holdings) -> pd.DataFrame:
    """Count the councils with each type, those found most often first: label, n."""
    held = {slug: sum(slug in types for types in councils.values()) for slug in types_in_order(findings)}
    ordered = sorted(held, key=lambda slug: -held[slug])
    return pd.DataFrame([{"label": findings.base.types[slug].label, "n": held[slug]} for slug in ordered])


def types_by_nation(findings: Findings, councils: Holdings) -> pd.DataFrame:
    """Count the councils with each type in each nation: row, column, n; a pair without one is missing."""
    nations = nations_of(findings, councils)
    return _types_by(
        findings, councils, nations, [name for name, _ in Counter(nations.values()).most_common()]
    )


def types_by_side(findings: Findings, holdings: Holdings) -> pd.DataFrame:
    """Count councils, or policies, with each type in the North West and elsewhere: row, column, n."""
    return _types_by(findings, holdings, sides_of(findings, holdings), (NORTH_WEST, ELSEWHERE))


def domains_by_kind(findings: Findings, councils: Holdings) -> pd.DataFrame:
    """Count the councils of each kind with any type of a domain, largest kind first: row, column, n."""
    kinds = kinds_of(findings, councils)
    counted = Counter(
        (kinds[slug], domain)
        for slug, types in councils.items()
        for domain in {findings.base.types[name].domain for name in types}
    )
    return _pairs(
        counted,
        {kind: kind for kind, _ in Counter(kinds.values()).most_common()},
        {slug: domain.label for slug, domain in findings.base.domains.items()},
    )


def nations_of(findings: Findings, councils: Iterable[str]) -> dict[str, str]:
    """Give the nation of each council."""
    return {slug: findings.base.councils[slug].nation.value for slug in councils}


def kinds_of(findings: Findings, councils: Iterable[str]) -> dict[str, str]:
    """Give what kind of authority each council is."""
    return {slug: findings.base.councils[slug].type.label for slug in councils}


def sides_of(findings: Findings, slugs: Iterable[str]) -> dict[str, str]:
    """Say of each council, or of each policy, whether it lies in the North West or elsewhere."""
    return {slug: NORTH_WEST if _region(findings, slug) == NORTH_WEST else ELSEWHERE for slug in slugs}


def sizes_said(groups: dict[str, str], things: str) -> str:
    """Say how many of the `things` are on record in each group, as a count means little without it."""
    sizes = ", ".join(f"{name} {n}" for name, n in Counter(groups.values()).most_common())
    return f"On record are {len(groups)} {things}: {sizes}."


def _region(findings: Findings, slug: str) -> str:
    policy = findings.base.policies.get(slug)
    return findings.base.councils[policy.council if policy else slug].region


def _types_by(
    findings: Findings, holdings: Holdings, groups: dict[str, str], columns: Iterable[str]
) -> pd.DataFrame:
    counted = Counter((name, groups[slug]) for slug, types in holdings.items() for name in types)
    rows = {slug: findings.base.types[slug].label for slug in types_in_order(findings)}
    return _pairs(counted, rows, {column: column for column in columns})


def _pairs(counted: Counter[tuple[str, str]], rows: dict[str, str], columns: dict[str, str]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {"row": label, "column": head, "n": counted[row, column]}
            for row, label in rows.items()
            for column, head in columns.items()
            if counted[row, column]
        ]
    )
