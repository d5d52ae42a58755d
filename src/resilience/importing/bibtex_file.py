"""BibTeX files, biblatex's names of fields too."""

import re
from collections.abc import Iterable, Iterator

from resilience.evidence.bibtex import BibEntry, Slip, Told, read_bibtex
from resilience.evidence.latex import plain
from resilience.importing.found import Found

_NAMES = {
    "title": "title",
    "year": "date",
    "date": "date",
    "journal": "journal",
    "journaltitle": "journal",
    "booktitle": "booktitle",
    "publisher": "publisher",
    "institution": "publisher",
    "school": "publisher",
    "organization": "publisher",
    "volume": "volume",
    "number": "issue",
    "issue": "issue",
    "pages": "pages",
    "isbn": "isbn",
    "issn": "dropped",
    "doi": "doi",
    "pmid": "pmid",
    "pmcid": "pmcid",
    "url": "url",
    "note": "note",
    "abstract": "abstract",
    "file": "dropped",
    "urldate": "dropped",
    "date-added": "dropped",
    "date-modified": "dropped",
    "timestamp": "dropped",
}
_KINDS = {
    "article": "article",
    "book": "book",
    "collection": "book",
    "proceedings": "book",
    "incollection": "incollection",
    "inbook": "incollection",
    "inproceedings": "inproceedings",
    "conference": "inproceedings",
    "techreport": "techreport",
    "report": "techreport",
    "phdthesis": "phdthesis",
    "mastersthesis": "phdthesis",
    "thesis": "phdthesis",
    "unpublished": "unpublished",
    "online": "online",
    "misc": "misc",
}
_VERBATIM = ("doi", "url", "file")
_LOST = re.compile(r"@|\w\s*\{")


def bibtex_entries(text: str) -> Iterator[Found]:
    """Read the entries of a BibTeX file; a broken one does not hide the others."""
    read = read_bibtex(text)
    broken = {told.field.partition(".")[0]: told for told in read.slips if told.slip in _BREAKS}
    yield from sorted(_all(read.entries, broken, read.slips), key=lambda found: found.line)


def _all(entries: Iterable[BibEntry], broken: dict[str, Told], slips: Iterable[Told]) -> Iterator[Found]:
    for entry in entries:
        told = broken.get(entry.key)
        yield Found(entry.line, fault=_said(told)) if told else _found(entry)
    for told in slips:
        # A key that is taken matters only inside the file that it comes from.
        if told.slip is Slip.UNREADABLE:
            yield Found(told.line, fault=_said(told))
        elif told.slip is Slip.STRAY and _LOST.search(told.about):
            yield Found(
                told.line, fault="This text is in no entry. Put its @ and its braces right, or delete it."
            )


_BREAKS = (Slip.SWALLOWED, Slip.NO_MACRO)


def _said(told: Told) -> str:
    name = told.field.partition(".")[2]
    about = f"{name}: {told.about}" if name else f"{told.about[:1].upper()}{told.about[1:]}"
    return f"{about}. {told.mend}".strip()


def _found(entry: BibEntry) -> Found:
    found = Found(entry.line)
    fields = {field.written.casefold(): field.value for field in entry.fields}
    found.put("kind", "type", [_KINDS.get(entry.kind, "misc")])
    if entry.kind not in _KINDS:
        found.rest.append(("type", entry.kind))
    found.rest.append(("key", entry.key))
    for name in ("author", "editor"):
        found.put(name, name, _names(fields.pop(name, "")))
    values = {name: [value if name in _VERBATIM else plain(value)] for name, value in fields.items()}
    found.put_all(_NAMES, values)
    return found


def _names(field: str) -> Iterator[str]:
    """Give the names of a field; one in braces is a body, any other has the family name first."""
    for name in _AND.split(field):
        text = plain(name.strip())
        is_body = name.strip().startswith("{") and name.strip().endswith("}")
        given_first = None if is_body else _GIVEN_FIRST.fullmatch(text)
        yield f"{given_first[2]}, {given_first[1]}" if given_first else text


_GIVEN_FIRST = re.compile(r"([^,]+?)\s+((?:[a-z]{1,3}\s+)*[^,\s]+)")
# Braces may hold an `and` of a body together.
_AND = re.compile(r"\s+and\s+(?![^{}]*\})")
