"""Each work of an export beside what is on record, and beside the works before it in the file."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from resilience.checks.duplicates import plain as plain_title
from resilience.duplicates import Entry, Index, nearest
from resilience.evidence import EvidenceBase
from resilience.evidence.kinds import kind_with
from resilience.importing.work import Work
from resilience.records.reference import Reference
from resilience.records.study import Study


class Outcome(StrEnum):
    """What becomes of an entry."""

    NEW = "new"
    HERE = "here already"
    MAYBE = "maybe"
    BROKEN = "broken"


class Compared(NamedTuple):
    """An entry, and the work that it is or may be."""

    work: Work
    outcome: Outcome
    why: str = ""
    key: str = ""
    """Of the work on record."""
    line: int = 0
    """Of the entry before it in the file, where the other is none on record."""
    other: Reference | None = None
    record: str = ""
    """What the other is: a study, a lead, a concept paper, or a work that pages cite."""


def entry_of(work: Reference, id: str, abstract: str = "") -> Entry:
    """Give a work as the judge of duplicates sees it."""
    return Entry(
        id=id,
        title=work.title or "",
        authors=work.named_authors,
        year=str(work.year or ""),
        journal=work.journal or "",
        volume=work.volume or "",
        number=work.issue or "",
        pages=work.pages or "",
        doi=work.doi or "",
        isbn=work.isbn or "",
        kind=work.kind,
        booktitle=work.booktitle or "",
        abstract=abstract,
    )


def what_is(key: str, base: EvidenceBase) -> str:
    """Say what a work on record is."""
    # By the name of its file alone, for reading all studies takes longer than all else.
    if (base.folder / kind_with(Study).file(key)).exists():
        return "study"
    if key in base.leads:
        return "lead"
    return "concept paper" if key in base.concepts else "cited work"


def compared(works: Sequence[Work], base: EvidenceBase, reached: Callable[[int], None]) -> Iterator[Compared]:
    """Compare each work with all on record and with those before it in the file, in the file's order.

    `reached` is told how many works are done.
    """
    known = _Known()
    for key, reference in base.references.items():
        known.add(entry_of(reference, key), reference)
    for number, work in enumerate(works, 1):
        yield _compared(work, known, base)
        reached(number)


def _compared(work: Work, known: "_Known", base: EvidenceBase) -> Compared:
    if work.fault:
        return Compared(work, Outcome.BROKEN, work.fault)
    entry = entry_of(work.reference, f"{_LINE}{work.line}", work.abstract)
    found = known.nearest(entry, work.reference)
    if found is None:
        known.add(entry, work.reference)
        return Compared(work, Outcome.NEW)
    other, outcome, why = found
    if outcome is Outcome.MAYBE:
        known.add(entry, work.reference)
    reference = known.references[other]
    if other.startswith(_LINE):
        return Compared(work, outcome, why, line=int(other.removeprefix(_LINE)), other=reference)
    return Compared(work, outcome, why, other, other=reference, record=what_is(other, base))


_LINE = "line:"
"""What marks the name of an entry of the file; no key on record has a colon."""
_NUMBERS = {
    "doi": "a DOI",
    "pmid": "a PubMed number",
    "pmcid": "a PubMed Central number",
    "title": "title and year",
}


class _Known:
    """Works on record and of the file, found by what they say and by the numbers of catalogues."""

    def __init__(self) -> None:
        self.references: dict[str, Reference] = {}
        self._index = Index(())
        self._by_number: dict[tuple[str, str], str] = {}

    def add(self, entry: Entry, reference: Reference) -> None:
        self.references[entry.id] = reference
        self._index.add(entry)
        for number in _numbers(reference):
            self._by_number.setdefault(number, entry.id)

    def nearest(self, entry: Entry, reference: Reference) -> tuple[str, Outcome, str] | None:
        """Give the work that this one is, else one that it may be, with the reason."""
        found = nearest(entry, self._index)
        if found and found.verdict.outcome == "same":
            return found.entry.id, Outcome.HERE, found.verdict.why
        for number in _numbers(reference):
            if other := self._by_number.get(number):
                why = f"They share {_NUMBERS[number[0]]}, though else they differ."
                return other, Outcome.MAYBE, why
        return (found.entry.id, Outcome.MAYBE, found.verdict.why) if found else None


def _numbers(work: Reference) -> Iterator[tuple[str, str]]:
    """Give what no two works should share, each with the name of its kind."""
    for name in ("doi", "pmid", "pmcid"):
        if number := getattr(work, name):
            yield name, number.casefold()
    if work.title:
        yield "title", f"{plain_title(work.title)} {work.year}"
