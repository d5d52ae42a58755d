"""How hard we looked for the policies of each activity type, as far as the records tell.

Of the first rounds no log of searches was kept: which words were searched, where, on which day, and what was
turned down. What is left of them is where each record was read, and when it came in.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import pandas as pd

from resilience.findings.view import Findings
from resilience.policies.actions import types_in_order
from resilience.policies.sources import sites, writer

HEADS = {
    "label": "Activity type",
    "policies": "Policies found",
    "top_up": "Of them in the second round",
    "councils": "Authorities",
    "sites": "Websites read",
    "copies": "Policies read only as a copy",
    "added": "Came in",
    "leads": "Leads to studies",
    "gaps": "Notes on gaps",
}


def effort_by_type(findings: Findings) -> pd.DataFrame:
    """Tell what was found of each type, where and when; columns as in `HEADS`."""
    joins = findings.joins
    rows = []
    for slug in types_in_order(findings):
        policies = joins.policies_by_type.get(slug, [])
        rows.append(
            {
                "label": findings.base.types[slug].label,
                "policies": len(policies),
                "top_up": sum(policy.top_up for policy in policies),
                "councils": len({policy.council for policy in policies}),
                "sites": len(sites(policies)),
                "copies": sum(policy.provenance.only_mirrors for policy in policies),
                "added": months([policy.provenance.added for policy in policies]),
                "leads": len(joins.leads_by_type.get(slug, [])),
                "gaps": len(joins.gaps_about.get(slug, [])),
            }
        )
    return pd.DataFrame(rows)


def writers_by_type(findings: Findings) -> pd.DataFrame:
    """Count policies by activity type and by who wrote the first source that was read: row, column, n."""
    joins = findings.joins
    columns = [
        kind for kind, _ in Counter(writer(one) for one in findings.base.policies.values()).most_common()
    ]
    counted = {
        slug: Counter(writer(policy) for policy in joins.policies_by_type.get(slug, []))
        for slug in types_in_order(findings)
    }
    return pd.DataFrame(
        [
            {"row": findings.base.types[slug].label, "column": column, "n": found[column]}
            for slug, found in counted.items()
            for column in columns
            if found[column]
        ]
    )


def months(days: Sequence[date]) -> str:
    """Write the months in which the days lie, from the first to the last; empty where there is none."""
    if not days:
        return ""
    first, last = (f"{day:%B %Y}" for day in (min(days), max(days)))
    return first if first == last else f"{first} to {last}"
