"""Works: `references.bib` read and written, and how works are named in text."""

import logging
import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from string import ascii_lowercase
from typing import Any

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, ParsingFailedBlock

from resilience.records.reference import Reference

_BEFORE_YEAR = {
    "editor": "editor",
    "title": "title",
    "journal": "journal",
    "booktitle": "booktitle",
    "publisher": "publisher",
}
_AFTER_YEAR = {
    "volume": "volume",
    "number": "issue",
    "pages": "pages",
    "isbn": "isbn",
    "doi": "doi",
    "pmid": "pmid",
    "pmcid": "pmcid",
    "url": "url",
    "note": "note",
}
_FIELDS = {**_BEFORE_YEAR, **_AFTER_YEAR}
"""Our names of BibTeX's fields; authors and year are read on their own."""
KNOWN_FIELDS = frozenset(("author", "year", *_FIELDS))
"""What an entry may hold; anything else would be lost."""
_VERBATIM = ("doi", "url")

# What can't be parsed is in the library's failed blocks; it need not be on the terminal too.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)


def read_library(text: str) -> Library:
    """Split BibTeX text into entries and the blocks that are none."""
    return parse_string(text)


def reason(block: ParsingFailedBlock) -> str:
    """Say why a block could not be read."""
    return str(getattr(block.error, "abort_reason", "") or block.error)


def read_references(path: Path) -> dict[str, Reference]:
    """Read all works of a BibTeX file by their key.

    Raises ValueError with the line where an entry can't be read or a key stands twice.
    """
    library = read_library(path.read_text(encoding="utf-8"))
    if library.failed_blocks:
        block = library.failed_blocks[0]
        line = (block.start_line or 0) + 1
        raise ValueError(
            f"line {line}: this entry can't be read ({reason(block)}). Mend it, or give it a key of its own."
        )
    return {entry.key: _reference(entry) for entry in library.entries}


def write_bibtex(references: dict[str, Reference]) -> str:
    """Write references as BibTeX, sorted by key, one field a line.

    Raises ValueError where a kind is no single word, or where an address or DOI holds a brace or backslash.
    """
    return "\n".join(_entry(references[key]) for key in sorted(references))


def in_order(text: str) -> str:
    """Put the entries of BibTeX text in the order of their keys, each with the remarks above it.

    Text that can't be read whole, or is in order, is given back as it is.
    """
    library = read_library(text)
    keys = [entry.key for entry in library.entries]
    if library.failed_blocks or library.strings or library.preambles or keys == sorted(keys):
        return text
    groups: list[tuple[str, list[str]]] = []
    above: list[str] = []
    for block in library.blocks:
        above.append((block.raw or "").strip())
        if isinstance(block, Entry):
            groups.append((block.key, above))
            above = []
    return "\n\n".join([*("\n".join(group) for _, group in sorted(groups)), *above]) + "\n"


def _reference(entry: Entry) -> Reference:
    fields = {field.key: str(field.value) for field in entry.fields}
    year = fields.get("year", "").strip()
    texts: dict[str, Any] = {
        name: fields[key].strip() if key in _VERBATIM else _plain(fields[key])
        for key, name in _FIELDS.items()
        if key in fields
    }
    return Reference(
        key=entry.key,
        kind=entry.entry_type,
        authors=_authors(fields.get("author", "")),
        year=int(year) if year.isascii() and year.isdigit() else None,
        **texts,
    )


def _entry(work: Reference) -> str:
    if not (work.kind.isascii() and work.kind.isalpha() and work.kind.islower()):
        raise ValueError(f"{work.key}: the kind {work.kind!r} is no single word in small letters")
    texts = {key: _as_bibtex(key, getattr(work, name) or "", work) for key, name in _FIELDS.items()}
    fields = {
        "author": _authors_as_bibtex(work.authors),
        **{key: texts[key] for key in _BEFORE_YEAR},
        "year": str(work.year or ""),
        **{key: texts[key] for key in _AFTER_YEAR},
    }
    lines = [f"  {key} = {{{value}}},\n" for key, value in fields.items() if value]
    return f"@{work.kind}{{{work.key},\n{''.join(lines)}}}\n"


def _as_bibtex(key: str, value: str, work: Reference) -> str:
    if key not in _VERBATIM:
        return _escaped(value)
    if any(char in value for char in "{}\\\n"):
        raise ValueError(
            f"{work.key}: the {key} {value!r} holds a brace or backslash, which BibTeX can't keep"
        )
    return value


_COMMANDS = {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    **{char: f"\\{char}" for char in "&%#$_"},
}
_CHARACTERS = {command: char for char, command in _COMMANDS.items()}
_COMMAND = re.compile("|".join(re.escape(command) for command in _CHARACTERS))
_MARKED = re.compile(f"({_COMMAND.pattern})|[{{}}]")
OTHERS = "others"
"""What stands for further authors that a source does not name."""


def _plain(value: str) -> str:
    """Turn a field into plain text: commands are the characters they mean, grouping braces mean nothing."""
    return " ".join(_MARKED.sub(lambda match: _CHARACTERS.get(match[0], ""), value).split())


def _escaped(text: str) -> str:
    """Turn plain text into a field that BibTeX reads as that text."""
    return "".join(_COMMANDS.get(char, char) for char in " ".join(text.split()))


def _authors(field: str) -> tuple[str, ...]:
    """Split a field of names at each `and` that no braces hold together."""
    names: list[list[str]] = [[]]
    depth = 0
    for word in field.split():
        if word == "and" and depth == 0:
            names.append([])
            continue
        bare = _COMMAND.sub("", word)
        depth += bare.count("{") - bare.count("}")
        names[-1].append(word)
    return tuple(name for name in (_plain(" ".join(words)) for words in names) if name)


def _authors_as_bibtex(names: tuple[str, ...]) -> str:
    """Join names, with braces around bodies, whose names have no family name to sort by."""
    return " and ".join(_name(name) for name in names)


def _name(name: str) -> str:
    is_body = "," not in name and " " in name
    return f"{{{_escaped(name)}}}" if is_body or "and" in name.split() else _escaped(name)


def cited(references: Mapping[str, Reference]) -> dict[str, str]:
    """Name each work by authors and year; works of the same name get a letter, by key."""
    keys: dict[str, list[str]] = defaultdict(list)
    for key in sorted(references):
        keys[references[key].short].append(key)
    return {
        key: _lettered(name, place) if len(shared) > 1 else name
        for name, shared in keys.items()
        for place, key in enumerate(shared)
    }


def _lettered(name: str, place: int) -> str:
    return f"{name}{'' if name[-1].isdigit() else ' '}{_letters(place)}"


def _letters(place: int) -> str:
    """Count a, b, ... z, aa, ab, as columns of a spreadsheet do."""
    rest, last = divmod(place, len(ascii_lowercase))
    return (_letters(rest - 1) if rest else "") + ascii_lowercase[last]
