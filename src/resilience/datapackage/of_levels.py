"""Sheets of levels of evidence: each with its size, the votes that it counts and the rules that made it."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from resilience.datapackage.of_model import labelled
from resilience.datapackage.sheet import Column, Reference, Sheet, keys, text, truth, whole
from resilience.findings import Findings
from resilience.findings.ratings import RatedCell
from resilience.rating import Step, Vote
from resilience.records.vocabulary import Clear, Direction, Level, Tier


class Looked(NamedTuple):
    """A rule that was looked at for a level."""

    cell: RatedCell
    place: int
    step: Step


class Cast(NamedTuple):
    """A vote on a level."""

    cell: RatedCell
    vote: Vote


def _cell_columns() -> tuple[Column[Any], ...]:
    return (
        text("type", "The activity type.", lambda row: row.cell.type.slug, may_be_null=False),
        text("outcome_group", "The group of outcomes.", lambda row: row.cell.group.slug, may_be_null=False),
    )


TO_LEVEL = Reference(("type", "outcome_group"), "levels", ("type", "outcome_group"))


class Rated(NamedTuple):
    """A level of an activity on a group of outcomes."""

    cell: RatedCell


def sheets_of_levels(findings: Findings) -> tuple[Sheet[Any], ...]:
    """Give the sheets of levels, their votes, and the rules that were looked at."""
    return _levels(findings), _votes(findings), _steps(findings)


def _cells(findings: Findings) -> Iterable[RatedCell]:
    return (cell for rated in findings.ratings.all().values() for cell in rated.cells.values())


def _levels(findings: Findings) -> Sheet[Rated]:
    labels = {level: one.label for level, one in findings.base.rating.of_level.items()}

    def leads(row: Rated) -> str | None:
        study = findings.size_of(row.cell).study
        return study.key if study else None

    return Sheet(
        "levels",
        "Levels of evidence",
        "What the evidence says of each activity on each group of outcomes, by rating.yml.",
        (
            *_cell_columns(),
            truth(
                "is_main",
                "Whether the activity is done for this group of outcomes.",
                lambda row: row.cell.is_main,
            ),
            text(
                "level",
                "The level of evidence.",
                lambda row: row.cell.level.value,
                may_be_null=False,
                values=tuple((level.value, labels[level]) for level in Level),
            ),
            text(
                "size",
                "How big, in a sentence; or why no size is given. No size stands without its level.",
                lambda row: findings.size_of(row.cell).says,
            ),
            text("size_study", "The study whose result leads.", leads),
            text(
                "size_rests_on",
                "Design and size of that study.",
                lambda row: findings.size_of(row.cell).rests_on or None,
            ),
            text(
                "cautions",
                "What a reader must know of the size.",
                lambda row: " ".join(findings.size_of(row.cell).cautions) or None,
            ),
        ),
        lambda: map(Rated, _cells(findings)),
        key=("type", "outcome_group"),
        references=(
            Reference(("type",), "activities", ("type",)),
            Reference(("outcome_group",), "outcome_groups", ("outcome_group",)),
            Reference(("size_study",), "studies", ("study",)),
        ),
    )


def _votes(findings: Findings) -> Sheet[Cast]:
    return Sheet(
        "votes",
        "Votes on levels",
        "One row for each evaluation or review that speaks to an activity and a group of outcomes.",
        (
            *_cell_columns(),
            text(
                "evaluation",
                "The evaluation; a study that stands alone is its own.",
                lambda row: row.vote.key,
                may_be_null=False,
            ),
            text(
                "tier",
                "What its comparison can show.",
                lambda row: row.vote.tier.value,
                values=labelled(Tier),
            ),
            text(
                "direction",
                "Which way it points, turned over where the opposite was studied.",
                lambda row: row.vote.direction.value,
                values=labelled(Direction),
            ),
            text(
                "clear",
                "Whether a result that points this way leaves out no effect.",
                lambda row: row.vote.clear.value,
                values=labelled(Clear),
            ),
            text("reports", "The studies whose results these are.", lambda row: keys(row.vote.reports)),
        ),
        lambda: (Cast(cell, vote) for cell in _cells(findings) for vote in cell.votes),
        key=("type", "outcome_group", "evaluation"),
        references=(TO_LEVEL,),
    )


def _steps(findings: Findings) -> Sheet[Looked]:
    return Sheet(
        "level_steps",
        "How levels came about",
        "One row for each rule that was looked at for a level, in order.",
        (
            *_cell_columns(),
            whole("step", "Its place in the order, from 0.", lambda row: row.place, may_be_null=False),
            text("rule", "The rule of rating.yml.", lambda row: row.step.rule),
            truth("fired", "Whether it changed the level.", lambda row: row.step.fired),
            text("sentence", "What was found, in words.", lambda row: row.step.sentence),
            text(
                "level",
                "The level after it; empty before votes are counted.",
                lambda row: row.step.level.value if row.step.level else None,
            ),
            text("studies", "The studies that it rests on.", lambda row: keys(row.step.keys)),
        ),
        lambda: (
            Looked(cell, place, step)
            for cell in _cells(findings)
            for place, step in enumerate(cell.rating.steps)
        ),
        key=("type", "outcome_group", "step"),
        references=(TO_LEVEL,),
    )
