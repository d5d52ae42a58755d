"""Where the councils with a policy on record lie, and what kind of authority they are."""

from collections import Counter
from collections.abc import Iterable

import pandas as pd

from resilience.findings.view import Findings


def councils_by_region(findings: Findings) -> pd.DataFrame:
    """Count councils and their policies by region of England or by nation: region, n, policies."""
    found = [findings.base.councils[slug].region for slug in _with_policies(findings)]
    councils = Counter(found)
    policies = Counter(
        findings.base.councils[policy.council].region for policy in findings.base.policies.values()
    )
    return pd.DataFrame(
        [{"region": region, "n": n, "policies": policies[region]} for region, n in sorted(councils.items())]
    )


def councils_by_kind(findings: Findings) -> pd.DataFrame:
    """Count councils by kind of authority: label, n."""
    return tally(findings.base.councils[slug].type.label for slug in _with_policies(findings))


def councils_by_nation(findings: Findings) -> pd.DataFrame:
    """Count councils by nation: label, n."""
    return tally(findings.base.councils[slug].nation.value for slug in _with_policies(findings))


def _with_policies(findings: Findings) -> list[str]:
    return sorted({policy.council for policy in findings.base.policies.values()})


def tally(labels: Iterable[str]) -> pd.DataFrame:
    """Count labels in the order in which they come: label, n."""
    return pd.DataFrame([{"label": label, "n": n} for label, n in Counter(labels).items()])
