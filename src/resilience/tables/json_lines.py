"""Files with one JSON object a line, read."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from resilience.tables.cells import Numeral, as_text
from resilience.tables.fault import TableFault
from resilience.tables.lines import Lines
from resilience.tables.records import Record, TextChunk, TextFile, chunked
from resilience.tables.table import Cell

READ_AHEAD = 1_000
"""Lines in which every name must show up once, for a row may leave out a name."""


class JsonChunk(TextChunk):
    """Rows of a file of JSON lines."""

    def texts(self, column: str) -> list[str]:
        """Give the texts in a column; nothing where an object leaves the name out."""
        return [as_text(record.cells.get(column)) for record in self.records]

    def rows(self) -> Iterator[Sequence[Cell]]:
        """Give the cells of each row; a `TableFault` where an object has a name that is no column."""
        for line, _, cells in self.records:
            if unknown := sorted(cells.keys() - set(self.columns)):
                raise TableFault(
                    f"The name `{unknown[0]}` is not in the first {READ_AHEAD:,} lines, so it has no column. "
                    "Write JSON lines (-o with the ending .jsonl), or put such a line first.",
                    line,
                )
            yield [cells.get(column) for column in self.columns]


@dataclass(frozen=True)
class JsonTable(TextFile):
    """A file of JSON lines."""

    columns: tuple[str, ...]

    @classmethod
    def open(cls, path: Path, encoding: str) -> "JsonTable":
        """Read the names in the first lines; a `TableFault` where there is none."""
        names: dict[str, None] = {}
        for record in islice(_records(Lines(path, encoding)), READ_AHEAD):
            names.update(dict.fromkeys(record.cells))
        if not names:
            raise TableFault("The file is empty. Each line must be an object in curly brackets.")
        return cls(path, encoding, tuple(names))

    def chunks(self) -> Iterator[JsonChunk]:
        """Read the objects."""
        lines = Lines(self.path, self.encoding)
        for records, reached in chunked(_records(lines), lines):
            yield JsonChunk(self.columns, records, reached)


def _records(lines: Lines) -> Iterator[Record]:
    """Read rows; a line with nothing on it is not one."""
    for line in lines:
        if line.strip():
            yield Record(lines.number, line, _object(line, lines.number))


def _object(line: str, number: int) -> Mapping[str, Any]:
    try:
        found = json.loads(line, parse_int=Numeral, parse_float=Numeral, parse_constant=lambda _: None)
    except (ValueError, RecursionError) as error:
        reason = getattr(error, "msg", "too deeply nested")
        raise TableFault(
            f"The line is not JSON ({reason}). Put one whole object on each line.", number
        ) from None
    if not isinstance(found, dict):
        raise TableFault("The line is JSON, but not an object in curly brackets.", number)
    return found
