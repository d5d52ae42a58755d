"""Files with one JSON object a line, read and written; an object that was read stays as it stands."""

import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from resilience.tables.table import Cell, Chunk, NewColumn, Numeral, Table, TableFault, as_json, as_text
from resilience.tables.text_rows import Lines, Record, TextChunk, TextFile, chunked

_BROKEN = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")
"""A line end with the blanks around it; in a text of JSON none can stand."""
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
    nested: tuple[str, ...]
    """Columns in which a list or an object stands."""

    @classmethod
    def open(cls, path: Path, encoding: str) -> "JsonTable":
        """Read the names in the first lines; a `TableFault` where there is none."""
        names, nested = names_in(islice(_records(Lines(path, encoding)), READ_AHEAD))
        if not names:
            raise TableFault("The file is empty. Each line must be an object in curly brackets.")
        return cls(path, encoding, names, nested)

    def chunks(self) -> Iterator[JsonChunk]:
        """Read the objects."""
        lines = Lines(self.path, self.encoding)
        for records, reached in chunked(_records(lines), lines):
            yield JsonChunk(self.columns, records, reached)


def names_in(records: Iterable[Record]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the names in some objects, and those that have a list or an object somewhere."""
    names: dict[str, None] = {}
    nested: dict[str, None] = {}
    for record in records:
        names.update(dict.fromkeys(record.cells))
        nested.update((name, None) for name, cell in record.cells.items() if isinstance(cell, dict | list))
    return tuple(names), tuple(nested)


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
            f"The line is not JSON ({reason}). Put one whole object on each line, or say --format json where "
            "the file is one list of objects.",
            number,
        ) from None
    if not isinstance(found, dict):
        raise TableFault("The line is JSON, but not an object in curly brackets.", number)
    return found


@dataclass(frozen=True)
class JsonWriter:
    """Writes JSON lines, in UTF-8."""

    table: Table
    new: Sequence[NewColumn]

    def fragment(self, chunk: Chunk, added: Sequence[Sequence[Cell]], file: BinaryIO) -> None:
        """Write objects, one a line."""
        names = [column.name for column in self.new]
        ends = (_members(names, cells) for cells in added)
        given = objects_of(self.table, chunk, self.new)
        rows = (_with(one, new) for one, new in zip(given, ends, strict=True))
        # Half a surrogate pair is no character: a question mark takes its place.
        file.write("".join(f"{row}\n" for row in rows).encode("utf-8", "replace"))

    def join(self, fragments: Sequence[Path], file: BinaryIO) -> None:
        """Write the fragments one after the other."""
        for path in fragments:
            with path.open("rb") as fragment:
                shutil.copyfileobj(fragment, file)


def objects_of(table: Table, chunk: Chunk, new: Sequence[NewColumn]) -> Iterator[str]:
    """Give the objects of a chunk on a line each, as they stand or made from cells."""
    if not isinstance(chunk, JsonChunk):
        return (f"{{{_members(table.columns, cells)}}}" for cells in chunk.rows())
    return (_BROKEN.sub(" ", source.strip()) for source in sources_of(chunk, new))


def sources_of(chunk: JsonChunk, new: Sequence[NewColumn]) -> Iterator[str]:
    """Give the characters of each object; a `TableFault` where one has a name that is to be added."""
    for line, source, cells in chunk.records:
        for column in new:
            if column.name in cells:
                raise TableFault(
                    f"There already is a value `{column.name}`. "
                    "Say --prefix matched_ (or another word) to name the new ones apart.",
                    line,
                )
        yield source


def _with(given: str, members: str) -> str:
    """Add members to an object before its closing bracket."""
    start = given[:-1].rstrip()
    return f"{start}{'' if start == '{' else ', '}{members}}}"


def _members(names: Sequence[str], cells: Sequence[Cell]) -> str:
    return ", ".join(map(member, names, cells))


def member(name: str, cell: Cell) -> str:
    """Write a name and its value as they stand in an object."""
    return f"{as_json(name)}: {as_json(cell)}"
