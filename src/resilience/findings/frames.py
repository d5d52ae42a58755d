"""Pandas frames of the evidence, one row a record or one row a part of it, for notebooks."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from resilience.findings.view import Findings
from resilience.synthesis.shares import Share

GREENNESS = "greenness-mental-health-or"
"""The set of odds ratios of mental health problems by green space nearby."""


def studies_frame(findings: Findings) -> pd.DataFrame:
    """List studies, one row each: work, title, year, design, country, in_uk, sizes, how much was read."""
    return _frame(
        {
            "key": study.key,
            "work": findings.base.cited[study.key],
            "title": findings.base.references[study.key].title,
            "year": findings.base.references[study.key].year,
            "design": study.design.label,
            "country": study.country_note,
            "in_uk": study.in_uk,
            "sample_size": study.sample_size,
            "included_studies": study.included_studies,
            "outcomes": len(study.outcomes),
            "read": study.provenance.read.label,
        }
        for study in findings.base.studies.values()
    ).astype({"year": "Int64", "sample_size": "Int64", "included_studies": "Int64"})


def study_types_frame(findings: Findings) -> pd.DataFrame:
    """Pair studies with their activity types: key, type, type_label, domain, design, in_uk."""
    return _frame(
        {**_type(findings, slug), "key": study.key, "design": study.design.label, "in_uk": study.in_uk}
        for study in findings.base.studies.values()
        for slug in study.types
    )


def outcomes_frame(findings: Findings) -> pd.DataFrame:
    """List results of studies, one row each, with direction, pool and effect (null where not seen)."""
    return _frame(
        {
            "key": study.key,
            "work": findings.base.cited[study.key],
            "design": study.design.label,
            "in_uk": study.in_uk,
            "category": outcome.category,
            "category_label": findings.base.outcomes[outcome.category].label,
            "measure": outcome.measure,
            "direction": outcome.direction.value,
            "follow_up": outcome.follow_up,
            "pool": outcome.pool,
            "metric": outcome.effect.metric.label if outcome.effect and outcome.effect.metric else None,
            "value": outcome.effect.value if outcome.effect else None,
            "ci_low": outcome.effect.ci_low if outcome.effect else None,
            "ci_high": outcome.effect.ci_high if outcome.effect else None,
        }
        for study in findings.base.studies.values()
        for outcome in study.outcomes
    )


def results_on_greenness(findings: Findings) -> pd.DataFrame:
    """List odds ratios of mental health by green space: as `outcomes_frame`, and `comparator`."""
    outcomes = outcomes_frame(findings)
    compared = {key: study.comparator for key, study in findings.base.studies.items()}
    found = outcomes[outcomes["pool"] == GREENNESS]
    return found.assign(comparator=found["key"].map(compared))


def policies_frame(findings: Findings) -> pd.DataFrame:
    """List policies with their council, nation, region, years, kind and what was seen of its results."""
    return _frame(
        {
            "slug": policy.slug,
            "title": policy.title,
            "council": findings.base.councils[policy.council].name,
            "council_slug": policy.council,
            "council_type": findings.base.councils[policy.council].type.label,
            "nation": findings.base.councils[policy.council].nation.value,
            "region": findings.base.councils[policy.council].region,
            "year_start": policy.year_start,
            "year_end": policy.year_end,
            "document_type": policy.document_type.label,
            "actions": len(policy.actions),
            "evaluation": policy.evaluation,
            "monitoring": policy.monitoring,
            "original_seen": policy.url is not None,
        }
        for policy in findings.base.policies.values()
    ).astype({"year_start": "Int64", "year_end": "Int64", "evaluation": "boolean", "monitoring": "boolean"})


def policy_types_frame(findings: Findings) -> pd.DataFrame:
    """Pair policies with their types, coded or approved: slug, type, its label and domain, place, year."""
    return _frame(
        {
            **_type(findings, slug),
            "slug": policy.slug,
            "council_slug": policy.council,
            "nation": findings.base.councils[policy.council].nation.value,
            "region": findings.base.councils[policy.council].region,
            "year_start": policy.year_start,
        }
        for policy in findings.base.policies.values()
        for slug in findings.joins.types_of(policy)
    ).astype({"year_start": "Int64"})


def activities_frame(findings: Findings) -> pd.DataFrame:
    """List activities: neighbourhood, text, domain, year, status, type coded or approved, second type.

    A type that is not there is null.
    """
    return _frame(
        {
            "neighbourhood": place.slug,
            "name": place.name,
            "text": activity.text,
            "domain": activity.domain,
            "year": activity.year,
            "status": typed.status.value,
            "type": typed.type,
            "also": activity.also,
        }
        for place in findings.base.neighbourhoods.values()
        for activity in place.activities
        for typed in [findings.joins.typed_of(place.slug, activity)]
    ).astype({"year": "Int64"})


def estimates_frame(findings: Findings) -> pd.DataFrame:
    """List published survey figures: work, predictor, reference, outcome, measure, estimate and interval."""
    return _frame(
        {
            "work": study.work,
            "cited": findings.base.cited[study.work],
            "model": estimate.model,
            "predictor": estimate.predictor,
            "predictor_group": estimate.predictor_group,
            "reference": estimate.reference,
            "outcome": estimate.outcome,
            "category": estimate.category,
            "measure": estimate.measure,
            "estimate": estimate.estimate,
            "ci_low": estimate.ci_low,
            "ci_high": estimate.ci_high,
            "range_low": estimate.range_low,
            "range_high": estimate.range_high,
            "count": estimate.count,
        }
        for study in findings.base.survey.studies
        for estimate in study.estimates
    )


def outcome_labels(findings: Findings) -> dict[str, str]:
    """Give the label of each outcome category by slug."""
    return {slug: category.label for slug, category in findings.base.outcomes.items()}


def _frame(rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
    return pd.DataFrame(list(rows))


def _type(findings: Findings, slug: str) -> dict[str, str]:
    return {
        "type": slug,
        "type_label": findings.base.types[slug].label,
        "domain": findings.base.types[slug].domain,
    }


def shares_frame(shares: dict[str, Share]) -> pd.DataFrame:
    """Give shares as a frame: label, right, n, value, ci_low, ci_high."""
    rows = []
    for label, share in shares.items():
        low, high = share.interval or (None, None)
        row = {"label": label, "right": share.right, "n": share.n, "value": share.value}
        rows.append({**row, "ci_low": low, "ci_high": high})
    return pd.DataFrame(rows)
