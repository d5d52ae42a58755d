"""One work from a file that a publisher or a reference manager wrote: BibTeX or RIS."""

import re
from collections import defaultdict
from pathlib import Path

from resilience.evidence.works import read_references
from resilience.records.reference import Reference

_TAG = re.compile(r"^([A-Z][A-Z0-9])  ?- ?(.*)$")
_KINDS = {
    "JOUR": "article",
    "BOOK": "book",
    "CHAP": "incollection",
    "RPRT": "techreport",
    "THES": "phdthesis",
    "CPAPER": "inproceedings",
    "CONF": "inproceedings",
}
_YEAR = re.compile(r"\d{4}")
_DOI = re.compile(r"10\.\d{4,9}/\S+")


def read_work(path: Path) -> Reference:
    """Read the one work in a file; its key is as the file has it, or `work`.

    Raises ValueError with a sentence where there is none or more than one, and OSError.
    """
    text = path.read_text(encoding="utf-8-sig")
    works = (
        [_from_ris(text)] if re.search(r"^TY  ?-", text, re.MULTILINE) else [*read_references(path).values()]
    )
    if len(works) != 1:
        raise ValueError(f"it holds {len(works) or 'no'} works, and one is needed. Save only that one.")
    return works[0]


def _from_ris(text: str) -> Reference:
    """Read a record of RIS in either family of tags: `TI AU PY JO` or `T1 A1 Y1 JF`."""
    if len(re.findall(r"^TY  ?-", text, re.MULTILINE)) != 1:
        raise ValueError("it holds several works, and one is needed. Save only that one.")
    tags: dict[str, list[str]] = defaultdict(list)
    for line in text.splitlines():
        if (found := _TAG.match(line.strip())) and found[2].strip():
            tags[found[1]].append(found[2].strip())

    def first(*names: str) -> str | None:
        return next((tags[name][0] for name in names if tags.get(name)), None)

    kind = _KINDS.get(first("TY") or "", "misc")
    year = _YEAR.search(first("PY", "Y1", "DA") or "")
    doi = _DOI.search(first("DO") or "")
    within = first("JO", "JF", "T2", "JA")
    url = first("UR")
    return Reference(
        key="work",
        kind=kind,
        authors=tuple(tags.get("AU") or tags.get("A1") or ()),
        year=int(year[0]) if year else None,
        title=first("TI", "T1"),
        journal=within if kind == "article" else None,
        booktitle=within if kind in ("incollection", "inproceedings") else None,
        publisher=first("PB"),
        volume=first("VL"),
        issue=first("IS"),
        pages="-".join(filter(None, (first("SP"), first("EP")))) or None,
        doi=doi[0].rstrip(".") if doi else None,
        url=url if url and url.startswith("http") and "doi.org/" not in url else None,
    )
