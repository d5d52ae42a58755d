"""What councils of one region have on record that others have not, and the reverse."""

import pandas as pd

from ...evidence import EvidenceBase
from ...evidence.shares import Difference, Share
from .holdings import Holdings, types_in_order

NORTH_WEST = "North West"
ENOUGH = 10
"""The fewest policies or councils with a type, here and elsewhere together, for which shares are compared."""


def in_region(base: EvidenceBase, slug: str, region: str = NORTH_WEST) -> bool:
    """Say whether a council, or the council of a policy, lies in a region."""
    policy = base.policies.get(slug)
    return base.councils[policy.council if policy else slug].region == region


def contrast(base: EvidenceBase, holdings: Holdings, region: str = NORTH_WEST) -> pd.DataFrame:
    """Compare the shares with each type, here and elsewhere, greatest difference first.

    Columns: label, here, here_n, elsewhere, elsewhere_n, value, ci_low, ci_high (points of a hundred).
    Types with fewer than `ENOUGH` in all are left out; `left_out` names them.
    """
    rows = []
    for slug in types_in_order(base):
        here, elsewhere = _shares(base, holdings, slug, region)
        if here.right + elsewhere.right < ENOUGH:
            continue
        difference = Difference(here, elsewhere)
        low, high = difference.interval or (None, None)
        rows.append(
            {
                "label": base.types[slug].label,
                "here": here.right,
                "here_n": here.n,
                "elsewhere": elsewhere.right,
                "elsewhere_n": elsewhere.n,
                "value": difference.value,
                "ci_low": low,
                "ci_high": high,
            }
        )
    return pd.DataFrame(rows).sort_values("value", ascending=False, kind="stable", ignore_index=True)


def left_out(base: EvidenceBase, holdings: Holdings, region: str = NORTH_WEST) -> str:
    """Say in words which types are too few to compare, and which were found on one side only."""
    few, here_only, elsewhere_only = [], [], []
    for slug in types_in_order(base):
        here, elsewhere = (share.right for share in _shares(base, holdings, slug, region))
        named = f"{base.types[slug].label} ({here + elsewhere})"
        few += [named] if here + elsewhere < ENOUGH else []
        here_only += [named] if here and not elsewhere else []
        elsewhere_only += [named] if elsewhere and not here else []
    said = {
        f"Not compared, as fewer than {ENOUGH} were found": few,
        f"Found in {region} only": here_only,
        f"Not found in {region}": elsewhere_only,
    }
    return " ".join(f"{what}: {'; '.join(names)}." for what, names in said.items() if names)


def _shares(base: EvidenceBase, holdings: Holdings, type_: str, region: str) -> tuple[Share, Share]:
    inside = [type_ in types for slug, types in holdings.items() if in_region(base, slug, region)]
    outside = [type_ in types for slug, types in holdings.items() if not in_region(base, slug, region)]
    return Share(sum(inside), len(inside)), Share(sum(outside), len(outside))
