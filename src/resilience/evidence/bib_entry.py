"""An entry in our fields: what it says under other names is understood, the rest is set aside."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from resilience.evidence.bib_fields import (
    EPRINT_ADDRESSES,
    EPRINTS,
    FIELDS,
    INHERITING,
    KNOWN_FIELDS,
    OTHER_NAMES,
    UNUSED,
    VERBATIM,
    our_kind,
)
from resilience.evidence.bibtex import BibEntry, BibField
from resilience.evidence.latex import plain, verbatim
from resilience.evidence.people import read_people
from resilience.records.reference import Reference


class Aside(Enum):
    """Why a field is no part of the entry."""

    UNUSED = "nothing shows it"
    SAID = "another field says it already"
    TWICE = "it stands twice"
    INHERITS = "we follow no other entry"
    UNKNOWN = "nobody knows it"


class HouseEntry(NamedTuple):
    """An entry as we understand it."""

    entry: BibEntry
    kept: dict[str, BibField]
    """What we keep, under our names; each field remembers how it was named."""
    aside: tuple[tuple[BibField, Aside], ...]

    @property
    def renamed(self) -> Iterator[tuple[str, BibField]]:
        """Give the fields that stand under another name than ours, with our name."""
        return ((name, field) for name, field in self.kept.items() if field.written != name)


def house_entry(entry: BibEntry) -> HouseEntry:
    """Sort the fields of an entry into those that we keep and those that we don't."""
    kept: dict[str, BibField] = {}
    others: list[BibField] = []
    aside: list[tuple[BibField, Aside]] = []
    for field in entry.fields:
        name = field.written.lower()
        if name not in KNOWN_FIELDS:
            others.append(field)
        elif name in kept:
            aside.append((field, Aside.TWICE))
        else:
            kept[name] = field
    by_name = {field.written.lower(): field.value for field in others}
    for field in others:
        aside += _other(field, kept, by_name)
    return HouseEntry(entry, kept, tuple(aside))


def _other(
    field: BibField, kept: dict[str, BibField], by_name: dict[str, str]
) -> Iterator[tuple[BibField, Aside]]:
    name = field.written.lower()
    ours, value = OTHER_NAMES.get(name, ""), field.value
    if name == "eprint":
        of = (by_name.get("eprinttype") or by_name.get("archiveprefix") or "").lower()
        ours = EPRINTS.get(of, "url" if of in EPRINT_ADDRESSES else "")
        value = f"{EPRINT_ADDRESSES.get(of, '')}{value}"
    elif name == "howpublished" and verbatim(value).startswith(("https://", "http://")):
        ours, value = "url", verbatim(value)
    elif name == "subtitle" and "title" in kept:
        title = kept["title"]
        kept["title"] = title._replace(value=f"{title.value}: {value}", written="title with subtitle")
        return
    elif name == "date":
        value = value[:4] if re.match(r"[0-9]{4}(?![0-9])", value) else value
    if ours and ours not in kept:
        kept[ours] = field._replace(value=value)
    elif ours:
        yield field, Aside.SAID
    elif name in INHERITING:
        yield field, Aside.INHERITS
    else:
        yield field, Aside.UNUSED if name in UNUSED else Aside.UNKNOWN


def reference_of(held: HouseEntry) -> Reference:
    """Turn an entry into a record; what is empty was not seen."""
    said = {name: text_of(name, field.value) for name, field in held.kept.items()}
    year = said.get("year", "")
    return Reference(
        key=held.entry.key,
        kind=our_kind(held.entry.kind),
        authors=read_people(held.kept["author"].value) if "author" in held.kept else (),
        year=int(year) if year.isascii() and year.isdigit() else None,
        **{ours: said.get(name) or None for name, ours in FIELDS.items()},
    )


def text_of(name: str, value: str) -> str:
    """Read the value of a field as text."""
    return verbatim(value) if name in VERBATIM else plain(value)
