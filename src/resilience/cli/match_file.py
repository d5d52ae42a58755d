"""Match the texts of a table in a file, and write the result wholly or not at all."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import click
from rich.console import Console
from rich.progress import Progress

from resilience.bulk import (
    ClusterFault,
    Engine,
    InUse,
    match_table,
    new_columns,
    on_cluster,
    on_this_machine,
    state_of,
)
from resilience.cli.options import PROBLEMS_FOUND
from resilience.cli.output import Output
from resilience.cli.reports import visible
from resilience.matching import Lexicon
from resilience.records.english import listing
from resilience.tables import (
    Format,
    Quotes,
    TableFault,
    format_of,
    leave_free,
    nested_columns,
    open_table,
    other_path,
    require,
    writer_for,
)

INTERRUPTED = 130
"""What a shell says of a command that was stopped with Ctrl-C."""


@dataclass(frozen=True)
class Order:
    """What was asked for: the words after the command."""

    given: str
    column: str
    output: str | None
    kind: str | None
    encoding: str
    quotes: Quotes | None
    prefix: str
    scheduler: str | None

    @property
    def reads(self) -> Format:
        """The format of the input; raises `TableFault` where it is told to be no table."""
        path = Path(self.given)
        is_packed = path.suffix == ".gz"
        kind = Format(self.kind) if self.kind else format_of(path.with_suffix("") if is_packed else path)
        if kind is None and os.path.isfile(path):
            if not is_packed and (other := other_path(path)):
                raise TableFault(str(other))
            name = visible(self.given)
            raise click.UsageError(
                f"The ending of {name} tells no format. Say --format {' or '.join(Format)}."
            )
        return kind or Format.CSV

    @property
    def options(self) -> dict[str, str]:
        """All that changes the result."""
        return {
            "column": self.column,
            "prefix": self.prefix,
            "encoding": self.encoding,
            "quotes": str(self.quotes),
            "format": str(self.reads),
        }


def match_file(order: Order, lexicon: Callable[[], Lexicon]) -> None:
    """Do what was asked; ends the command with a sentence where that can't be done."""
    name = "standard input" if order.given == "-" else order.given
    try:
        output = Output.of(order.output, order.reads)
    except TableFault as fault:
        _stop(fault.in_file(name, with_switch=True))
    try:
        with _input(order.given) as path:
            output.check(path)
            _match(path, order, output, lexicon)
    except TableFault as fault:
        _stop(fault.in_file(name, with_switch=True))
    except InUse as reason:
        _stop(str(reason))
    except ClusterFault as fault:
        _stop(f"{fault}{output.kept}")
    except BrokenPipeError:
        raise
    except OSError as error:
        _stop(f"{error.filename or name}: {error.strerror or error}.{output.kept}")
    except KeyboardInterrupt:
        _stop(f"Stopped.{output.kept}", INTERRUPTED)


def _match(path: Path, order: Order, output: Output, lexicon: Callable[[], Lexicon]) -> None:
    table = open_table(path, order.reads, order.encoding, order.quotes)
    new = new_columns(order.prefix)
    require(table, order.column)
    leave_free(table, new)
    writer = writer_for(table, output.kind, new, order.quotes)
    known = lexicon()
    if next(table.chunks(), None) is None:
        _say("There is no row below the names of the columns, so only they are written.")
    if nested := nested_columns(table, output.kind):
        _say(
            f"What is nested in {listing(nested)} does not fit a cell: it is written as a text in JSON. "
            "To keep it whole, end -o with .json or .jsonl."
        )
    with output.parts() as parts, _engine(order.scheduler, known) as engine:
        _say(parts.begin(state_of(path, known, order.options | {"output": str(output.kind)})))
        try:
            with progress_bar("Matching", table.size) as progress:
                whole = match_table(table, order.column, writer, parts, engine, progress)
        except TableFault:
            # What is wrong must be mended, so the input will change and these parts are of no use.
            parts.remove()
            raise
        output.deliver(whole)
        parts.remove()


def _engine(scheduler: str | None, lexicon: Lexicon) -> AbstractContextManager[Engine]:
    return on_cluster(scheduler, lexicon) if scheduler else nullcontext(on_this_machine(lexicon))


@contextmanager
def _input(given: str) -> Iterator[Path]:
    """Give the file to read; what comes through a pipe is put into one, for it is read more than once."""
    if given != "-" and os.path.isfile(given):
        yield Path(given)
        return
    if os.path.isdir(given):
        raise click.UsageError(f"{visible(given)} is a folder. Give a file.")
    with tempfile.NamedTemporaryFile() as kept:
        with click.open_file(given, "rb") as stream:
            shutil.copyfileobj(stream, kept)
        kept.flush()
        yield Path(kept.name)


def _say(news: str) -> None:
    if news:
        click.echo(visible(news), err=True)


def _stop(sentence: str, code: int = PROBLEMS_FOUND) -> NoReturn:
    click.echo(visible(sentence), err=True)
    raise SystemExit(code)


@contextmanager
def progress_bar(title: str, total: int) -> Iterator[Callable[[int], None]]:
    """Show a bar while the context lasts, and give the function that says how far the work has come."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(title, total=total)
        yield lambda reached: bar.update(task, completed=reached)
