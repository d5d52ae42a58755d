"""Sheets of sets of results, and of the gap map."""

from typing import Any, NamedTuple

from resilience.datapackage.of_model import columns_of
from resilience.datapackage.sheet import Reference, Sheet, amount, keys, text, truth, whole
from resilience.findings import Findings
from resilience.findings.gap_map import Cell, directions_of
from resilience.findings.pool_members import PoolMember
from resilience.findings.pools import PoolResult, pooled_members
from resilience.records.pool import Pool
from resilience.records.vocabulary import Direction


class Inside(NamedTuple):
    """A result in a set."""

    pool: str
    place: int
    member: PoolMember
    counts: bool


def sheets_of_pools(findings: Findings) -> tuple[Sheet[Any], ...]:
    """Give the sheets of pools, their members, and the gap map."""
    return _pools(findings), _members(findings), _gap_map(findings)


def _pools(findings: Findings) -> Sheet[PoolResult]:
    def pooled(name: str) -> Any:
        return lambda result: getattr(result.headline, name) if result.headline else None

    def limit(name: str) -> Any:
        return lambda result: getattr(result.headline.leading, name) if result.headline else None

    scale = "the scale of pooling: the metric, or the natural logarithm of a ratio"
    return Sheet(
        "pools",
        "Sets of results",
        "Sets of results on one question, with the pooled number where the rules allow one.",
        (
            text("pool", "Its permanent name.", lambda result: result.definition.slug, may_be_null=False),
            amount(
                "pooled",
                "The pooled effect that leads; empty where the set is not pooled.",
                pooled("estimate"),
                unit=scale,
            ),
            amount("pooled_ci_low", "Lower limit of its 95% interval.", limit("ci_low"), unit=scale),
            amount("pooled_ci_high", "Upper limit of its 95% interval.", limit("ci_high"), unit=scale),
            whole(
                "pooled_results",
                "How many results are pooled.",
                lambda result: len(result.in_pool),
                unit="results",
            ),
            *columns_of(Pool, lambda result: result.definition, leave_out=("slug",)),
        ),
        findings.pools.values,
        key=("pool",),
        references=(Reference(("outcome",), "outcomes", ("outcome",)),),
    )


def _members(findings: Findings) -> Sheet[Inside]:
    scale = "the scale of pooling: the metric, or the natural logarithm of a ratio"
    return Sheet(
        "pool_members",
        "Results in sets",
        "One row for each result in a set, on the scale on which it is pooled.",
        (
            text("pool", "The set.", lambda row: row.pool, may_be_null=False),
            whole("member", "Its place in the set, from 0.", lambda row: row.place, may_be_null=False),
            text("label", "How the plot names it.", lambda row: row.member.label),
            text(
                "study",
                "The study on record; empty for a study of which only a table of effects tells.",
                lambda row: row.member.study.key if row.member.study else None,
            ),
            text("measure", "What was measured.", lambda row: row.member.measure),
            amount(
                "value",
                "The number as printed, turned where the source counts the other way round.",
                lambda row: row.member.value,
                unit="the metric of the set",
            ),
            amount(
                "ci_low",
                "Lower limit of its 95% interval.",
                lambda row: row.member.ci_low,
                unit="the metric of the set",
            ),
            amount(
                "ci_high",
                "Upper limit of its 95% interval.",
                lambda row: row.member.ci_high,
                unit="the metric of the set",
            ),
            amount(
                "yi",
                "The effect on the scale of pooling.",
                lambda row: row.member.effect.yi if row.member.effect else None,
                unit=scale,
            ),
            amount(
                "vi",
                "Its sampling variance.",
                lambda row: row.member.effect.vi if row.member.effect else None,
                unit="the scale of pooling, squared",
            ),
            text("sample", "Results of one sample share it.", lambda row: row.member.sample),
            truth("is_pooled", "Whether it is in the pooled number.", lambda row: row.counts),
            text(
                "why_not",
                "Why it can't be pooled, or what the definition says against it.",
                lambda row: row.member.why_not or None,
            ),
        ),
        lambda: (
            Inside(slug, place, member, bool(result.headline) and member in pooled_members(result.members))
            for slug, result in findings.pools.items()
            for place, member in enumerate(result.members)
        ),
        key=("pool", "member"),
        references=(Reference(("pool",), "pools", ("pool",)), Reference(("study",), "studies", ("study",))),
    )


def _gap_map(findings: Findings) -> Sheet[Cell]:
    def pointing(direction: Direction) -> Any:
        return lambda cell: directions_of(cell.studies)[direction]

    told = (Direction.BENEFIT, Direction.NULL, Direction.MIXED, Direction.HARM)
    return Sheet(
        "gap_map",
        "Gap map",
        "How many evaluations measured each outcome of each activity. No study is not the same as no effect.",
        (
            text(
                "type",
                "The activity type; (none) for studies of none of them.",
                lambda cell: cell.type or "(none)",
                may_be_null=False,
            ),
            text(
                "outcome",
                "A group of outcomes, or an outcome that is in no group.",
                lambda cell: cell.outcome,
                may_be_null=False,
            ),
            truth(
                "looked_for",
                "Whether anybody looked for studies of the activity.",
                lambda cell: cell.looked_for,
            ),
            whole(
                "evaluations",
                "Evaluations of the activity that tell a direction.",
                lambda cell: len(cell.studies),
                unit="evaluations",
            ),
            *(
                whole(one.value, f"Of these, how many say: {one.label}.", pointing(one), unit="evaluations")
                for one in told
            ),
            whole(
                "of_exposures",
                "Studies of what people live with; they judge no activity.",
                lambda cell: len(cell.exposures),
                unit="studies",
            ),
            whole(
                "without_direction",
                "Studies that measured it and name no side.",
                lambda cell: len(cell.not_told),
                unit="studies",
            ),
            text(
                "studies",
                "The studies that measured it.",
                lambda cell: keys(dict.fromkeys(key for one in cell.seen for key in one.reports)),
            ),
        ),
        lambda: (cell for row in findings.gap_map.values() for cell in row),
        key=("type", "outcome"),
    )
