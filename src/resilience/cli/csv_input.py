"""Tables that a command reads whole: rows with the numbers of their lines, and what is wrong with them."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

import click

from resilience.cli.reports import visible
from resilience.tables import Quotes, other_content

NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)
SEPARATORS = {"\t": "tabs", ";": "semicolons", ",": "commas"}
"""What may stand between cells; where a line has as many of two, the first here counts."""


class Problems(Exception):
    """All that is wrong with a file, one sentence each."""


def read_input(path: str) -> tuple[str, bytes]:
    """Give the name by which problems call a file, and what is in it; `-` is standard input."""
    with click.open_file(path, "rb") as file:
        return "standard input" if path == "-" else path, file.read()


def separator_of(content: bytes) -> str:
    """Tell what separates cells: what the first line with anything on it has most of, outside quotes."""
    lines = content.decode("utf-8-sig", errors="replace").splitlines()
    bare = re.sub(r'"[^"]*"', "", next((line for line in lines if line.strip()), ""))
    return max(SEPARATORS, key=bare.count) if any(map(bare.count, SEPARATORS)) else ","


def read_rows(
    content: bytes, separator: str = ",", quotes: Quotes | None = None
) -> list[tuple[int, list[str]]]:
    """Read the rows that are not blank, each with the number of its first line; raises `Problems`.

    Between tabs, quotation marks that do not pair are taken as they are where nothing is said of them.
    """
    if other := other_content(content):
        raise Problems(str(other))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Problems("The file is not text in UTF-8.") from None
    try:
        return list(_rows(text, separator, quoted=quotes is not Quotes.PLAIN))
    except csv.Error as error:
        # Databases write tables with tabs in which a quotation mark is a character like any other.
        if separator == "\t" and quotes is None:
            return list(_rows(text, separator, quoted=False))
        raise Problems(
            f"The file is not a table with {SEPARATORS[separator]} ({error}). "
            f"If quotation marks are plain characters in it, say --quotes {Quotes.PLAIN}."
        ) from None


def _rows(text: str, separator: str, quoted: bool = True) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=separator,
        quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
        strict=True,
    )
    line = 1
    for row in reader:
        if any(cell.strip() for cell in row):
            yield line, row
        line = reader.line_num + 1


def twice_faults(heading: Sequence[str], names: Iterable[str]) -> list[str]:
    """Say which columns stand there twice."""
    return [f"1 {name}: there are two columns of this name." for name in names if heading.count(name) > 1]


def width_fault(line: int, heading: Sequence[str], row: Sequence[str]) -> str | None:
    """Say that a row has more or fewer values than the first line names columns."""
    if len(row) == len(heading):
        return None
    return f"{line}: the number of values is {len(row)}, but the first line names {len(heading)} columns."


def tell(name: str, sentences: Iterable[str]) -> None:
    """Print what is wrong with the file `name` on standard error; a sentence may start with its line."""
    for sentence in sentences:
        click.echo(visible(f"{name}{':' if sentence[0].isdigit() else ': '}{sentence}"), err=True)
