"""The councils with a policy on record: where they lie, and how many types each has."""

from collections import Counter
from collections.abc import Iterable
from statistics import median
from typing import TYPE_CHECKING

from resilience.findings.view import Findings
from resilience.records.policy import Council
from resilience.tables.frame import frame

if TYPE_CHECKING:
    import pandas as pd

HEADS = {
    "policies": "Policies found",
    "n": "Authorities",
    "median": "Activity types, middle number",
    "fewest": "Fewest",
    "most": "Most",
}


def councils_by_region(findings: Findings) -> "pd.DataFrame":
    """Count councils and their policies by region of England or by nation: region, n, policies."""
    councils = Counter(one.region for one in _with_policies(findings))
    policies = Counter(
        findings.base.councils[policy.council].region for policy in findings.base.policies.values()
    )
    return frame(
        [{"region": region, "n": n, "policies": policies[region]} for region, n in sorted(councils.items())]
    )


def councils_by_kind(findings: Findings) -> "pd.DataFrame":
    """Count councils by kind of authority: label, n."""
    return tally(one.type.label for one in _with_policies(findings))


def councils_by_nation(findings: Findings) -> "pd.DataFrame":
    """Count councils by nation: label, n."""
    return tally(one.nation.value for one in _with_policies(findings))


def _with_policies(findings: Findings) -> list[Council]:
    on_record = findings.base.councils_on_record
    return [on_record[slug] for slug in sorted(on_record)]


def tally(labels: Iterable[str]) -> "pd.DataFrame":
    """Count labels in the order in which they come: label, n."""
    return frame([{"label": label, "n": n} for label, n in Counter(labels).items()])


def types_a_council(findings: Findings) -> "pd.DataFrame":
    """Count councils by their number of types, from one on, gaps included: label, n."""
    sizes = Counter(len(types) for types in findings.council_types.values() if types)
    return frame(
        [
            {"label": f"{size} type{'' if size == 1 else 's'}", "n": sizes[size]}
            for size in range(1, max(sizes) + 1)
        ]
    )


def types_of_each_council(findings: Findings) -> "pd.DataFrame":
    """List councils with their region and numbers of types and policies: council, region, n, Policies."""
    found = _policies_found(findings)
    return frame(
        [
            {
                "council": findings.base.councils[slug].name,
                "region": findings.base.councils[slug].region,
                "n": len(types),
                "Policies": found[slug],
            }
            for slug, types in findings.council_types.items()
            if types
        ]
    )


def policies_and_types(findings: Findings) -> "pd.DataFrame":
    """Give the middle number of types by how many policies of a council were found: policies, n, types."""
    found = _policies_found(findings)
    groups: dict[int, list[int]] = {}
    for slug, types in findings.council_types.items():
        groups.setdefault(found[slug], []).append(len(types))
    return frame(
        [
            {
                "policies": number,
                "n": len(sizes),
                "median": median(sizes),
                "fewest": min(sizes),
                "most": max(sizes),
            }
            for number, sizes in sorted(groups.items())
        ]
    )


def _policies_found(findings: Findings) -> Counter[str]:
    return Counter(policy.council for policy in findings.base.policies.values())
