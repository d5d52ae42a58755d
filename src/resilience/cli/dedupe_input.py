"""Records of an export, from a table, BibTeX or RIS, each as the judge of duplicates takes it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from resilience.cli.csv_input import Problems, read_rows, separator_of, width_fault
from resilience.duplicates import Entry
from resilience.duplicates.names import split_names
from resilience.importing.found import Found
from resilience.importing.read import open_export
from resilience.importing.text_of import FileFault

COLUMNS = {
    "id": ("id", "key", "citation_key", "record_id"),
    "title": ("title",),
    "authors": ("author", "authors"),
    "year": ("year", "publication_year", "date"),
    "journal": ("journal", "publication_title", "source", "secondary_title"),
    "volume": ("volume",),
    "number": ("number", "issue"),
    "pages": ("pages",),
    "doi": ("doi",),
    "isbn": ("isbn",),
    "kind": ("entrytype", "type", "kind", "item_type"),
    "booktitle": ("booktitle", "book_title"),
    "abstract": ("abstract",),
}
"""Names of columns, by the field that each fills; the first that is there counts."""
_NOT_SEEN = frozenset(["", "unknown", "nan", "na", "n/a", "none", "null", "#name?"])
_MOST_SHOWN = 20


def read_records(name: str, content: bytes) -> list[Entry]:
    """Read all records of a file; raises `Problems` with all that is wrong."""
    ending = Path(name).suffix.lower()
    if ending in (".bib", ".ris", ".nbib", ".json"):
        return _from_export(name, content)
    return _from_table(content)


def _from_table(content: bytes) -> list[Entry]:
    separator = separator_of(content)
    rows = read_rows(content, separator)
    if not rows:
        raise Problems("The file is empty. Its first line must name the columns, such as ID and title.")
    heading = [cell.strip() for cell in rows[0][1]]
    places = _places(heading)
    missing = [name for name in ("id", "title") if name not in places]
    if missing:
        raise Problems(
            f"1: there is no column {' or '.join(missing)}. Rename the one that is meant; the columns are "
            f"{', '.join(heading[:_MOST_SHOWN])}."
        )
    faults = [fault for line, row in rows[1:] if (fault := width_fault(line, heading, row))]
    if faults:
        raise Problems(*_first(faults))
    found = [(f"{line}", _entry(row, places)) for line, row in rows[1:]]
    return _checked(found)


def _places(heading: Sequence[str]) -> dict[str, int]:
    plain = [name.casefold().replace(" ", "_") for name in heading]
    found = {}
    for field, names in COLUMNS.items():
        known = [name for name in names if name in plain]
        if known:
            found[field] = plain.index(known[0])
    return found


def _entry(row: Sequence[str], places: Mapping[str, int]) -> Entry:
    fields = {field: row[place].strip() for field, place in places.items()}
    fields = {field: "" if value.lower() in _NOT_SEEN else value for field, value in fields.items()}
    return Entry(authors=split_names(fields.pop("authors", "")), **fields)


def _checked(found: Sequence[tuple[str, Entry]]) -> list[Entry]:
    """Refuse records without a name, or with that of another: groups could not tell them apart."""
    times = Counter(entry.id for _, entry in found)
    faults = []
    for line, entry in found:
        if not entry.id:
            faults.append(f"{line} ID: the record has none. Give each record one of its own.")
        elif times[entry.id] > 1:
            faults.append(
                f"{line} ID: {entry.id} stands here more than once. Give each record one of its own."
            )
        elif ";" in entry.id:
            faults.append(f"{line} ID: {entry.id} holds a semicolon, which joins names. Take it out.")
    if faults:
        raise Problems(*_first(faults))
    return [entry for _, entry in found]


def _first(faults: Sequence[str]) -> list[str]:
    rest = len(faults) - _MOST_SHOWN
    return [*faults[:_MOST_SHOWN], *([f"{rest} more like these."] if rest > 0 else [])]


def _from_export(name: str, content: bytes) -> list[Entry]:
    try:
        export = open_export(name, content)
        found = list(export.entries)
    except FileFault as fault:
        raise Problems(str(fault)) from None
    faults = [f"{one.line}: {one.fault}" for one in found if one.fault]
    if faults:
        raise Problems(*_first(faults))
    return _checked(list(_named([(str(one.line), _of_export(one)) for one in found])))


def _of_export(found: Found) -> Entry:
    fields = {name: values[0] for name, values in found.fields.items() if values}
    rest = dict(found.rest)
    together = [name for text in found.fields.get("authors", []) for name in split_names(text)]
    ends = [fields[name] for name in ("first_page", "last_page") if name in fields]
    return Entry(
        id=rest.get("key") or rest.get("ID") or "",
        title=fields.get("title", ""),
        authors=(*found.fields.get("author", []), *together),
        year=fields.get("date", ""),
        number=fields.get("issue", ""),
        pages=fields.get("pages") or "-".join(ends),
        **{name: fields.get(name, "") for name in _ALIKE},
    )


_ALIKE = ("journal", "volume", "doi", "isbn", "kind", "booktitle", "abstract")
"""Fields that have one name in both."""


def _named(found: Sequence[tuple[str, Entry]]) -> Iterator[tuple[str, Entry]]:
    """Name records by their key; where it is missing or stands twice, by the line at which they start."""
    times = Counter(entry.id for _, entry in found)
    for line, entry in found:
        is_own = entry.id and times[entry.id] == 1 and ";" not in entry.id
        yield line, entry if is_own else entry._replace(id=f"line-{line}")
