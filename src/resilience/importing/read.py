"""The format of a file, told by what stands in it and then by its name, and its entries."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from resilience.importing.bibtex_file import bibtex_entries
from resilience.importing.csl_file import csl_entries
from resilience.importing.csv_file import csv_entries, layout_in
from resilience.importing.found import Found
from resilience.importing.nbib_file import nbib_entries
from resilience.importing.ris_file import ris_entries
from resilience.importing.text_of import FileFault, FileText, text_of

CSV = "CSV"
_READERS: dict[str, Callable[[str], Iterator[Found]]] = {
    "RIS": ris_entries,
    "PubMed (.nbib)": nbib_entries,
    "BibTeX": bibtex_entries,
    "CSL-JSON": csl_entries,
    CSV: csv_entries,
}
_SIGNS = {
    "RIS": re.compile(r"^TY {1,2}- ", re.MULTILINE),
    "PubMed (.nbib)": re.compile(r"^PMID *- *\d", re.MULTILINE),
    "BibTeX": re.compile(r"^\s*@[A-Za-z]+\s*[{(]", re.MULTILINE),
    "CSL-JSON": re.compile(r"\A\s*(?:\[\s*\{|\[\s*\]|\{\s*\")"),
}
_ENDINGS = {
    ".ris": "RIS",
    ".nbib": "PubMed (.nbib)",
    ".bib": "BibTeX",
    ".json": "CSL-JSON",
    ".csv": CSV,
    ".tsv": CSV,
}
_START = 20_000
"""So many characters tell what a file is."""


class Export(NamedTuple):
    """A file that was read, entry by entry."""

    name: str
    format: str
    """As people call it."""
    encoding: str
    entries: Iterator[Found]
    lines: int

    @property
    def place(self) -> str:
        """What the number of an entry counts."""
        return "entry" if self.format == "CSL-JSON" else "line"


def open_export(name: str, content: bytes, encoding: str | None = None) -> Export:
    """Tell what a file is, and read its entries one by one.

    Raises FileFault where it is empty, no text, or nothing that is known here.
    """
    file = text_of(content, encoding)
    if not file.text.strip():
        raise FileFault("The file is empty. Export the list again.")
    kind = _kind(name, file)
    shown = layout.name if kind == CSV and (layout := layout_in(file.text)) else kind
    return Export(Path(name).name, shown, file.encoding, _READERS[kind](file.text), file.text.count("\n") + 1)


def _kind(name: str, file: FileText) -> str:
    start = file.text[:_START]
    # The columns of a table come first: an abstract in a cell may look like anything.
    if layout_in(start):
        return CSV
    first = [(match.start(), kind) for kind, sign in _SIGNS.items() if (match := sign.search(start))]
    if first:
        return min(first)[1]
    ending = Path(name).suffix.casefold()
    if ending not in _ENDINGS:
        known = (
            "RIS, PubMed (.nbib), BibTeX, CSL-JSON, or CSV of Zotero, Rayyan, Covidence, ASReview or Scopus"
        )
        raise FileFault(f"This is no export that is known here. Export the list as {known}.")
    return _ENDINGS[ending]
