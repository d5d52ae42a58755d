"""Counts of records as frames that figures take: one row a label, or one row a pair."""

import pandas as pd

from . import frames
from .base import EvidenceBase

MOST_DEPRIVED = 1
"""The decile of the most deprived tenth of areas in England."""


def policies_by_type(base: EvidenceBase) -> pd.DataFrame:
    """Count policies under each activity type: label, domain, domain_label, n."""
    return _by_type(base, frames.policy_types_frame(base))


def studies_by_type(base: EvidenceBase) -> pd.DataFrame:
    """Count studies under each activity type: label, domain, domain_label, n."""
    return _by_type(base, frames.study_types_frame(base))


def policies_by_nation(base: EvidenceBase) -> pd.DataFrame:
    """Count policies in each nation: label, n."""
    return _tally(frames.policies_frame(base)["nation"])


def policies_by_document(base: EvidenceBase) -> pd.DataFrame:
    """Count policies by kind of document: label, n."""
    return _tally(frames.policies_frame(base)["document_type"])


def studies_by_design(base: EvidenceBase) -> pd.DataFrame:
    """Count studies by design: label, n."""
    return _tally(frames.studies_frame(base)["design"])


def types_by_nation(base: EvidenceBase) -> pd.DataFrame:
    """Count policies by activity type and nation: row, column, n; a pair without a policy is missing."""
    pairs = frames.policy_types_frame(base)
    counted = _pairs(pairs["type_label"], pairs["nation"])
    place = counted["row"].map({type_.label: place for place, type_ in enumerate(base.types.values())})
    return counted.assign(place=place).sort_values(["place", "column"]).drop(columns="place")


def activities_by_domain(base: EvidenceBase) -> pd.DataFrame:
    """Count activities by neighbourhood and domain: row, column, n; a pair without one is missing."""
    activities = frames.activities_frame(base)
    labels = activities["domain"].map(lambda slug: base.domains[slug].label)
    return _pairs(activities["name"], labels)


def most_deprived_areas(base: EvidenceBase) -> pd.DataFrame:
    """Count LSOAs in the most deprived tenth of England in 2019, by neighbourhood: label, n."""
    areas = frames.lsoas_frame(base).groupby("neighbourhood")["imd2019_decile"]
    return pd.DataFrame(
        {
            "label": f"{base.neighbourhoods[str(slug)].name} (of {len(deciles)})",
            "n": int((deciles == MOST_DEPRIVED).sum()),
        }
        for slug, deciles in areas
    )


def _by_type(base: EvidenceBase, pairs: pd.DataFrame) -> pd.DataFrame:
    counted = pairs["type"].value_counts()
    return pd.DataFrame(
        {
            "label": type_.label,
            "domain": type_.domain,
            "domain_label": base.domains[type_.domain].label,
            "n": int(counted.get(type_.slug, 0)),
        }
        for type_ in base.types.values()
    )


def _tally(values: "pd.Series[str]") -> pd.DataFrame:
    return values.value_counts().rename_axis("label").reset_index(name="n")


def _pairs(rows: "pd.Series[str]", columns: "pd.Series[str] | pd.Series[int]") -> pd.DataFrame:
    both = pd.DataFrame({"row": rows, "column": columns})
    return both.value_counts(sort=False).reset_index(name="n")
