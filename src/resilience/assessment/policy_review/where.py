"""Where the councils with a policy on record lie, and what kind of authority they are."""

from collections import Counter
from collections.abc import Iterable

import pandas as pd

from ...evidence import EvidenceBase


def councils_by_region(base: EvidenceBase) -> pd.DataFrame:
    """Count councils and their policies by region of England or by nation: region, n, policies."""
    found = [base.councils[slug].region for slug in _with_policies(base)]
    councils = Counter(found)
    policies = Counter(base.councils[policy.council].region for policy in base.policies.values())
    return pd.DataFrame(
        [{"region": region, "n": n, "policies": policies[region]} for region, n in sorted(councils.items())]
    )


def councils_by_kind(base: EvidenceBase) -> pd.DataFrame:
    """Count councils by kind of authority: label, n."""
    return tally(base.councils[slug].type.label for slug in _with_policies(base))


def councils_by_nation(base: EvidenceBase) -> pd.DataFrame:
    """Count councils by nation: label, n."""
    return tally(base.councils[slug].nation.value for slug in _with_policies(base))


def _with_policies(base: EvidenceBase) -> list[str]:
    return sorted({policy.council for policy in base.policies.values()})


def tally(labels: Iterable[str]) -> pd.DataFrame:
    """Count labels in the order in which they come: label, n."""
    return pd.DataFrame([{"label": label, "n": n} for label, n in Counter(labels).items()])
