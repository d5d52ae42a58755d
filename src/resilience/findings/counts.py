"""Counts of records and of results as frames that figures take: one row a label, or one row a pair."""

from collections import Counter

import pandas as pd

from resilience.findings import frames
from resilience.findings.view import Findings
from resilience.findings.votes import direction_for, speaks_to, why_left_out

MOST_DEPRIVED = 1
"""The decile of the most deprived tenth of areas in England."""


def studies(findings: Findings) -> int:
    """Count the studies on record."""
    return len(findings.base.studies)


def policies(findings: Findings) -> int:
    """Count the policies on record."""
    return len(findings.base.policies)


def councils(findings: Findings) -> int:
    """Count the councils with a policy on record."""
    return len(findings.council_types)


def study_years(findings: Findings) -> pd.DataFrame:
    """List the year of publication of each study: year."""
    return frames.studies_frame(findings)[["year"]]


def policy_years(findings: Findings) -> pd.DataFrame:
    """List the year in which each policy begins: year."""
    return frames.policies_frame(findings)[["year_start"]].rename(columns={"year_start": "year"})


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


def activities_by_domain(findings: Findings) -> pd.DataFrame:
    """Count activities by neighbourhood and domain: row, column, n; a pair without one is missing."""
    activities = frames.activities_frame(findings)
    labels = activities["domain"].map(lambda slug: findings.base.domains[slug].label)
    return _pairs(activities["name"], labels)


def most_deprived_areas(findings: Findings) -> pd.DataFrame:
    """Count LSOAs in the most deprived tenth of England in 2019, by neighbourhood: label, n."""
    tenths: dict[str, list[int]] = {}
    for area in findings.small_areas:
        tenths.setdefault(area.neighbourhood, []).append(area.tenth_2019)
    return pd.DataFrame(
        {
            "label": f"{findings.base.neighbourhoods[slug].name} (of {len(own)})",
            "n": own.count(MOST_DEPRIVED),
        }
        for slug, own in sorted(tenths.items())
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


def directions_by_type(findings: Findings) -> pd.DataFrame:
    """Count results by activity and by what they say of it: label, direction, n; one of none is missing."""
    counted = Counter(
        (findings.base.types[slug].label, direction_for(study, outcome).value)
        for study in findings.base.studies.values()
        for slug in study.types
        if not why_left_out(study, slug)
        for outcome in study.outcomes
        if speaks_to(outcome, slug)
    )
    rows = [(label, direction, n) for (label, direction), n in sorted(counted.items())]
    return pd.DataFrame(rows, columns=["label", "direction", "n"])
