"""Counts of records as frames that figures take: one row a label, or one row a pair."""

import pandas as pd

from resilience.findings import frames
from resilience.findings.view import Findings

MOST_DEPRIVED = 1
"""The decile of the most deprived tenth of areas in England."""


def policies_by_type(findings: Findings) -> pd.DataFrame:
    """Count policies under each activity type: label, domain, domain_label, n."""
    return _by_type(findings, frames.policy_types_frame(findings))


def studies_by_type(findings: Findings) -> pd.DataFrame:
    """Count studies under each activity type: label, domain, domain_label, n."""
    return _by_type(findings, frames.study_types_frame(findings))


def policies_by_nation(findings: Findings) -> pd.DataFrame:
    """Count policies in each nation: label, n."""
    return _tally(frames.policies_frame(findings)["nation"])


def policies_by_document(findings: Findings) -> pd.DataFrame:
    """Count policies by kind of document: label, n."""
    return _tally(frames.policies_frame(findings)["document_type"])


def studies_by_design(findings: Findings) -> pd.DataFrame:
    """Count studies by design: label, n."""
    return _tally(frames.studies_frame(findings)["design"])


def types_by_nation(findings: Findings) -> pd.DataFrame:
    """Count policies by activity type and nation: row, column, n; a pair without a policy is missing."""
    pairs = frames.policy_types_frame(findings)
    counted = _pairs(pairs["type_label"], pairs["nation"])
    place = counted["row"].map(
        {type_.label: place for place, type_ in enumerate(findings.base.types.values())}
    )
    return counted.assign(place=place).sort_values(["place", "column"]).drop(columns="place")


def activities_by_domain(findings: Findings) -> pd.DataFrame:
    """Count activities by neighbourhood and domain: row, column, n; a pair without one is missing."""
    activities = frames.activities_frame(findings)
    labels = activities["domain"].map(lambda slug: findings.base.domains[slug].label)
    return _pairs(activities["name"], labels)


def most_deprived_areas(findings: Findings) -> pd.DataFrame:
    """Count LSOAs in the most deprived tenth of England in 2019, by neighbourhood: label, n."""
    areas = frames.lsoas_frame(findings).groupby("neighbourhood")["imd2019_decile"]
    return pd.DataFrame(
        {
            "label": f"{findings.base.neighbourhoods[str(slug)].name} (of {len(deciles)})",
            "n": int((deciles == MOST_DEPRIVED).sum()),
        }
        for slug, deciles in areas
    )


def _by_type(findings: Findings, pairs: pd.DataFrame) -> pd.DataFrame:
    counted = pairs["type"].value_counts()
    return pd.DataFrame(
        {
            "label": type_.label,
            "domain": type_.domain,
            "domain_label": findings.base.domains[type_.domain].label,
            "n": int(counted.get(type_.slug, 0)),
        }
        for type_ in findings.base.types.values()
    )


def _tally(values: "pd.Series[str]") -> pd.DataFrame:
    return values.value_counts().rename_axis("label").reset_index(name="n")


def _pairs(rows: "pd.Series[str]", columns: "pd.Series[str] | pd.Series[int]") -> pd.DataFrame:
    both = pd.DataFrame({"row": rows, "column": columns})
    return both.value_counts(sort=False).reset_index(name="n")
