"""How a spreadsheet saved a sheet as text: which encoding, and which sign between cells.

Excel writes commas, semicolons where the comma is for decimals, or tabs ("Text" and "Unicode Text", which is
UTF-16 with a mark at its start).
"""

import gzip
from collections.abc import Collection, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from resilience.tables import TableFault, delimited_records
from resilience.tables.text_rows import BOM, WIDE_BOMS, Record

DELIMITERS = ",;\t"
HEADER_WITHIN = 20
"""Rows among which the header is looked for; the official files have it in the first four."""


def named_in(cells: Collection[str], keys: Collection[str]) -> bool:
    """Tell whether a row is the header: one of its cells is one of the names, in small letters."""
    return any(" ".join(cell.split()).lower() in keys for cell in cells)


def saved_records(path: Path, encoding: str, keys: Collection[str]) -> Iterator[Record]:
    """Read the rows of a sheet that have any text; raises `TableFault`.

    The header tells the sign between cells. A mark at the start of the file is believed before `encoding`.
    """
    believed = _marked(path) or encoding
    return _filled(delimited_records(path, believed, _delimiter(path, believed, keys)))


def _marked(path: Path) -> str | None:
    """Tell the encoding that the first bytes of a file say, if they say one."""
    opened = gzip.open if path.suffix == ".gz" else open
    start = b""
    # A file that can't be unpacked is told with the reason when its rows are read.
    with suppress(OSError, EOFError), opened(path, "rb") as file:
        start = file.read(len(BOM))
    if start == BOM:
        return "utf-8"
    return "utf-16" if start.startswith(WIDE_BOMS) else None


def _delimiter(path: Path, encoding: str, keys: Collection[str]) -> str:
    """Tell the sign between cells: that by which a row near the top is the header."""
    for sign in DELIMITERS:
        # By a wrong sign, quotation marks may seem not to pair.
        with suppress(TableFault):
            top = islice(_filled(delimited_records(path, encoding, sign)), HEADER_WITHIN)
            if any(named_in(record.cells, keys) for record in top):
                return sign
    return DELIMITERS[0]


def _filled(records: Iterator[Record]) -> Iterator[Record]:
    """Leave out rows without any text."""
    return (record for record in records if any(cell.strip() for cell in record.cells))
