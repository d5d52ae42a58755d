"""Sheets of how the evidence was made: searches, works that were looked at, pages that were read, codes."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from resilience.datapackage.of_model import columns_of
from resilience.datapackage.sheet import Column, Sheet, each_inside, keys, place, text, whole
from resilience.evidence import EvidenceBase
from resilience.evidence.coding import DoubleCode
from resilience.findings import Findings
from resilience.records.provenance import Provenance, Seen
from resilience.records.search_log import ScreenedWork, SearchMade


class Read(NamedTuple):
    """A page on which a record rests."""

    kind: str
    record: str
    place: int
    seen: Seen


class Coded(NamedTuple):
    """A field that two passes coded."""

    place: int
    code: DoubleCode


def sheets_of_making(findings: Findings) -> tuple[Sheet[Any], ...]:
    """Give the sheets of searches, screened works, pages read, and codes."""
    base = findings.base
    log: Column[Any] = text("log", "The log that it stands in.", lambda row: row.of.slug, may_be_null=False)
    types: Column[Any] = text("types", "The activities that it was for.", lambda row: keys(row.of.types))
    day: Column[Any] = text("date", "The day.", lambda row: row.of.date.isoformat())
    of: Column[Any] = text("of", "What was looked for: studies or policies.", lambda row: row.of.of.value)
    return (
        Sheet(
            "searches",
            "Searches",
            "One row a search, with its words as they were sent.",
            (
                log,
                place("search", "Its place in the log, from 0."),
                day,
                of,
                types,
                *columns_of(SearchMade, lambda row: row.item),
            ),
            lambda: each_inside(base.searches.values(), lambda one: one.searches),
            key=("log", "search"),
        ),
        Sheet(
            "screened",
            "Works that were screened",
            "One row for each work that a search brought, and what came of it.",
            (
                log,
                place("work", "Its place in the log, from 0."),
                day,
                of,
                types,
                *columns_of(ScreenedWork, lambda row: row.item),
            ),
            lambda: each_inside(base.searches.values(), lambda one: one.screened),
            key=("log", "work"),
        ),
        Sheet(
            "pages_read",
            "Pages that were read",
            "One row for each page on which a record rests: an audit trail, no promise that it stands.",
            (
                text(
                    "kind",
                    "The kind of record: study, policy or neighbourhood.",
                    lambda row: row.kind,
                    may_be_null=False,
                ),
                text("record", "The name of the record.", lambda row: row.record, may_be_null=False),
                place("page", "Its place in the record, from 0."),
                *columns_of(Seen, lambda row: row.seen, leave_out=("kind",)),
                text(
                    "written_by",
                    "Who wrote what was read.",
                    lambda row: row.seen.kind.value if row.seen.kind else None,
                ),
            ),
            lambda: _read(base),
            key=("kind", "record", "page"),
        ),
        Sheet(
            "coding",
            "Codes of both passes",
            "One row for each field that a language model coded twice apart, with what was settled.",
            (
                place("line", "Its place among all codes, from 0; the last on a field stands."),
                text("kind", "The kind of record: study or policy.", lambda row: row.code.kind),
                text("record", "The name of the record.", lambda row: row.code.name),
                whole(
                    "part",
                    "The place of the result or action in its record, from 0; empty for the whole record.",
                    lambda row: row.code.part,
                ),
                text("field", "The field that was coded.", lambda row: row.code.field),
                text(
                    "first",
                    "The code of the first pass; empty where nothing was seen.",
                    lambda row: row.code.first,
                ),
                text("second", "The code of the second pass.", lambda row: row.code.second),
                text("settled", "The code that stands.", lambda row: row.code.settled),
                text(
                    "why",
                    "Why, where they differed or the record was changed later.",
                    lambda row: row.code.why,
                ),
            ),
            lambda: (Coded(number, code) for number, code in enumerate(base.coding)),
            key=("line",),
        ),
    )


def _read(base: EvidenceBase) -> Iterator[Read]:
    records: dict[str, dict[str, Any]] = {
        "study": base.all_studies,
        "policy": base.policies,
        "neighbourhood": base.all_neighbourhoods,
    }
    for kind, found in records.items():
        for name, record in found.items():
            provenance: Provenance = record.provenance
            for number, seen in enumerate(provenance.seen):
                yield Read(kind, name, number, seen)
