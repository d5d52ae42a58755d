"""Pandas frames of the evidence, one row a record or one row a part of it, for notebooks."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from .base import EvidenceBase
from .typed import typed_of, types_of


def studies_frame(base: EvidenceBase) -> pd.DataFrame:
    """List studies, one row each: work, title, year, design, country, in_uk, sizes, how much was read."""
    return _frame(
        {
            "key": study.key,
            "work": base.cited[study.key],
            "title": base.references[study.key].title,
            "year": base.references[study.key].year,
            "design": study.design.label,
            "country": study.country_note,
            "in_uk": study.in_uk,
            "sample_size": study.sample_size,
            "included_studies": study.included_studies,
            "outcomes": len(study.outcomes),
            "read": study.provenance.read.label,
        }
        for study in base.studies.values()
    ).astype({"year": "Int64", "sample_size": "Int64", "included_studies": "Int64"})


def study_types_frame(base: EvidenceBase) -> pd.DataFrame:
    """Pair studies with their activity types: key, type, type_label, domain, design, in_uk."""
    return _frame(
        {**_type(base, slug), "key": study.key, "design": study.design.label, "in_uk": study.in_uk}
        for study in base.studies.values()
        for slug in study.types
    )


def outcomes_frame(base: EvidenceBase) -> pd.DataFrame:
    """List results of studies, one row each, with direction, pool and effect (null where not seen)."""
    return _frame(
        {
            "key": study.key,
            "work": base.cited[study.key],
            "design": study.design.label,
            "in_uk": study.in_uk,
            "category": outcome.category,
            "category_label": base.outcomes[outcome.category].label,
            "measure": outcome.measure,
            "direction": outcome.direction.value,
            "follow_up": outcome.follow_up,
            "pool": outcome.pool,
            "metric": outcome.effect.metric.label if outcome.effect and outcome.effect.metric else None,
            "value": outcome.effect.value if outcome.effect else None,
            "ci_low": outcome.effect.ci_low if outcome.effect else None,
            "ci_high": outcome.effect.ci_high if outcome.effect else None,
        }
        for study in base.studies.values()
        for outcome in study.outcomes
    )


def policies_frame(base: EvidenceBase) -> pd.DataFrame:
    """List policies with their council, nation, region, years, kind and what was seen of its results."""
    return _frame(
        {
            "slug": policy.slug,
            "title": policy.title,
            "council": base.councils[policy.council].name,
            "council_slug": policy.council,
            "council_type": base.councils[policy.council].type.label,
            "nation": base.councils[policy.council].nation.value,
            "region": base.councils[policy.council].region,
            "year_start": policy.year_start,
            "year_end": policy.year_end,
            "document_type": policy.document_type.label,
            "actions": len(policy.actions),
            "evaluation": policy.evaluation,
            "monitoring": policy.monitoring,
            "original_seen": policy.url is not None,
        }
        for policy in base.policies.values()
    ).astype({"year_start": "Int64", "year_end": "Int64", "evaluation": "boolean", "monitoring": "boolean"})


def policy_types_frame(base: EvidenceBase) -> pd.DataFrame:
    """Pair policies with their types, coded or approved: slug, type, its label and domain, place, year."""
    return _frame(
        {
            **_type(base, slug),
            "slug": policy.slug,
            "council_slug": policy.council,
            "nation": base.councils[policy.council].nation.value,
            "region": base.councils[policy.council].region,
            "year_start": policy.year_start,
        }
        for policy in base.policies.values()
        for slug in types_of(base, policy)
    ).astype({"year_start": "Int64"})


def actions_frame(base: EvidenceBase) -> pd.DataFrame:
    """List actions in policies: slug, text, status, and the type that was coded or approved (else null)."""
    return _frame(
        {"slug": policy.slug, "text": text.text, "status": typed.status.value, "type": typed.type}
        for policy in base.policies.values()
        for text in policy.actions
        for typed in [typed_of(base, policy.slug, text)]
    )


def figures_frame(base: EvidenceBase) -> pd.DataFrame:
    """List numbers as policies claim them: slug, title, fact, value, unit."""
    return _frame(
        {
            "slug": policy.slug,
            "title": policy.title,
            "fact": item.fact,
            "value": item.value,
            "unit": item.unit,
        }
        for policy in base.policies.values()
        for item in policy.figures
    )


def activities_frame(base: EvidenceBase) -> pd.DataFrame:
    """List activities: neighbourhood, text, domain, year, status, and the type coded or approved, or null."""
    return _frame(
        {
            "neighbourhood": place.slug,
            "name": place.name,
            "text": activity.text,
            "domain": activity.domain,
            "year": activity.year,
            "status": typed.status.value,
            "type": typed.type,
        }
        for place in base.neighbourhoods.values()
        for activity in place.activities
        for typed in [typed_of(base, place.slug, activity)]
    ).astype({"year": "Int64"})


def estimates_frame(base: EvidenceBase) -> pd.DataFrame:
    """List published survey figures: work, predictor, reference, outcome, measure, estimate and interval."""
    return _frame(
        {
            "work": study.work,
            "cited": base.cited[study.work],
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
        for study in base.survey.studies
        for estimate in study.estimates
    )


def wards_frame(base: EvidenceBase) -> pd.DataFrame:
    """Read the 2017 wards of 26 North West councils; columns as in `places/README.md`."""
    return pd.read_csv(base.folder / "places" / "nw-wards.csv")


def lsoas_frame(base: EvidenceBase) -> pd.DataFrame:
    """Read the 2011 LSOAs fitted to the neighbourhoods; columns as in `places/README.md`."""
    return pd.read_csv(base.folder / "places" / "neighbourhood-lsoas.csv")


def pool_frame(base: EvidenceBase, name: str) -> pd.DataFrame:
    """Read the study-level effects of one pool: columns as in `pools/README.md`."""
    return pd.read_csv(base.folder / "pools" / f"{name}.csv")


def _frame(rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
    return pd.DataFrame(list(rows))


def _type(base: EvidenceBase, slug: str) -> dict[str, str]:
    return {"type": slug, "type_label": base.types[slug].label, "domain": base.types[slug].domain}
