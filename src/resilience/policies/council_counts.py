"""With how many councils we found each activity type or domain: in all, by nation, by kind, by region.

These are counts of a collection and not of a sample, so they carry no interval.
"""

from collections import Counter
from collections.abc import Iterable

import pandas as pd

from resilience.findings.view import Findings, Holdings
from resilience.policies.actions import types_in_order

NORTH_WEST, ELSEWHERE = "North West", "Elsewhere"


def councils_by_type(findings: Findings) -> pd.DataFrame:
    """Count the councils with each type, those found most often first: label, n."""
    councils = findings.council_types
    held = {slug: sum(slug in types for types in councils.values()) for slug in types_in_order(findings)}
    ordered = sorted(held, key=lambda slug: -held[slug])
    return pd.DataFrame([{"label": findings.base.types[slug].label, "n": held[slug]} for slug in ordered])


def types_by_nation(findings: Findings) -> pd.DataFrame:
    """Count the councils with each type in each nation: row, column, n; a pair without one is missing."""
    nations = _nations(findings)
    order = [name for name, _ in Counter(nations.values()).most_common()]
    return _types_by(findings, findings.council_types, nations, order)


def councils_by_side(findings: Findings) -> pd.DataFrame:
    """Count councils with each type in the North West and elsewhere: row, column, n."""
    return _types_by_side(findings, findings.council_types)


def policies_by_side(findings: Findings) -> pd.DataFrame:
    """Count policies with each type in the North West and elsewhere: row, column, n."""
    return _types_by_side(findings, findings.policy_types)


def domains_by_kind(findings: Findings) -> pd.DataFrame:
    """Count the councils of each kind with any type of a domain, largest kind first: row, column, n."""
    councils, kinds = findings.council_types, _kinds(findings)
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


def nations_said(findings: Findings) -> str:
    """Say how many councils are on record in each nation."""
    return sizes_said(_nations(findings), "councils")


def kinds_said(findings: Findings) -> str:
    """Say how many councils of each kind are on record."""
    return sizes_said(_kinds(findings), "councils")


def council_sides_said(findings: Findings) -> str:
    """Say how many councils are on record in the North West and elsewhere."""
    return sizes_said(_sides(findings, findings.council_types), "councils")


def policy_sides_said(findings: Findings) -> str:
    """Say how many policies are on record in the North West and elsewhere."""
    return sizes_said(_sides(findings, findings.policy_types), "policies")


def sizes_said(groups: dict[str, str], things: str) -> str:
    """Say how many of the `things` are on record in each group, as a count means little without it."""
    sizes = ", ".join(f"{name} {n}" for name, n in Counter(groups.values()).most_common())
    return f"On record are {len(groups)} {things}: {sizes}."


def _nations(findings: Findings) -> dict[str, str]:
    return {slug: findings.base.councils[slug].nation.value for slug in findings.council_types}


def _kinds(findings: Findings) -> dict[str, str]:
    return {slug: findings.base.councils[slug].type.label for slug in findings.council_types}


def _sides(findings: Findings, slugs: Iterable[str]) -> dict[str, str]:
    return {slug: NORTH_WEST if _region(findings, slug) == NORTH_WEST else ELSEWHERE for slug in slugs}


def _region(findings: Findings, slug: str) -> str:
    policy = findings.base.policies.get(slug)
    return findings.base.councils[policy.council if policy else slug].region


def _types_by_side(findings: Findings, holdings: Holdings) -> pd.DataFrame:
    return _types_by(findings, holdings, _sides(findings, holdings), (NORTH_WEST, ELSEWHERE))


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
