"""Read a table and write it again with one new column, in fragments of few rows."""

import tempfile
from pathlib import Path
from unittest.mock import patch

from resilience.tables import Format, NewColumn, Quotes, open_table, writer_for

NEW = (NewColumn("new"), NewColumn("number", float))
FEW = 3


def rewritten(
    content: bytes,
    reads: Format,
    writes: Format,
    encoding: str = "utf-8",
    quotes: Quotes = Quotes.PAIRED,
) -> bytes:
    with (
        tempfile.TemporaryDirectory() as name,
        patch("resilience.tables.text_rows.MOST_ROWS", FEW),
        patch("resilience.tables.parquet.MOST_ROWS", FEW, create=True),
    ):
        folder = Path(name)
        (folder / "in").write_bytes(content)
        table = open_table(folder / "in", reads, encoding, quotes)
        writer = writer_for(table, writes, NEW, quotes)
        fragments = []
        row = 0
        for number, chunk in enumerate(table.chunks()):
            added = [(f"{row + place}, “new”", float(row + place)) for place in range(len(chunk.lines))]
            row += len(added)
            fragments.append(folder / f"{number}.part")
            with fragments[-1].open("wb") as file:
                writer.fragment(chunk, added, file)
        with (folder / "out").open("wb") as file:
            writer.join(fragments, file)
        return (folder / "out").read_bytes()


def new(rows: int) -> list[list[str]]:
    """Give the cells that were added to each row, as CSV has them."""
    return [[f"{row}, “new”", f"{row}.0"] for row in range(rows)]
