"""Each work of an export beside what is on record, and beside the works before it in the file."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from resilience.checks.duplicates import plain as plain_title
from resilience.duplicates import Entry, judge
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
        authors=tuple(author for author in work.authors if author != "others"),
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
_NUMBERS: Mapping[str, str] = {"doi": "DOI", "pmid": "PubMed number", "pmcid": "PubMed Central number"}


class _Known:
    """Works by what two records of one work nearly always share, so that few pairs need to be judged."""

    def __init__(self) -> None:
        self.references: dict[str, Reference] = {}
        self._entries: dict[str, Entry] = {}
        self._by: dict[tuple[str, str], list[str]] = {}

    def add(self, entry: Entry, reference: Reference) -> None:
        self.references[entry.id] = reference
        self._entries[entry.id] = entry
        for block in _blocks(entry, reference):
            self._by.setdefault(block, []).append(entry.id)

    def nearest(self, entry: Entry, reference: Reference) -> tuple[str, Outcome, str] | None:
        """Give the work that this one is, else one that it may be, with the reason."""
        maybe = None
        for other in dict.fromkeys(
            id for block in _blocks(entry, reference) for id in self._by.get(block, ())
        ):
            verdict = judge(entry, self._entries[other])
            if verdict.outcome == "same":
                return other, Outcome.HERE, verdict.why
            why = verdict.why if verdict.outcome == "maybe" else _shared(reference, self.references[other])
            if why and maybe is None:
                maybe = other, Outcome.MAYBE, why
        return maybe


def _blocks(entry: Entry, reference: Reference) -> Iterator[tuple[str, str]]:
    title = plain_title(entry.title).split()
    for name in _NUMBERS:
        if number := getattr(reference, name):
            yield name, number.casefold()
    yield "title", " ".join(title)
    yield "start", " ".join(title[:4])
    yield "end", " ".join(title[-4:])
    if entry.authors and entry.year:
        yield (
            "author",
            f"{plain_title(entry.authors[0].split(',')[0])} {entry.year} {' '.join(sorted(title)[-1:])}",
        )


def _shared(one: Reference, other: Reference) -> str:
    """Say what two works share that no two works should, though else they differ."""
    for name, label in _NUMBERS.items():
        if (number := getattr(one, name)) and number.casefold() == (getattr(other, name) or "").casefold():
            return f"They have one {label}, and differ else."
    if one.year == other.year and plain_title(one.title or "") == plain_title(other.title or ""):
        return "They have one title and year, and differ else."
    return ""
