"""What the step on options reads: the rows of the performance matrix, as the page on choosing shows them."""

from collections.abc import Iterable
from typing import Any

from resilience.appraisal.matrix import Happens, Row, matrix
from resilience.appraisal.place import places_of
from resilience.findings.costs import Cost
from resilience.findings.ratings import RatedCell
from resilience.findings.view import Findings
from resilience.rating.weigh import reports_of
from resilience.records.vocabulary import Level, LevelKind, Nation

FOR, AGAINST, OPEN = "for", "against", "open"
"""What a level says of an activity: that it helps; that it is mixed, does nothing or harms; or too little."""
NAMED = 2
"""How many studies are named for an outcome: the one that gives the size, then those that vote first."""


def options_facts(findings: Findings) -> dict[str, Any]:
    """Give what is known of each activity type by slug, and among what a need is told by nation."""
    places = places_of(findings)
    return {
        "rows": {row.option.slug: _row(findings, row) for row in matrix(findings)},
        "among": {nation.value: places.scale(nation).among for nation in Nation},
    }


def _row(findings: Findings, row: Row) -> dict[str, Any]:
    base, cells = findings.base, findings.ratings.of(row.option.slug).cells
    return {
        "happens": {group: _happens(findings, cells[group], one) for group, one in row.happens.items()},
        "cost": _cost(findings, row.cost),
        "tellers": [
            [policy.slug, base.councils[policy.council].name, bool(policy.evaluation)]
            for policy in row.tellers
        ],
        "councils": row.councils,
        "done_by": list(row.done_by),
    }


def _happens(findings: Findings, cell: RatedCell, happens: Happens) -> dict[str, Any]:
    """Give what happens to an outcome, `what` apart from how `sure` that is."""
    return {
        "what": happens.label.partition(" (")[0],
        "sure": findings.base.rating.of_level[happens.level].said_by[0],
        "side": side_of(happens.level),
        "counted": happens.counted,
        "size": happens.size,
        "cautions": list(happens.cautions),
        "studies": _cited(findings, _studies(findings, cell)),
    }


def side_of(level: Level) -> str:
    """Say whether a level speaks for an activity, against it, or for neither."""
    if level.kind is LevelKind.HELPS:
        return FOR
    speaks_against = level.kind in (LevelKind.NO_DIFFERENCE, LevelKind.HARMS) or level is Level.MIXED
    return AGAINST if speaks_against else OPEN


def _cost(findings: Findings, cost: Cost | None) -> dict[str, Any] | None:
    """Give a cost in words with its study; None where no study says one."""
    if cost is None:
        return None
    says = f"{cost.outcome.measure}: {cost.amount}, {cost.prices}"
    return {"says": says, "study": _cited(findings, [cost.study.key])[0]}


def _studies(findings: Findings, cell: RatedCell) -> list[str]:
    leading = findings.size_of(cell).study
    keys = dict.fromkeys((*([leading.key] if leading else []), *reports_of(cell.votes)))
    return list(keys)[:NAMED]


def _cited(findings: Findings, keys: Iterable[str]) -> list[list[str]]:
    return [[key, findings.base.cited[key]] for key in keys]
