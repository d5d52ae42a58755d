"""Works as RIS, which reference managers read.

The format: https://en.wikipedia.org/wiki/RIS_(file_format); lines of a two-letter tag, two spaces, a hyphen.
"""

from collections.abc import Iterable, Iterator

from resilience.records.reference import Reference

TYPES = {
    "article": "JOUR",
    "book": "BOOK",
    "techreport": "RPRT",
    "phdthesis": "THES",
    "inproceedings": "CPAPER",
}
LINE_END = "\r\n"


def to_ris(works: Iterable[Reference]) -> str:
    """Write works as RIS, each with its key as the last field but one."""
    return "".join(f"{LINE_END.join(_lines(work))}{LINE_END}{LINE_END}" for work in works)


def _lines(work: Reference) -> Iterator[str]:
    yield _line("TY", TYPES.get(work.kind, "GEN"))
    for author in work.authors:
        if author != "others":
            yield _line("AU", author)
    first, _, last = (work.pages or "").partition("-")
    fields = {
        "PY": str(work.year) if work.year else None,
        "TI": work.title,
        "JO": work.journal,
        "T2": work.booktitle,
        "PB": work.publisher,
        "VL": work.volume,
        "IS": work.issue,
        "SP": first,
        "EP": last.lstrip("-"),
        "SN": work.isbn,
        "DO": work.doi,
        "UR": work.link,
        "N1": work.note,
        "ID": work.key,
    }
    yield from (_line(tag, value) for tag, value in fields.items() if value)
    yield "ER  - "


def _line(tag: str, value: str) -> str:
    """Write one field on one line, for a line break would start another."""
    return f"{tag}  - {' '.join(value.split())}"
