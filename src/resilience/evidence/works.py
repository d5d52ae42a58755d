"""Works: `references.bib` read and written, and how works are named in text."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from string import ascii_lowercase

from resilience.evidence.bib_entry import house_entry, reference_of
from resilience.evidence.bib_fields import AFTER_YEAR, BEFORE_YEAR, FIELDS, VERBATIM
from resilience.evidence.bibtex import read_bibtex
from resilience.evidence.latex import escaped
from resilience.evidence.people import people_as_bibtex
from resilience.records.plain import refuse_hidden
from resilience.records.reference import Reference


def read_references(path: Path) -> dict[str, Reference]:
    """Read all works of a BibTeX file by their key.

    Raises ValueError with the line where an entry can't be read, a value is lost or a key stands twice.
    """
    text = path.read_text(encoding="utf-8")
    refuse_hidden(text)
    found = read_bibtex(text)
    if told := found.unreadable:
        raise ValueError(f"line {told.line}: {told.about}. {told.mend}".rstrip())
    return {entry.key: reference_of(house_entry(entry)) for entry in found.entries}


def write_bibtex(references: dict[str, Reference]) -> str:
    """Write references as BibTeX, sorted by key, one field a line.

    Raises ValueError where a kind is no single word, or where an address or DOI holds a brace or backslash.
    """
    return "\n".join(_entry(references[key]) for key in sorted(references))


def _entry(work: Reference) -> str:
    if not (work.kind.isascii() and work.kind.isalpha() and work.kind.islower()):
        raise ValueError(f"{work.key}: the kind {work.kind!r} is no single word in small letters")
    texts = {key: _as_bibtex(key, getattr(work, name) or "", work) for key, name in FIELDS.items()}
    fields = {
        "author": people_as_bibtex(work.authors),
        **{key: texts[key] for key in BEFORE_YEAR},
        "year": str(work.year or ""),
        **{key: texts[key] for key in AFTER_YEAR},
    }
    lines = [f"  {key} = {{{value}}},\n" for key, value in fields.items() if value]
    return f"@{work.kind}{{{work.key},\n{''.join(lines)}}}\n"


def _as_bibtex(key: str, value: str, work: Reference) -> str:
    if key not in VERBATIM:
        return escaped(value)
    if any(char in value for char in "{}\\\n"):
        raise ValueError(
            f"{work.key}: the {key} {value!r} holds a brace or backslash, which BibTeX can't keep"
        )
    return value


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
