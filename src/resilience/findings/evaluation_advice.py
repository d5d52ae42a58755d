"""What a good evaluation of an activity would be: whatever the studies on record leave open."""

from collections.abc import Sequence
from typing import NamedTuple

from resilience.findings.ratings import RatedType
from resilience.findings.view import Findings
from resilience.findings.votes import has_result, tiers_of, why_left_out
from resilience.records.study import Study

FEW = 3


class Advice(NamedTuple):
    """One thing to do, and what on record is missing."""

    do: str
    because: str


def advice(findings: Findings, rated: RatedType, studies: Sequence[Study]) -> list[Advice]:
    """Say what the next evaluation should do, the most needed first."""
    slug = rated.type.slug
    seen = [study for study in studies if has_result(study) and not why_left_out(study, slug)]
    tiers = tiers_of(findings.base.rating)
    controlled = [study for study in seen if tiers[study.comparison].can_compare]
    measures_health = any(is_health(findings, one.category) for study in controlled for one in study.outcomes)
    found = [
        _comparison(controlled),
        _place(controlled),
        _health(measures_health),
        _equity(seen),
        _cost(rated),
        _numbers(seen),
    ]
    return [one for one in found if one]


def _comparison(controlled: Sequence[Study]) -> Advice | None:
    if len(controlled) >= FEW:
        return None
    there = (
        "no controlled study is on record"
        if not controlled
        else f"controlled studies on record: {len(controlled)}"
    )
    do = (
        "Compare people or places with and without the activity, before and after; "
        "draw lots where more want it than can have it."
    )
    return Advice(do, there)


def _place(controlled: Sequence[Study]) -> Advice | None:
    in_uk = sum(study.in_uk for study in controlled)
    if in_uk:
        return None
    return Advice(
        "Do it in the UK, and say how hard-pressed the place is.",
        "no controlled study on record is from the UK alone",
    )


def is_health(findings: Findings, category: str) -> bool:
    """Say whether an outcome counts as health."""
    group = findings.base.outcomes[category].group
    return group is not None and findings.base.outcome_groups[group].is_health


def _health(measures_health: bool) -> Advice | None:
    if measures_health:
        return None
    because = "no controlled study on record measured health or wellbeing"
    return Advice(
        "Measure health or wellbeing with a questionnaire that others use, beside the activity's own aim.",
        because,
    )


def _equity(seen: Sequence[Study]) -> Advice | None:
    told = sum(bool(study.inequality) for study in seen)
    if told >= FEW:
        return None
    because = f"studies on record that tell the two apart: {told} of {len(seen)}"
    return Advice("Report results for better-off and worse-off people apart.", because)


def _cost(rated: RatedType) -> Advice | None:
    if rated.costs:
        return None
    return Advice("Record what it costs, and who pays.", "no study on record has a result on cost or value")


def _numbers(seen: Sequence[Study]) -> Advice | None:
    with_interval = sum(any(one.has_interval for one in study.outcomes) for study in seen)
    if with_interval >= FEW:
        return None
    return Advice(
        "Report each result as a number with its interval, dull ones too.",
        f"studies on record that do: {with_interval} of {len(seen)}",
    )
