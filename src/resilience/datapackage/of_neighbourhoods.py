"""Sheets of neighbourhoods, of what people did and found there, and of the survey in them."""

from typing import Any, NamedTuple

from resilience.datapackage.of_model import columns_of, own_columns
from resilience.datapackage.sheet import Column, Reference, Sheet, text, whole
from resilience.findings import Findings
from resilience.records.neighbourhood import Activity, Finding, Neighbourhood
from resilience.records.survey import Estimate

NEIGHBOURHOOD: Column[Any] = text(
    "neighbourhood", "The name of the neighbourhood's record.", lambda row: row.of.slug, may_be_null=False
)
TO_NEIGHBOURHOOD = Reference(("neighbourhood",), "neighbourhoods", ("neighbourhood",))


class Done(NamedTuple):
    """Something that people did in a neighbourhood."""

    of: Neighbourhood
    place: int
    activity: Activity


class Found(NamedTuple):
    """Something that people found in a neighbourhood."""

    of: Neighbourhood
    place: int
    finding: Finding


class Estimated(NamedTuple):
    """A published number of the survey."""

    work: str
    place: int
    estimate: Estimate


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
                whole(
                    "activity", "Its place in the record, from 0.", lambda row: row.place, may_be_null=False
                ),
                *columns_of(Activity, lambda row: row.activity),
            ),
            lambda: (
                Done(one, place, done) for one in everywhere for place, done in enumerate(one.activities)
            ),
            key=("neighbourhood", "activity"),
            references=(TO_NEIGHBOURHOOD,),
        ),
        Sheet(
            "neighbourhood_findings",
            "What neighbourhoods found",
            "One row for each thing that people found in a neighbourhood.",
            (
                NEIGHBOURHOOD,
                whole(
                    "finding", "Its place in the record, from 0.", lambda row: row.place, may_be_null=False
                ),
                *columns_of(Finding, lambda row: row.finding),
            ),
            lambda: (
                Found(one, place, found) for one in everywhere for place, found in enumerate(one.findings)
            ),
            key=("neighbourhood", "finding"),
            references=(TO_NEIGHBOURHOOD,),
        ),
        _survey(findings),
    )


def _survey(findings: Findings) -> Sheet[Estimated]:
    survey = findings.base.survey
    sources = [
        (survey.evaluation.work, survey.evaluation.estimates),
        *((one.work, one.estimates) for one in survey.studies),
    ]
    return Sheet(
        "survey",
        "Published numbers of the evaluation and the household survey",
        "One row a published number; almost all are associations, not effects.",
        (
            text("work", "The work that reports it.", lambda row: row.work, may_be_null=False),
            whole(
                "estimate_number",
                "Its place in the record, from 0.",
                lambda row: row.place,
                may_be_null=False,
            ),
            *columns_of(Estimate, lambda row: row.estimate),
        ),
        lambda: (
            Estimated(work, place, estimate)
            for work, estimates in sources
            for place, estimate in enumerate(estimates)
        ),
        key=("work", "estimate_number"),
        references=(Reference(("work",), "works", ("work",)),),
    )
