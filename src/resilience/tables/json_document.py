"""JSON files with a list of objects, alone or named `grants` in one object as 360Giving publishes them.

All that stands around the objects stays as it is, and so does each object that was read.
"""

import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from resilience.tables.json_lines import JsonChunk, member, names_in, objects_of, sources_of
from resilience.tables.json_text import JsonText
from resilience.tables.table import Cell, Chunk, NewColumn, Table, TableFault
from resilience.tables.text_rows import Blocks, Record, TextFile, chunked

LIST = "grants"
"""The name of the list in an object, by the 360Giving data standard."""
WANTED = f"Give a list of objects, or an object with a list `{LIST}`"
MOST_NAMED = 6
_FIRST_BLANKS = re.compile(r"\{([ \t\r\n]*)")


class _Rows:
    """The objects of a file; `before` and `after` are the text around them once all are read."""

    def __init__(self, blocks: Blocks) -> None:
        self._text = JsonText(blocks)
        self.before = ""
        self.after = ""

    def __iter__(self) -> Iterator[Record]:
        text = self._text
        is_whole = text.sign() == "["
        if not is_whole:
            self._go_to_list()
        text.pass_sign("[")
        self.before = text.cut()
        if text.sign() == "]":
            text.pass_sign("]")
        else:
            yield from self._objects()
        if not is_whole:
            self._pass_rest()
        if text.sign():
            raise text.fault("something follows its end")
        self.after = text.cut()

    def _objects(self) -> Iterator[Record]:
        """Read the list to its end; each object has the blanks before it."""
        text = self._text
        while True:
            text.sign()
            line, cells = text.line, text.value()
            if not isinstance(cells, dict):
                raise TableFault(
                    "Something in the list is not an object in curly brackets. Take it out.", line
                )
            yield Record(line, text.cut(), cells)
            if text.pass_sign(",", "]") == "]":
                return
            text.cut()

    def _go_to_list(self) -> None:
        text = self._text
        if not text.sign():
            raise TableFault(f"The file is empty. {WANTED}.")
        if text.sign() != "{":
            raise TableFault(f"The file is neither a list nor an object. {WANTED}.", text.line)
        names: list[str] = []
        sign = text.pass_sign("{")
        while sign != "}" and text.sign() != "}":
            name = self._name()
            if name == LIST and text.sign() == "[":
                return
            text.value()
            names.append(name)
            sign = text.pass_sign(",", "}")
        shown = ", ".join(f"`{name}`" for name in names[:MOST_NAMED])
        more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
        has = f"; it has {shown}{more}" if names else ""
        raise TableFault(
            f"The object has no list `{LIST}`{has}. {WANTED}; or say --format jsonl where each line is an "
            "object of its own.",
            text.line,
        )

    def _pass_rest(self) -> None:
        text = self._text
        while text.pass_sign(",", "}") == ",":
            line = text.line
            if self._name() == LIST:
                raise TableFault(f"There are two lists `{LIST}`. Rename one.", line)
            text.value()

    def _name(self) -> str:
        text = self._text
        if text.sign() != '"':
            raise text.fault("expecting a name in quotation marks")
        name = str(text.value())
        text.pass_sign(":")
        return name


@dataclass(frozen=True)
class JsonDocument(TextFile):
    """A JSON file with a list of objects."""

    columns: tuple[str, ...]
    nested: tuple[str, ...]
    """Columns in which a list or an object stands."""
    before: str
    after: str

    @classmethod
    def open(cls, path: Path, encoding: str) -> "JsonDocument":
        """Read it once, for a name may stand in the last object only; a `TableFault` where it is wrong."""
        rows = _Rows(Blocks(path, encoding))
        names, nested = names_in(rows)
        if not names:
            raise TableFault(f"There is no object in the list. {WANTED}.")
        return cls(path, encoding, names, nested, rows.before, rows.after)

    def chunks(self) -> Iterator[JsonChunk]:
        """Read the objects."""
        blocks = Blocks(self.path, self.encoding)
        for records, reached in chunked(_Rows(blocks), blocks):
            yield JsonChunk(self.columns, records, reached)


@dataclass(frozen=True)
class DocumentWriter:
    """Writes a JSON file, in UTF-8: as the one that was read, else a list of objects."""

    table: Table
    new: Sequence[NewColumn]

    def fragment(self, chunk: Chunk, added: Sequence[Sequence[Cell]], file: BinaryIO) -> None:
        """Write objects with commas between."""
        rows = zip(self._given(chunk), added, strict=True)
        file.write(_bytes(",".join(self._with(given, cells) for given, cells in rows)))

    def join(self, fragments: Sequence[Path], file: BinaryIO) -> None:
        """Write what stands before the objects, the fragments with commas between, and what stands after."""
        like = self.table if isinstance(self.table, JsonDocument) else None
        file.write(_bytes(like.before if like else "["))
        for number, path in enumerate(fragments):
            file.write(b"," if number else b"")
            with path.open("rb") as fragment:
                shutil.copyfileobj(fragment, file)
        file.write(_bytes(like.after if like else "\n]\n"))

    def _given(self, chunk: Chunk) -> Iterator[str]:
        if isinstance(self.table, JsonDocument) and isinstance(chunk, JsonChunk):
            # With the blanks before it, so that the file keeps its look.
            return sources_of(chunk, self.new)
        return (f"\n{one}" for one in objects_of(self.table, chunk, self.new))

    def _with(self, given: str, cells: Sequence[Cell]) -> str:
        """Add members to an object before its closing bracket, on lines of their own where it has them."""
        start = given.rstrip()[:-1].rstrip()
        end = given[len(start) :]
        first = _FIRST_BLANKS.search(given)
        between = first[1] if first and "\n" in first[1] and not start.endswith("{") else " "
        added = f",{between}".join(map(member, (column.name for column in self.new), cells))
        return f"{start}{'' if start.endswith('{') else f',{between}'}{added}{end}"


def _bytes(text: str) -> bytes:
    # Half a surrogate pair is no character: a question mark takes its place.
    return text.encode("utf-8", "replace")
