"""PubMed's own format (.nbib): tags of up to four letters, a hyphen, and lines that go on after six blanks.

The tags: https://www.nlm.nih.gov/bsd/mms/medlineelements.html
"""

import re
from collections.abc import Iterator

from resilience.importing.found import Found

_LINE = re.compile(r"([A-Z][A-Z0-9]{1,3}) *- ?(.*)")
_NAMES = {
    "TI": "title",
    "BTI": "title",
    "FAU": "author",
    "CN": "author",
    "FED": "editor",
    "DP": "date",
    "JT": "journal",
    "TA": "journal",
    "PB": "publisher",
    "VI": "volume",
    "IP": "issue",
    "PG": "pages",
    "ISBN": "isbn",
    "IS": "dropped",
    "PMID": "pmid",
    "PMC": "pmcid",
    "AB": "abstract",
}
_HOUSEKEEPING = {
    tag: "dropped"
    for tag in (
        *("OWN", "STAT", "DCOM", "LR", "DA", "CRDT", "PHST", "EDAT", "MHDA", "SB", "JID", "SO", "PMCR"),
        *("IR", "FIR", "PST", "AUID", "VTI"),
    )
}
"""Tags that tell of PubMed's own work on the entry, or say again what others say."""
_IDENTIFIER = re.compile(r"(\S+) \[(doi|pii)\]")


def nbib_entries(text: str) -> Iterator[Found]:
    """Read the entries of a .nbib file; one ends where the next `PMID- ` starts."""
    start, tags, last = 0, dict[str, list[str]](), ""
    for number, line in enumerate(text.split("\n"), 1):
        match = _LINE.fullmatch(line)
        if match and match[1] == "PMID":
            if tags:
                yield _found(start, tags)
            start, tags = number, {}
        if match:
            last = match[1]
            start = start or number
            tags.setdefault(last, []).append(match[2].strip())
        elif line.strip() and tags:
            values = tags[last]
            values[-1] = f"{values[-1]} {line.strip()}"
        elif line.strip():
            yield Found(
                number, fault="This line stands before the first entry. Delete it, or put `PMID- ` above it."
            )
    if tags:
        yield _found(start, tags)


def _found(line: int, tags: dict[str, list[str]]) -> Found:
    found = Found(line)
    found.put("kind", "PT", ["incollection" if "BTI" in tags and "TI" in tags else "article"])
    if "TI" in tags and "BTI" in tags:
        found.put("booktitle", "BTI", tags.pop("BTI"))
    # AU has the initials of what FAU spells out.
    if "FAU" in tags:
        tags.pop("AU", None)
    else:
        found.put("author", "AU", tags.pop("AU", []))
    for tag in ("LID", "AID"):
        for value in tags.pop(tag, []):
            if match := _IDENTIFIER.fullmatch(value):
                found.put("doi" if match[2] == "doi" else "dropped", tag, [match[1]])
            else:
                found.rest.append((tag, value))
    found.put_all({**_NAMES, **_HOUSEKEEPING}, tags)
    return found
