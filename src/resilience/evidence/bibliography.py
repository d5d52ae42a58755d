"""Read `references.bib` into references, and write them back sorted by key."""

from pathlib import Path

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Entry

from ..records.reference import Reference

_FIELDS = {
    "title": "title",
    "journal": "journal",
    "booktitle": "booktitle",
    "editor": "editor",
    "publisher": "publisher",
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
_ESCAPED = str.maketrans({char: f"\\{char}" for char in "&%#$_"})
_VERBATIM = ("doi", "url")


def read_references(path: Path) -> dict[str, Reference]:
    """Read all works of a BibTeX file by their key.

    Raises ValueError with the line where an entry can't be read or a key stands twice.
    """
    library = parse_string(path.read_text(encoding="utf-8"))
    if library.failed_blocks:
        block = library.failed_blocks[0]
        line = (block.start_line or 0) + 1
        raise ValueError(
            f"{path}:{line}: this entry can't be read ({block.error}). Mend it, or give it a key of its own."
        )
    return {entry.key: _reference(entry) for entry in library.entries}


def _reference(entry: Entry) -> Reference:
    fields = {field.key: _plain(field.key, str(field.value)) for field in entry.fields}
    year = fields.get("year", "")
    return Reference(
        key=entry.key,
        kind=entry.entry_type,
        authors=_authors(fields.get("author", "")),
        year=int(year) if year.isdigit() else None,
        **{name: fields[key] for key, name in _FIELDS.items() if key in fields},
    )


def _plain(key: str, value: str) -> str:
    if key in _VERBATIM:
        return value
    for char in "&%#$_":
        value = value.replace(f"\\{char}", char)
    return value


def _authors(text: str) -> tuple[str, ...]:
    names = [name.strip() for name in text.split(" and ")] if text else []
    return tuple("others" if name == "others" else name.strip("{}") for name in names)


def write_bibtex(references: dict[str, Reference]) -> str:
    """Write references as BibTeX, sorted by key, one field a line."""
    return "\n".join(_entry(references[key]) for key in sorted(references))


def _entry(work: Reference) -> str:
    fields = {"author": " and ".join(_braced(author) for author in work.authors)}
    for key, name in _FIELDS.items():
        fields[key] = getattr(work, name) or ""
    fields["year"] = str(work.year or "")
    lines = [f"  {key} = {{{_escaped(key, value)}}},\n" for key, value in fields.items() if value]
    return f"@{work.kind}{{{work.key},\n{''.join(lines)}}}\n"


def _braced(author: str) -> str:
    is_body = "," not in author and author != "others" and " " in author
    return f"{{{author}}}" if is_body else author


def _escaped(key: str, value: str) -> str:
    return value if key in _VERBATIM else value.translate(_ESCAPED)
