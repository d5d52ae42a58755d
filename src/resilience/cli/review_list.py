"""The queue of texts that wait for a reviewer, as a table: for people, and for programs."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from resilience.cli.reports import visible
from resilience.findings.queue import Waiting

COLUMNS = ("decision", "type", "score", "record", "text")


def queue_lines(waiting: Iterable[Waiting]) -> Iterator[str]:
    """Give the queue as lines of cells between tabs."""
    yield "\t".join(COLUMNS)
    for one in waiting:
        yield "\t".join(_cells(one))


def show_queue(waiting: Iterable[Waiting], console: Console | None = None) -> None:
    """Print the queue as a table that fits the terminal."""
    table = Table(*(Column(name, overflow="fold") for name in COLUMNS), box=None)
    for one in waiting:
        # As text objects, so that nothing in a record is read as rich's markup.
        table.add_row(*map(Text, _cells(one)))
    (console or Console()).print(table)


def _cells(one: Waiting) -> list[str]:
    found = one.match
    cells = (found.decision.value, one.suggestion.type, f"{one.suggestion.score:.1f}", one.slug, one.text)
    return [visible(cell) for cell in cells]
