"""Files with one JSON object a line, written; an object that was read stays as it stands."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from resilience.tables.cells import as_json
from resilience.tables.fault import TableFault
from resilience.tables.json_lines import JsonChunk
from resilience.tables.table import Cell, Chunk, NewColumn, Table


@dataclass(frozen=True)
class JsonWriter:
    """Writes JSON lines, in UTF-8."""

    table: Table
    new: Sequence[NewColumn]

    def fragment(self, chunk: Chunk, added: Sequence[Sequence[Cell]], file: BinaryIO) -> None:
        """Write objects, one a line."""
        names = [column.name for column in self.new]
        ends = (_members(names, cells) for cells in added)
        rows = (_with(given, new) for given, new in zip(self._given(chunk), ends, strict=True))
        # Half a surrogate pair is no character: a question mark takes its place.
        file.write("".join(f"{row}\n" for row in rows).encode("utf-8", "replace"))

    def join(self, fragments: Sequence[Path], file: BinaryIO) -> None:
        """Write the fragments one after the other."""
        for path in fragments:
            with path.open("rb") as fragment:
                shutil.copyfileobj(fragment, file)

    def _given(self, chunk: Chunk) -> Iterator[str]:
        """Give the objects that were read, as they stand or made from cells."""
        if not isinstance(chunk, JsonChunk):
            return (f"{{{_members(self.table.columns, cells)}}}" for cells in chunk.rows())
        return map(str.strip, self._sources(chunk))

    def _sources(self, chunk: JsonChunk) -> Iterator[str]:
        for line, source, cells in chunk.records:
            for column in self.new:
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


def _members(names: Sequence[str], cells: Sequence[object]) -> str:
    return ", ".join(f"{as_json(name)}: {as_json(cell)}" for name, cell in zip(names, cells, strict=True))
