"""Sheets of the code frame: activity types and kinds of outcome."""

from typing import Any

from resilience.datapackage.of_model import own_columns
from resilience.datapackage.sheet import Reference, Sheet, text
from resilience.findings import Findings
from resilience.records.taxonomy import ActivityType, OutcomeCategory, OutcomeGroup


def sheets_of_frame(findings: Findings) -> tuple[Sheet[Any], ...]:
    """Give the sheets of activities, groups of outcomes, and outcomes."""
    base = findings.base
    return (
        Sheet(
            "activities",
            "Activity types",
            "The kinds of activity of the code frame.",
            (
                text("type", "Its permanent name.", lambda one: one.slug, may_be_null=False),
                text(
                    "answer",
                    "What happens, in a sentence that was written from the studies; empty where none was.",
                    lambda one: base.answers[one.slug].activity.says if one.slug in base.answers else None,
                ),
                *own_columns(ActivityType, ("slug",)),
            ),
            lambda: base.types.values(),
            key=("type",),
        ),
        Sheet(
            "outcome_groups",
            "Groups of outcomes",
            "The groups of outcomes that readers know; each has a level for each activity.",
            (
                text("outcome_group", "Its permanent name.", lambda one: one.slug, may_be_null=False),
                *own_columns(OutcomeGroup, ("slug",)),
            ),
            lambda: base.outcome_groups.values(),
            key=("outcome_group",),
        ),
        Sheet(
            "outcomes",
            "Kinds of outcome",
            "What results are about; most belong to a group.",
            (
                text("outcome", "Its permanent name.", lambda one: one.slug, may_be_null=False),
                *own_columns(OutcomeCategory, ("slug",)),
            ),
            lambda: base.outcomes.values(),
            key=("outcome",),
            references=(Reference(("group",), "outcome_groups", ("outcome_group",)),),
        ),
    )
