"""Sheets of studies: works, studies, the activities that they are about, and their results."""

from typing import Any

from resilience.datapackage.of_model import columns_of, own_columns
from resilience.datapackage.sheet import (
    Column,
    Inside,
    Reference,
    Sheet,
    each_inside,
    place,
    text,
    truth,
    whole,
)
from resilience.evidence import EvidenceBase
from resilience.findings import Findings
from resilience.findings.votes import evaluation_of
from resilience.records.reference import Reference as Work
from resilience.records.study import Outcome, Study

STUDY: Column[Any] = text("study", "The key of the study.", lambda row: row.of.key, may_be_null=False)


def sheets_of_studies(findings: Findings) -> tuple[Sheet[Any], ...]:
    """Give the sheets of works, studies, study_types and results."""
    base = findings.base
    return _works(base), _studies(base), _study_types(base), _results(base)


def _works(base: EvidenceBase) -> Sheet[Work]:
    return Sheet(
        "works",
        "Works",
        "Every work that the book cites, as references.bib has it.",
        (
            text("work", "The key of the work.", lambda work: work.key, may_be_null=False),
            text("cited", "Authors and year, as pages name it.", lambda work: base.cited[work.key]),
            text(
                "link",
                "The best public address: the DOI, else PubMed, else the page.",
                lambda work: work.link,
            ),
            *own_columns(Work, ("key",)),
        ),
        lambda: base.references.values(),
        key=("work",),
    )


def _studies(base: EvidenceBase) -> Sheet[Study]:
    columns: tuple[Column[Study], ...] = (
        text(
            "study",
            "The key of the study; its title and authors stand under the same key in works.",
            lambda study: study.key,
            may_be_null=False,
        ),
        text("title", "The title of the work.", lambda study: base.references[study.key].title),
        whole(
            "year",
            "The year of the work.",
            lambda study: base.references[study.key].year,
            unit="calendar year",
        ),
        text(
            "evaluation_name",
            "The evaluation that has one vote; reports of one evaluation share it.",
            lambda study: evaluation_of(base.all_studies, study),
        ),
        truth("in_uk", "Whether it was done in the UK or a part of it.", lambda study: study.in_uk),
        truth(
            "counts",
            "Whether it counts in levels, sets and numbers; a study that was retracted does not.",
            lambda study: study.key in base.studies,
        ),
        *own_columns(Study, ("key", "evaluation")),
    )
    return Sheet(
        "studies",
        "Studies",
        "One row a coded study, those that were retracted included.",
        columns,
        lambda: base.all_studies.values(),
        key=("study",),
        references=(Reference(("study",), "works", ("work",)),),
    )


def _study_types(base: EvidenceBase) -> Sheet[Inside[Study, str]]:
    return Sheet(
        "study_types",
        "Activities of studies",
        "One row for each activity type of a study.",
        (
            STUDY,
            text("type", "The activity type.", lambda row: row.item, may_be_null=False),
            text(
                "on_topic",
                "Whether the study is about that activity (yes), has it as one of several things "
                "(part), or carries the type without studying it (no).",
                _on_topic,
            ),
        ),
        lambda: each_inside(base.all_studies.values(), lambda study: study.types),
        key=("study", "type"),
        references=(
            Reference(("study",), "studies", ("study",)),
            Reference(("type",), "activities", ("type",)),
        ),
    )


def _on_topic(row: Inside[Study, str]) -> str | None:
    topic = row.of.on_topic.get(row.item)
    return topic.value if topic else None


def _results(base: EvidenceBase) -> Sheet[Inside[Study, Outcome]]:
    def in_effect(row: Inside[Study, Outcome]) -> str:
        return row.of.comparison_of(row.item).value

    return Sheet(
        "results",
        "Results of studies",
        "One row a result, with the number as its source prints it.",
        (
            STUDY,
            place("result", "The place of the result in its study, from 0."),
            text(
                "outcome_group",
                "The group of outcomes in which it votes; empty where it votes on none.",
                lambda row: base.outcomes[row.item.category].group,
            ),
            text(
                "comparison_in_effect",
                "With whom they were compared: the result's own comparison, or else the study's.",
                in_effect,
            ),
            *columns_of(Outcome, lambda row: row.item),
        ),
        lambda: each_inside(base.all_studies.values(), lambda study: study.outcomes),
        key=("study", "result"),
        references=(
            Reference(("study",), "studies", ("study",)),
            Reference(("category",), "outcomes", ("outcome",)),
            Reference(("pool",), "pools", ("pool",)),
        ),
    )
