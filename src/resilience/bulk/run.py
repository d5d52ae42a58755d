"""Match a table chunk by chunk."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from resilience.bulk.parts import Parts
from resilience.matching import Lexicon, Match, match
from resilience.tables import Chunk, NewColumn, Table, Writer, texts_of

Answer = tuple[str | float | None, ...]
"""One cell for each new column; None where there is nothing to say."""

COLUMNS = (
    NewColumn("type"),
    NewColumn("score", float),
    NewColumn("decision"),
    NewColumn("runner_up"),
    NewColumn("margin", float),
    NewColumn("alternatives"),
    NewColumn("types"),
    NewColumn("type_scores"),
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
        ";".join(one.type for one in found.types) or None,
        ";".join(f"{one.score:.1f}" for one in found.types) or None,
        " ".join(found.why),
    )


@dataclass(frozen=True, eq=False)
class Task:
    """A chunk whose texts are to be matched."""

    number: int
    chunk: Chunk
    texts: list[str]


Engine = Callable[[Iterable[Task]], Iterator[tuple[Task, list[Answer]]]]
"""Does tasks, in any order, and takes no more of them at a time than it can do."""


def on_one_core(lexicon: Lexicon) -> Engine:
    """Do one task after the other."""
    return lambda tasks: ((task, answers(task.texts, lexicon)) for task in tasks)


def match_table(
    table: Table,
    column: str,
    writer: Writer,
    parts: Parts,
    engine: Engine,
    progress: Callable[[int], None] = lambda reached: None,
) -> Path:
    """Match what is not done yet, and give the file with the whole result, which is among the parts.

    `progress` is told how far the table has been read, in the units of its size.
    """
    number = -1

    def tasks() -> Iterator[Task]:
        nonlocal number
        for number, chunk in enumerate(table.chunks()):
            if not parts.has(number):
                yield Task(number, chunk, texts_of(chunk, column))
            progress(chunk.reached)

    for task, found in engine(tasks()):
        _save(parts, writer, task, found)
    return parts.join(number + 1, writer.join)


def _save(parts: Parts, writer: Writer, task: Task, found: list[Answer]) -> None:
    parts.save(task.number, lambda file: writer.fragment(task.chunk, found, file))
