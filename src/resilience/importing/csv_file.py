"""Tables of reference managers and screening tools, with commas, semicolons or tabs between their cells."""

import csv
import io
from collections.abc import Iterator

from resilience.importing.csv_layouts import LAYOUTS, Layout, layout_of
from resilience.importing.found import Found
from resilience.importing.text_of import FileFault
from resilience.records.english import count

_DELIMITERS = ",;\t"
_INCLUDED = {"1": "included", "1.0": "included", "0": "excluded", "0.0": "excluded"}
"""ASReview's signs; no sign means that nobody has looked."""


def columns_of(text: str) -> tuple[str, list[str]]:
    """Give the sign between the cells of a table, and the names in its first line."""
    first = text.lstrip("\n")
    options = ((sign, next(csv.reader(io.StringIO(first), delimiter=sign), [])) for sign in _DELIMITERS)
    return max(options, key=lambda option: len(option[1]))


def layout_in(text: str) -> Layout | None:
    """Tell which program wrote a table."""
    return layout_of(frozenset(_small(columns_of(text)[1])))


def csv_entries(text: str) -> Iterator[Found]:
    """Read the rows of a table.

    Raises FileFault where the columns are of no program that is known here.
    """
    delimiter, columns = columns_of(text)
    names = _small(columns)
    layout = layout_of(frozenset(names))
    if layout is None:
        known = ", ".join(dict.fromkeys(one.name for one in LAYOUTS))
        raise FileFault(f"The columns are those of no program known here ({known}). Export the list as RIS.")
    # A cell may be as long as the file; the module's own limit is lower, and holds for the whole process.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    rows = _rows(text, delimiter)
    next(rows, None)
    for line, cells, fault in rows:
        if fault or len(cells) < len(columns) or any(cell.strip() for cell in cells[len(columns) :]):
            yield Found(line, fault=fault or _ragged(len(cells), len(columns)))
        else:
            yield _found(line, layout, names, cells)


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str], str]]:
    """Give the line of each row that is not empty, its cells, and what is wrong with its quotation marks."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    start = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            mend = "A text that holds one needs one before it and one after it, and each inside twice."
            yield start, [], f"The quotation marks from here on do not pair. {mend}"
        else:
            if any(cell.strip() for cell in cells):
                yield start, cells, ""
        start = reader.line_num + 1


def _small(columns: list[str]) -> list[str]:
    return [name.strip().casefold() for name in columns]


def _ragged(cells: int, columns: int) -> str:
    return (
        f"The row has {count(cells, 'cell')}, but the first line names {count(columns, 'column')}. "
        "Look for a quotation mark that is missing."
    )


def _found(line: int, layout: Layout, names: list[str], cells: list[str]) -> Found:
    found = Found(line)
    values: dict[str, list[str]] = {}
    for name, cell in zip(names, cells, strict=False):
        if cell.strip():
            values.setdefault(name, []).append(cell)
    kind_as_told = " ".join(values.pop(layout.kind_column, [])).strip()
    kind = layout.kinds.get(kind_as_told.casefold(), "" if not kind_as_told else "misc")
    if kind_as_told and kind == "misc":
        found.rest.append((layout.kind_column, kind_as_told))
    if kind in ("incollection", "inproceedings"):
        columns = {name: "booktitle" if ours == "journal" else ours for name, ours in layout.columns.items()}
    else:
        columns = dict(layout.columns)
    for name, ours in columns.items():
        if ours == "included":
            given = values.pop(name, [])
            found.put("label", name, [_INCLUDED.get(one.strip(), one) for one in given])
    if kind:
        found.put("kind", layout.kind_column, [kind])
    found.put_all(columns, values)
    return found
