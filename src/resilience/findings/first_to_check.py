"""Which records a person should check first: those where an error would matter most, or is likeliest.

The reasons to look at a record stand in a published order. Records with the first reason come first, among
them those that have the second one too, and so on.
"""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from resilience.findings.agreement import differing
from resilience.findings.ratings import RatedCell, Ratings
from resilience.findings.view import Findings
from resilience.rating import rate
from resilience.records.coding import CodedText
from resilience.records.neighbourhood import Neighbourhood
from resilience.records.policy import Policy
from resilience.records.study import Study
from resilience.records.vocabulary import Labelled, MatchStatus, Read

Checkable = Study | Policy | Neighbourhood


class Reason(Labelled):
    """Why a record should be looked at, the weightiest first."""

    ALONE = "alone", "without its vote, an activity would have another level of evidence"
    DIFFERED = "differed", "the two passes of coding gave different codes"
    REVERSE = "reverse", "the opposite of an activity was studied, so its votes are turned over"
    NO_BETTER = "no-better", "a result has an interval, and it is not said which end is better"
    MIRROR = "mirror", "it was seen only on sites that re-publish documents"
    IN_PART = "in-part", "only an abstract, or the opening of a page, was read"


class ToCheck(NamedTuple):
    """A record and the reasons to look at it."""

    kind: str
    """`study`, `policy` or `neighbourhood`."""
    name: str
    record: Checkable
    reasons: tuple[Reason, ...]


def first_to_check(findings: Findings) -> list[ToCheck]:
    """List all studies, policies and neighbourhoods, those to be checked first at the top.

    A group's own account has no source that it could be compared with.
    """
    alone, differed = carrying(findings.ratings), differing(findings.base.coding)
    records: Iterator[tuple[str, str, Checkable]] = chain(
        (("study", key, study) for key, study in findings.base.studies.items()),
        (("policy", slug, policy) for slug, policy in findings.base.policies.items()),
        (("neighbourhood", slug, place) for slug, place in findings.base.all_neighbourhoods.items()),
    )
    listed = [
        ToCheck(kind, name, record, _reasons(record, name in alone, (kind, name) in differed))
        for kind, name, record in records
        if record.provenance.read is not Read.OWN_ACCOUNT
    ]
    return sorted(listed, key=_place)


def carrying(ratings: Ratings) -> set[str]:
    """Name the studies without whose vote the level of an activity and group of outcomes would be another."""
    cells = [cell for rated in ratings.all().values() for cell in rated.cells.values()]
    return {report for cell in cells for report in _carrying(cell)}


def _carrying(cell: RatedCell) -> Iterator[str]:
    for vote in cell.votes:
        others = [other for other in cell.votes if other is not vote]
        if rate(others, cell.rules).level != cell.level:
            yield from vote.reports


def _place(one: ToCheck) -> tuple[list[bool], str, str]:
    return [reason not in one.reasons for reason in Reason], one.kind, one.name


def _reasons(record: Checkable, alone: bool, differed: bool) -> tuple[Reason, ...]:
    study = record if isinstance(record, Study) else None
    holds = {
        Reason.ALONE: study is not None and alone,
        Reason.DIFFERED: differed or any(text.status is MatchStatus.DISPUTED for text in _texts(record)),
        Reason.REVERSE: study is not None and study.is_opposite,
        Reason.NO_BETTER: study is not None
        and any(one.has_interval and one.better is None for one in study.outcomes),
        Reason.MIRROR: record.provenance.only_mirrors,
        Reason.IN_PART: record.provenance.read is not Read.FULL_TEXT,
    }
    return tuple(reason for reason in Reason if holds[reason])


def _texts(record: Checkable) -> tuple[CodedText, ...]:
    """Give the texts of a record that were typed in two passes."""
    if isinstance(record, Policy):
        return record.actions
    return record.activities if isinstance(record, Neighbourhood) else ()
