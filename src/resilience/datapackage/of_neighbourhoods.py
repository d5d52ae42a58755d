"""Sheets of neighbourhoods, of what people did and found there, and of the survey in them."""

from typing import Any

from resilience.datapackage.of_model import columns_of, own_columns
from resilience.datapackage.sheet import Column, Inside, Reference, Sheet, each_inside, place, text
from resilience.findings import Findings
from resilience.records.neighbourhood import Activity, Finding, Neighbourhood
from resilience.records.survey import Estimate, Evaluation, SurveyStudy

NEIGHBOURHOOD: Column[Any] = text(
    "neighbourhood", "The name of the neighbourhood's record.", lambda row: row.of.slug, may_be_null=False
)
TO_NEIGHBOURHOOD = Reference(("neighbourhood",), "neighbourhoods", ("neighbourhood",))


def sheets_of_neighbourhoods(findings: Findings) -> tuple[Sheet[Any], ...]:
    """Give the sheets of neighbourhoods, what was done, what was found, and the survey."""
    everywhere = findings.base.all_neighbourhoods.values()
    return (
        Sheet(
            "neighbourhoods",
            "Neighbourhoods",
            "The neighbourhoods of the programme, and those that groups elsewhere put in.",
            (
                text("neighbourhood", "The name of its record.", lambda one: one.slug, may_be_null=False),
                *own_columns(Neighbourhood, ("slug", "plan")),
            ),
            lambda: everywhere,
            key=("neighbourhood",),
        ),
        Sheet(
            "neighbourhood_activities",
            "What neighbourhoods did",
            "One row for each thing that people did in a neighbourhood.",
            (
                NEIGHBOURHOOD,
                place("activity", "Its place in the record, from 0."),
                *columns_of(Activity, lambda row: row.item),
            ),
            lambda: each_inside(everywhere, lambda one: one.activities),
            key=("neighbourhood", "activity"),
            references=(TO_NEIGHBOURHOOD,),
        ),
        Sheet(
            "neighbourhood_findings",
            "What neighbourhoods found",
            "One row for each thing that people found in a neighbourhood.",
            (
                NEIGHBOURHOOD,
                place("finding", "Its place in the record, from 0."),
                *columns_of(Finding, lambda row: row.item),
            ),
            lambda: each_inside(everywhere, lambda one: one.findings),
            key=("neighbourhood", "finding"),
            references=(TO_NEIGHBOURHOOD,),
        ),
        _survey(findings),
    )


def _survey(findings: Findings) -> Sheet[Inside[Evaluation | SurveyStudy, Estimate]]:
    survey = findings.base.survey
    return Sheet(
        "survey",
        "Published numbers of the evaluation and the household survey",
        "One row a published number; almost all are associations, not effects.",
        (
            text("work", "The work that reports it.", lambda row: row.of.work, may_be_null=False),
            place("estimate_number", "Its place in the record, from 0."),
            *columns_of(Estimate, lambda row: row.item),
        ),
        lambda: each_inside((survey.evaluation, *survey.studies), lambda one: one.estimates),
        key=("work", "estimate_number"),
        references=(Reference(("work",), "works", ("work",)),),
    )
