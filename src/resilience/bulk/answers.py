"""What the matcher says of a text, as cells of a table."""

from collections.abc import Iterable

from resilience.matching import Lexicon, Match, match
from resilience.tables import NewColumn

Answer = tuple[str | float | None, ...]
"""One cell for each new column; None where there is nothing to say."""

COLUMNS = (
    NewColumn("type"),
    NewColumn("score", float),
    NewColumn("decision"),
    NewColumn("runner_up"),
    NewColumn("margin", float),
    NewColumn("alternatives"),
    NewColumn("why"),
)


def new_columns(prefix: str) -> tuple[NewColumn, ...]:
    """Name the columns that a match adds."""
    return tuple(NewColumn(f"{prefix}{column.name}", column.kind) for column in COLUMNS)


def answers(texts: Iterable[str], lexicon: Lexicon) -> list[Answer]:
    """Match texts."""
    return [_cells(match(text, lexicon)) for text in texts]


def _cells(found: Match) -> Answer:
    return (
        found.type,
        round(found.score, 1),
        str(found.decision),
        found.runner_up or None,
        round(found.margin, 1),
        ";".join(found.alternatives) or None,
        " ".join(found.why),
    )
