"""How many activity types each council has on record."""

from collections import Counter
from statistics import median

import pandas as pd

from resilience.findings.view import Findings, Holdings

HEADS = {
    "policies": "Policies found",
    "n": "Authorities",
    "median": "Activity types, middle number",
    "fewest": "Fewest",
    "most": "Most",
}


def types_a_council(councils: Holdings) -> pd.DataFrame:
    """Count councils by their number of types, from one on, gaps included: label, n."""
    sizes = Counter(len(types) for types in councils.values() if types)
    return pd.DataFrame(
        [
            {"label": f"{size} type{'' if size == 1 else 's'}", "n": sizes[size]}
            for size in range(1, max(sizes) + 1)
        ]
    )


def types_of_each_council(findings: Findings, councils: Holdings) -> pd.DataFrame:
    """List councils with their region and numbers of types and policies: council, region, n, Policies."""
    found = _policies_found(findings)
    return pd.DataFrame(
        [
            {
                "council": findings.base.councils[slug].name,
                "region": findings.base.councils[slug].region,
                "n": len(types),
                "Policies": found[slug],
            }
            for slug, types in councils.items()
            if types
        ]
    )


def policies_and_types(findings: Findings, councils: Holdings) -> pd.DataFrame:
    """Give the middle number of types by how many policies of a council were found: policies, n, types."""
    found = _policies_found(findings)
    groups: dict[int, list[int]] = {}
    for slug, types in councils.items():
        groups.setdefault(found[slug], []).append(len(types))
    return pd.DataFrame(
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
