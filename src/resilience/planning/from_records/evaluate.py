"""What the step on evaluation reads: numbers that plans start with, designs, scales, questions, sizes."""

from collections.abc import Iterable, Iterator
from typing import Any

from resilience.findings.scales import scale_in, scale_named, shared_unit
from resilience.findings.view import Findings
from resilience.findings.votes import direction_for, speaks_to, why_left_out
from resilience.places.design import start_of
from resilience.records.evaluation_design import EvaluationDesign
from resilience.records.provenance import Source
from resilience.records.study import Outcome, Study
from resilience.records.vocabulary import Direction, Metric
from resilience.synthesis import CannotPool, Estimate, absolute_change

POINTS = "percentage points"
SIDES = {Direction.BENEFIT: "for the better", Direction.HARM: "for the worse"}


def evaluate_facts(findings: Findings) -> dict[str, Any]:
    """Give them by what they are; scales and questions by group of outcomes, sizes by type and group.

    Studies stand by their keys, and `cited` names those that are shown.
    """
    scales, sizes = _scales(findings), _sizes(findings)
    shown = {key for found in scales.values() for one in found for key in one["studies"]}
    shown |= {one["study"] for by_group in sizes.values() for found in by_group.values() for one in found}
    base = findings.base
    return {
        "start": start_of(base.survey.evaluation),
        "designs": [_design(findings, one) for one in base.designs],
        "scales": scales,
        "survey": _asked(findings),
        "sizes": sizes,
        "cited": {key: base.cited[key] for key in sorted(shown)},
    }


def _design(findings: Findings, one: EvaluationDesign) -> dict[str, Any]:
    return {**one.model_dump(mode="json"), "sources": [_source(findings, source) for source in one.sources]}


def _source(findings: Findings, source: Source) -> dict[str, str]:
    base = findings.base
    if source.work:
        return {"text": base.cited[source.work], "url": base.references[source.work].link or ""}
    url = source.url or ""
    return {"text": url or "not published on a page of its own", "url": url}


def _scales(findings: Findings) -> dict[str, list[dict[str, Any]]]:
    """Give for each group the scales that studies on record measured it with."""
    base = findings.base
    used: dict[str, dict[str, list[Study]]] = {}
    for study in base.studies.values():
        for outcome in study.outcomes:
            group, scale = base.outcomes[outcome.category].group, scale_named(base.scales.values(), outcome)
            if group and scale:
                studies = used.setdefault(group, {}).setdefault(scale.slug, [])
                if study not in studies:
                    studies.append(study)
    survey = {scale.slug for scale in _of_survey(findings)}
    return {
        group: [_scale(findings, slug, studies, slug in survey) for slug, studies in by_scale.items()]
        for group, by_scale in used.items()
    }


def _scale(findings: Findings, slug: str, studies: Iterable[Study], in_survey: bool) -> dict[str, Any]:
    scale = findings.base.scales[slug]
    studies = list(studies)
    types = dict.fromkeys(type_ for study in studies for type_ in study.types)
    return {
        **scale.model_dump(mode="json", include={"slug", "name", "measures", "better", "range", "url"}),
        "change": scale.smallest_change.model_dump(mode="json") if scale.smallest_change else None,
        "studies": [study.key for study in studies],
        "types": {type_: [one.key for one in studies if type_ in one.types] for type_ in types},
        "survey": in_survey,
    }


def _of_survey(findings: Findings) -> Iterator[Any]:
    base = findings.base
    for one in base.survey.household_survey.instruments:
        if found := scale_in(base.scales.values(), one.instrument):
            yield found


def _asked(findings: Findings) -> dict[str, list[dict[str, Any]]]:
    """Give for each group what the programme's survey asked, in its own words."""
    base, found = findings.base, dict[str, list[dict[str, Any]]]()
    survey = base.survey.household_survey
    asked = [
        (one.category, f"{one.outcome[:1].lower()}{one.outcome[1:]} (a question)", one.source)
        for one in base.survey.evaluation.estimates
    ]
    asked += [
        (one.category, f"{one.measures[:1].lower()}{one.measures[1:]}, by {one.instrument}", one.source)
        for one in survey.instruments
        if one.category
    ]
    asked += [
        (one.category, ", ".join(one.items), survey.topics_source)
        for topic in survey.topics
        for one in topic.outcomes
    ]
    for category, text, source in asked:
        if group := base.outcomes[category].group:
            found.setdefault(group, []).append({"text": text, "source": _source(findings, source)})
    return found


def _sizes(findings: Findings) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """Give what studies of an activity found in people of 100, by type and group."""
    base = findings.base
    found: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for slug, studies in findings.joins.studies_by_type.items():
        cells = findings.ratings.of(slug).cells
        for study in studies:
            if why_left_out(study, slug) or study.is_opposite:
                continue
            for outcome in study.outcomes:
                group, points = base.outcomes[outcome.category].group, points_of(outcome)
                side = SIDES.get(direction_for(study, outcome))
                if group and points and side and speaks_to(outcome, slug):
                    level = base.rating.of_level[cells[group].level]
                    row = {
                        "measure": outcome.measure,
                        "points": round(points.value, 2),
                        "low": points.low,
                        "high": points.high,
                        "side": side,
                        "study": study.key,
                        "sure": level.said_by[0],
                    }
                    found.setdefault(slug, {}).setdefault(group, []).append(row)
    return found


def points_of(outcome: Outcome) -> Estimate | None:
    """Give a result in people of 100 where it tells that, or a ratio with the risk without the activity."""
    effect = outcome.effect
    if effect is None or effect.value is None or effect.metric is None:
        return None
    try:
        estimate = Estimate(effect.value, effect.ci_low, effect.ci_high)
        if effect.metric is Metric.PERCENTAGE_POINT:
            return estimate if shared_unit(outcome.unit or POINTS) == POINTS else None
        if effect.metric.is_ratio and outcome.comparator_risk:
            risk = outcome.comparator_risk.value / outcome.comparator_risk.per
            return absolute_change(effect.metric, estimate, risk).through(lambda share: 100 * share)
    except CannotPool:
        return None
    return None
