"""Lines and tables as wide as the terminal; whole and plain where the output goes elsewhere."""

import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from shutil import get_terminal_size

APART = "  "


def columns() -> int | None:
    """Give how wide the terminal is, or None where the output goes to a file or another program."""
    return get_terminal_size().columns if sys.stdout.isatty() else None


def fitted(lines: Iterable[str], width: int | None) -> Iterator[str]:
    """Break lines that are too wide between words, indented a little more than they were."""
    for line in lines:
        if width is None or len(line) <= width:
            yield line
            continue
        indent = " " * (len(line) - len(line.lstrip()))
        # A name or an address that is broken can't be pasted.
        yield from textwrap.wrap(
            line,
            width,
            subsequent_indent=f"{indent}  ",
            break_long_words=False,
            break_on_hyphens=False,
        )


def table_lines(heads: Sequence[str], rows: Iterable[Sequence[str]], width: int | None) -> Iterator[str]:
    """Line up a table. Where it is too wide its columns stand in several tables, each with the first column.

    No cell is ever cut.
    """
    table = [list(heads), *map(list, rows)]
    widths = [max(len(row[place]) for row in table) for place in range(len(heads))]
    for number, places in enumerate(_blocks(widths, width)):
        if number:
            yield ""
        for row in table:
            yield APART.join(row[place].ljust(widths[place]) for place in places).rstrip()


def _blocks(widths: Sequence[int], width: int | None) -> Iterator[list[int]]:
    """Share columns out to tables that fit, from the left."""
    block = [0]
    used = widths[0]
    for place in range(1, len(widths)):
        needed = len(APART) + widths[place]
        if width is not None and len(block) > 1 and used + needed > width:
            yield block
            block, used = [0], widths[0]
        block.append(place)
        used += needed
    yield block
