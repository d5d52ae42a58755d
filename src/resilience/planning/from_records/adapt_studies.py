"""What studies say of an activity beyond its level: where it was no better, and at what cost."""

from collections.abc import Iterator
from typing import Any

from resilience.findings.costs import costs_of
from resilience.findings.coverage import where
from resilience.findings.ratings import COST_OUTCOME
from resilience.findings.view import Findings
from resilience.findings.votes import column_of, columns_of, direction_for, speaks_to, why_left_out
from resilience.records.study import Study
from resilience.records.vocabulary import Bias, Direction, Estimand

NOT_BETTER = (Direction.HARM, Direction.NULL, Direction.MIXED)


def studies_facts(findings: Findings, slug: str) -> dict[str, Any]:
    """Give what the studies say that looked at an activity itself; all else of a study stands by its key."""
    carried = findings.joins.studies_by_type.get(slug, [])
    studies = [one for one in carried if not why_left_out(one, slug)]
    years = {key: work.year or 0 for key, work in findings.base.references.items()}
    return {
        "studied": len(studies),
        "not_better": [row for one in studies for row in _not_better(findings, one, slug)],
        "unequal": [one.key for one in studies if one.inequality],
        "costs": [
            {
                "study": one.study.key,
                "measure": one.outcome.measure,
                "amount": one.amount,
                "prices": one.prices,
                "note": one.outcome.note,
            }
            for one in costs_of(slug, carried, years)
        ],
        "votes": {
            group: [_vote(findings, vote.reports, vote.direction) for vote in cell.votes]
            for group, cell in findings.ratings.of(slug).cells.items()
            if cell.votes
        },
        "among_others": sorted(one.key for one in studies if one.on_topic.get(slug) == "part"),
    }


def _not_better(findings: Findings, study: Study, slug: str) -> Iterator[dict[str, Any]]:
    """Give the results that point to worse, to no difference or both ways, those on cost left out."""
    columns = columns_of(findings.base)
    for outcome in study.outcomes:
        direction = direction_for(study, outcome)
        if direction in NOT_BETTER and outcome.category != COST_OUTCOME and speaks_to(outcome, slug):
            column = column_of(findings.base, outcome.category)
            yield {
                "study": study.key,
                "group": column,
                "label": columns[column],
                "direction": direction.value,
                "measure": outcome.measure,
                "clear": outcome.clear.value,
                "in_part": outcome.estimand is Estimand.SUBGROUP,
                "note": outcome.note,
            }


def _vote(findings: Findings, reports: tuple[str, ...], direction: Direction) -> dict[str, str]:
    """Give how an evaluation votes, and the study that stands for it: the main one of its reports."""
    main = [key for key in reports if findings.base.studies[key].companion_of is None]
    return {"study": (main or reports)[0], "direction": direction.value}


def study_facts(findings: Findings, study: Study) -> dict[str, Any]:
    """Give the coded fields of a study that a sentence needs, in the words of the code lists."""
    return {
        "short": findings.base.cited[study.key],
        "design": study.design.label,
        "comparison": study.comparison.label,
        "read": study.provenance.read.label,
        "checked": study.provenance.checked is not None,
        "weak": study.bias is Bias.HIGH,
        "who": study.population,
        "where": where(study),
        "in_uk": study.in_uk if study.countries or study.scope else None,
        "unequal": study.inequality,
        "types": [slug for slug in study.types if not study.is_off_topic(slug)],
    }
