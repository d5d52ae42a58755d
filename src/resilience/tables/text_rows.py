"""The rows of a text file, with the line and the characters that each was read from."""

import codecs
import gzip
import io
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, cast

from resilience.tables.other_files import other_path
from resilience.tables.table import MOST_ROWS, TableFault

MOST_IN_A_ROW = 20_000_000
"""Characters; more can only be a quotation mark or a line end that is missing."""

MOST_CHARACTERS = 2_000_000
"""Characters after which a chunk ends early, so that long rows do not fill the memory."""

BLOCK = 1_000_000
"""Characters that are read at a time where lines say nothing."""

BOM = codecs.BOM_UTF8
WIDE_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class _Watched(io.BufferedReader):
    """A file that knows how much of it was given out."""

    given = 0
    line_ends = 0

    def read1(self, size: int = -1, /) -> bytes:
        data = super().read1(size)
        self.given += len(data)
        self.line_ends += data.count(b"\n")
        return data


class Characters:
    """A text file, unpacked on the way where its name ends in `.gz`; `reached` says how many bytes were read.

    What is no text at all is a `TableFault`, and so is what can't be decoded.
    """

    def __init__(self, path: Path, encoding: str) -> None:
        self.path = path
        self.encoding = encoding
        self.reached = 0

    @contextmanager
    def _reading(self) -> Iterator[tuple[io.TextIOWrapper, _Watched]]:
        with _Watched(_opened(self.path)) as raw:
            try:
                yield io.TextIOWrapper(raw, encoding=_past_the_mark(self.encoding), newline=""), raw
            except UnicodeDecodeError as error:
                raise self._undecodable(error, raw) from None
            except (gzip.BadGzipFile, EOFError, zlib.error) as error:
                raise TableFault(f"The file can't be unpacked ({error}). Get it again.") from None

    def _refuse_nul(self, text: str, line: int) -> None:
        if "\0" in text:
            raise TableFault(
                "There is a NUL character, so this is not plain text or not in this encoding. "
                "Save it as UTF-8, or say --encoding utf-16.",
                line + text.count("\n", 0, text.index("\0")),
            )

    def _undecodable(self, error: UnicodeDecodeError, raw: _Watched) -> TableFault:
        rest = error.object[error.start :]
        line = 1 + raw.line_ends - rest.count(b"\n")
        wide = raw.given == len(error.object) and error.object.startswith(WIDE_BOMS)
        return TableFault(
            f"Byte {raw.given - len(rest) + 1:,} of the file is not {self.encoding.upper()}. "
            f"Save it as UTF-8, or say {self._instead(wide)}.",
            line,
        )

    def _instead(self, wide: bool) -> str:
        if wide:
            return "--encoding utf-16"
        return (
            "--encoding cp1252 if it comes from Windows" if is_utf8(self.encoding) else "another --encoding"
        )


class Lines(Characters):
    """The lines of a text file, each with its end; after each, `number` and `reached` say where it stands."""

    def __init__(self, path: Path, encoding: str) -> None:
        super().__init__(path, encoding)
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        with self._reading() as (text, raw):
            while line := text.readline(MOST_IN_A_ROW + 1):
                self.number += 1
                self.reached = raw.given
                if len(line) > MOST_IN_A_ROW:
                    raise row_too_long(self.number)
                self._refuse_nul(line, self.number)
                yield line


class Blocks(Characters):
    """A text file in blocks of so many characters, for text whose lines say nothing."""

    def __iter__(self) -> Iterator[str]:
        line = 1
        with self._reading() as (text, raw):
            while block := text.read(BLOCK):
                self.reached = raw.given
                self._refuse_nul(block, line)
                line += block.count("\n")
                yield block


def _opened(path: Path) -> io.RawIOBase:
    if path.suffix == ".gz":
        # A packed file reads like a raw one, though its class does not say so.
        return cast(io.RawIOBase, gzip.open(path))
    if found := other_path(path):
        raise TableFault(str(found))
    return io.FileIO(path)


def row_too_long(line: int) -> TableFault:
    """Say that a row never ends."""
    return TableFault(
        f"The row that starts here has more than {MOST_IN_A_ROW:,} characters. "
        "Look for a quotation mark or a line end that is missing.",
        line,
    )


def is_utf8(encoding: str) -> bool:
    """Tell whether a name of an encoding means UTF-8, of which Python knows several names."""
    return codecs.lookup(encoding).name in ("utf-8", "utf-8-sig")


def has_mark(path: Path, encoding: str) -> bool:
    """Tell whether a file starts with the mark by which some programs know UTF-8."""
    with path.open("rb") as file:
        return is_utf8(encoding) and file.read(len(BOM)) == BOM


def _past_the_mark(encoding: str) -> str:
    return "utf-8-sig" if is_utf8(encoding) else encoding


class Record(NamedTuple):
    """A row, the line on which it starts, and its characters with the line end."""

    line: int
    source: str
    cells: Any

    @property
    def body(self) -> str:
        """Its characters without the line end."""
        return self.source.rstrip("\r\n")

    @property
    def line_end(self) -> str:
        """Its line end, or a plain one where the file stops without."""
        return self.source[len(self.body) :] or "\n"


@dataclass(frozen=True)
class TextFile:
    """A file of text."""

    path: Path
    encoding: str

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return self.path.stat().st_size


@dataclass(frozen=True)
class TextChunk:
    """Rows of a text file that has some columns, and after how many bytes they end."""

    columns: tuple[str, ...]
    records: list[Record]
    reached: int

    @property
    def lines(self) -> Sequence[int]:
        """The line on which each row starts."""
        return [record.line for record in self.records]


def chunked(records: Iterable[Record], lines: Characters) -> Iterator[tuple[list[Record], int]]:
    """Gather records, and say after how many bytes each gathering ends."""
    gathered: list[Record] = []
    characters = 0
    for record in records:
        gathered.append(record)
        characters += len(record.source)
        if len(gathered) == MOST_ROWS or characters >= MOST_CHARACTERS:
            yield gathered, lines.reached
            gathered, characters = [], 0
    if gathered:
        yield gathered, lines.reached
