"""The texts that wait, as lists: one a line, as a table on a terminal, or counted by type."""

from collections import Counter
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from resilience.cli.reports import visible
from resilience.findings.suggestions import ORDER, Waiting


def count_lines(waiting: Iterable[Waiting]) -> list[str]:
    """Count texts by the type that is suggested first and by decision, as lines of cells between tabs."""
    counts = Counter((one.suggestion.type, one.match.decision) for one in waiting)
    totals = Counter(slug for slug, _ in counts.elements())
    rows = [
        (str(total), *(str(counts[slug, decision]) for decision in ORDER), slug)
        for slug, total in totals.most_common()
    ]
    return ["\t".join(row) for row in (("texts", *(one.value for one in ORDER), "type"), *rows)]


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
