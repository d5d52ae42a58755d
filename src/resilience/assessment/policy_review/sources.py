"""What was read of the policies, who wrote it, what numbers it holds, and whether an evaluation was seen."""

from collections import Counter

import pandas as pd

from ...evidence import EvidenceBase
from ...evidence.shares import Share, shares_frame
from ...records.vocabulary import Coders, Read
from .quantities import quantities
from .where import tally

UNKNOWN_KIND = "Who wrote it was not noted"


def reading(base: EvidenceBase) -> pd.DataFrame:
    """Give shares of all policies by what was read and coded: label, right, n, value, ci_low, ci_high."""
    policies = list(base.policies.values())
    held = {
        "Read in full": [one.provenance.read is Read.FULL_TEXT for one in policies],
        "Coded by two people": [one.provenance.coders is not Coders.SINGLE for one in policies],
        "Checked by a second person": [one.provenance.checked for one in policies],
        "With the original address": [one.url is not None for one in policies],
        "Read only on a site that re-publishes": [one.provenance.only_mirrors for one in policies],
        "With a year in which it begins": [one.year_start is not None for one in policies],
        "With a number": [bool(one.figures) for one in policies],
        "With a caution": [bool(one.provenance.cautions) for one in policies],
    }
    return shares_frame({label: Share(sum(found), len(found)) for label, found in held.items()})


def writers(base: EvidenceBase) -> pd.DataFrame:
    """Count policies by who wrote the first source that was read: label, n."""
    first = [policy.provenance.seen[0].kind for policy in base.policies.values()]
    labels = Counter(kind.label[:1].upper() + kind.label[1:] if kind else UNKNOWN_KIND for kind in first)
    return pd.DataFrame([{"label": label, "n": n} for label, n in labels.items()])


def evaluated_by_kind(base: EvidenceBase) -> pd.DataFrame:
    """Give the share of policies of each kind of document for which an evaluation was seen."""
    return _evaluated({slug: policy.document_type.label for slug, policy in base.policies.items()}, base)


def evaluated_by_nation(base: EvidenceBase) -> pd.DataFrame:
    """Give the share of policies of each nation for which an evaluation was seen."""
    nations = {slug: base.councils[one.council].nation.value for slug, one in base.policies.items()}
    return _evaluated(nations, base)


def _evaluated(group_of: dict[str, str], base: EvidenceBase) -> pd.DataFrame:
    sizes = Counter(group_of.values())
    seen = Counter(
        group for slug, group in group_of.items() if base.policies[slug].evaluation_reported is True
    )
    return shares_frame({group: Share(seen[group], n) for group, n in sizes.most_common()})


def numbers_by_kind(base: EvidenceBase) -> pd.DataFrame:
    """Count numbers by what they count: label, n."""
    return tally(one.kind for one in quantities(base))
