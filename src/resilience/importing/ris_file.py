"""RIS files of either family of tags: TY/T1/A1/JF (older) and TY/TI/AU/T2 (newer)."""

import re
from collections.abc import Iterator

from resilience.evidence.ris import KINDS, RisEntry, read_ris
from resilience.importing.found import Found

_PARTS_OF_BOOKS = ("incollection", "inproceedings")
_NAMES = {
    "TI": "title",
    "T1": "title",
    "CT": "title",
    "AU": "author",
    "A1": "author",
    "A2": "editor",
    "ED": "editor",
    "PY": "date",
    "Y1": "date",
    "DA": "date",
    "JF": "journal",
    "JO": "journal",
    "JA": "journal",
    "J2": "journal",
    "J1": "journal",
    "BT": "booktitle",
    "PB": "publisher",
    "VL": "volume",
    "IS": "issue",
    "CP": "issue",
    "SP": "first_page",
    "EP": "last_page",
    "DO": "doi",
    "UR": "url",
    "L3": "doi",
    "N1": "note",
    "AB": "abstract",
    "N2": "abstract",
    "L1": "dropped",
    "L2": "dropped",
    "L4": "dropped",
}
_ISSN = re.compile(r"\d{4}-?\d{3}[\dXx](?: \([^)]*\))?")
_PMC = re.compile(r"PMC\d+", re.IGNORECASE)


def ris_entries(text: str) -> Iterator[Found]:
    """Read the entries of a RIS file."""
    for entry in read_ris(text):
        yield Found(entry.line, fault=entry.fault) if entry.fault else _found(entry)


def _found(entry: RisEntry) -> Found:
    tags = dict(entry.tags)
    found = Found(entry.line)
    (type_,) = tags.pop("TY")
    kind = KINDS.get(type_.upper(), "misc")
    found.put("kind", "TY", [kind])
    if kind == "misc" and type_ not in ("GEN", ""):
        found.rest.append(("TY", type_))
    for tag in ("T2", "JO"):
        if kind in _PARTS_OF_BOOKS and tag in tags:
            found.put("booktitle", tag, tags.pop(tag))
    # In a journal's entry T2 is its name, which older files write as JO or JF.
    names = {"T2": "journal", **_NAMES} if kind == "article" else {**_NAMES, "T2": "booktitle"}
    for number in tags.pop("SN", []):
        found.put("dropped" if _ISSN.fullmatch(number.strip()) else "isbn", "SN", [number])
    if any("pubmed" in base.casefold() or "medline" in base.casefold() for base in tags.get("DB", [])):
        found.put("pmid", "AN", tags.pop("AN", []))
        tags.pop("DB")
    for value in tags.pop("C2", []):
        found.put("pmcid", "C2", [value]) if _PMC.fullmatch(value) else found.rest.append(("C2", value))
    if "SP" not in tags and "C7" in tags:
        names["C7"] = "first_page"
    found.put_all(names, tags)
    return found
