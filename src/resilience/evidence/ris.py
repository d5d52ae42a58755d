"""RIS, the exchange format of reference managers: works written, and the tags of any file read.

The tags: https://en.wikipedia.org/wiki/RIS_(file_format). Both ways go through rispy.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar, NamedTuple

from rispy import BaseWriter, RisParser

from resilience.records.reference import Reference

_TYPES = {
    "article": "JOUR",
    "book": "BOOK",
    "incollection": "CHAP",
    "techreport": "RPRT",
    "phdthesis": "THES",
    "inproceedings": "CPAPER",
    "online": "ELEC",
    "unpublished": "UNPB",
}
KINDS = {
    **{tag: kind for kind, tag in _TYPES.items()},
    "EJOUR": "article",
    "JFULL": "article",
    "INPR": "article",
    "MGZN": "article",
    "NEWS": "article",
    "EBOOK": "book",
    "EDBOOK": "book",
    "ECHAP": "incollection",
    "CONF": "inproceedings",
    "BLOG": "online",
    "GOVDOC": "techreport",
}
"""Kinds of works, as BibTeX calls them, by the types of RIS; `misc` is any other."""
_BEFORE = ("TY", "AU", "A2", "PY", "TI", "JO", "BT", "T2", "PB", "VL", "IS")
_AFTER = ("SP", "EP", "SN", "DO", "AN", "DB", "C2", "UR", "N1", "ID")
_LINE_END = "\r\n"
_LINE = re.compile(r"([A-Z][A-Z0-9])  -(?: (.*))?")
_NARROW = re.compile(r"([A-Z][A-Z0-9]) {1,2}-(?: (.*))?")
_NARROW_START = re.compile(r"^TY - ", re.MULTILINE)
_HEADING = re.compile(r"\d+\.|(?:Provider|Database|Content):.*")
"""Some programs number the entries, or say above them where they come from."""
_DASH = re.compile(r"\s*[-\u2010-\u2015\u2212]+\s*")


class RisEntry(NamedTuple):
    """One entry of a file: its values by tag, in order, or why it can't be read."""

    line: int
    tags: Mapping[str, list[str]]
    """Text that stands before the first tag is under the empty tag."""
    fault: str = ""


class _Writer(BaseWriter):
    """Writes each value of a tag on a line of its own, without numbers above the entries."""

    START_TAG = "TY"
    PATTERN = "{tag}  - {value}"
    NEWLINE = _LINE_END
    REFERENCE_TYPE_KEY = "TY"
    DEFAULT_LIST_TAGS: ClassVar[list[str]] = []
    DEFAULT_DELIMITER_MAPPING: ClassVar[dict[str, str]] = {}
    DEFAULT_MAPPING: ClassVar[dict[str, str]] = {tag: tag.lower() for tag in (*_BEFORE, *_AFTER)}

    def set_header(self, count: int) -> str:
        """Number no entry."""
        return ""


class _Reader(RisParser):
    """Keeps every value of every tag, where rispy's own reader keeps the first of most."""

    DEFAULT_MAPPING: ClassVar[dict[str, str]] = {"TY": "TY"}
    is_narrow = False

    def parse_line(self, line: str) -> tuple[str | None, str]:
        """Part a line into its tag, None where it goes on with the last one, and its text."""
        found = (_NARROW if self.is_narrow else _LINE).fullmatch(line)
        return (found[1], (found[2] or "").strip()) if found else (None, line.strip())

    def _add_tag(
        self, record: dict[str, Any], tag: str | None, content: str, extend_multiline: bool = False
    ) -> None:
        if not extend_multiline and tag:
            record.setdefault(tag, []).append(content)
        elif content:
            values = record.setdefault(tag or "", [""])
            values[-1] = f"{values[-1]} {content}".strip()


def to_ris(works: Iterable[Reference]) -> str:
    """Write works as RIS, each with its key as the last field but one."""
    entries = [{"TY": _TYPES.get(work.kind, "GEN"), **_tags(work)} for work in works]
    text: str = _Writer(enforce_list_tags=False).formats(entries)
    return f"{text}{_LINE_END}" if entries else ""


def _tags(work: Reference) -> dict[str, str | list[str]]:
    first, last = pages_of(work.pages or "")
    tags: dict[str, str | list[str] | None] = {
        "AU": [_line(author) for author in work.named_authors],
        "A2": [_line(name) for name in (work.editor or "").split(" and ") if name.strip()],
        "PY": str(work.year) if work.year else None,
        "TI": work.title,
        "JO": work.journal,
        "T2": work.booktitle,
        "PB": work.publisher,
        "VL": work.volume,
        "IS": work.issue,
        "SP": first,
        "EP": last,
        "SN": work.isbn,
        "DO": work.doi,
        "AN": work.pmid,
        "DB": "PubMed" if work.pmid else None,
        "C2": work.pmcid,
        "UR": list(dict.fromkeys(address for address in (work.link, work.url) if address)),
        "N1": work.note,
        "ID": work.key,
    }
    return {tag: _line(value) if isinstance(value, str) else value for tag, value in tags.items() if value}


def _line(value: str) -> str:
    """Keep a value on one line, for a line break would start another field."""
    return " ".join(value.split())


def pages_of(pages: str) -> tuple[str, str]:
    """Part a range of pages at its dash, whichever that is; what is no plain range stays whole."""
    parts = _DASH.split(pages.strip())
    if len(parts) == 2 and all(parts) and not re.search("[,;]", pages):
        return parts[0], parts[1]
    return pages.strip(), ""


def read_ris(text: str) -> Iterator[RisEntry]:
    """Read RIS text, whose lines end in a line feed; a broken entry does not hide the others."""
    reader = _Reader()
    reader.is_narrow = bool(_NARROW_START.search(text))
    start, inside, is_stray = 0, list[str](), False
    for number, line in enumerate([*text.split("\n"), "TY"], 1):
        tag, content = reader.parse_line(line) if line != "TY" else ("TY", "")
        if tag == "TY":
            if start:
                yield RisEntry(start, {}, "The entry has no end. Put a line `ER  - ` after its last field.")
            start, inside, is_stray = number, [f"TY  - {content}"], False
        elif start:
            inside.append(line)
            if tag == reader.END_TAG:
                (found,) = reader.parse_lines(iter(inside))
                yield RisEntry(start, {**found, "TY": [found["TY"]]})
                start = 0
        elif content and tag != reader.END_TAG and not is_stray and not _HEADING.fullmatch(content):
            is_stray = True
            yield RisEntry(number, {}, "This line is in no entry. Put `TY  - JOUR` above it, or delete it.")
