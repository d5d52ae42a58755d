"""The texts that wait, as lists: one a line, for a terminal, or counted by type."""

from collections import Counter
from collections.abc import Iterable, Iterator

from resilience.cli.reports import visible
from resilience.cli.screen import APART, fitted
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


def screen_lines(waiting: Iterable[Waiting], width: int | None) -> Iterator[str]:
    """Give the queue for a terminal: what is suggested, then the record and the text below it."""
    yield APART.join(COLUMNS[:3])
    yield from (f"    {name}" for name in COLUMNS[3:])
    for one in waiting:
        *suggested, record, text = _cells(one)
        yield ""
        yield APART.join(suggested)
        yield from fitted((f"    {record}", f"    {text}"), width)


def _cells(one: Waiting) -> list[str]:
    found = one.match
    cells = (found.decision.value, one.suggestion.type, f"{one.suggestion.score:.1f}", one.slug, one.text)
    return [visible(cell) for cell in cells]
