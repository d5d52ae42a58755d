"""Where a table is written: a file that is replaced in one move, or standard output."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from resilience.bulk import Parts
from resilience.cli.reports import visible
from resilience.tables import Format, format_of


@dataclass(frozen=True)
class Output:
    """A file and its format; no file is standard output."""

    path: Path | None
    kind: Format
    name: str = ""
    """What the file is called in the command."""

    @classmethod
    def of(cls, given: str | None, reads: Format) -> "Output":
        """Read the option; the format is that of the input where the option does not say one."""
        if given is None or given == "-":
            return cls(None, reads)
        kind = format_of(Path(given))
        if kind is None:
            endings = " or ".join(f".{kind}" for kind in Format)
            raise click.UsageError(f"The ending of {visible(given)} tells no format. End it with {endings}.")
        # What a link points to is replaced, not the link.
        return cls(Path(given).resolve(), kind, given)

    @property
    def kept(self) -> str:
        """Say where what is done is kept when a run stops half-way."""
        if self.path is None:
            return ""
        folder = Parts.beside(self.path).folder
        return (
            f" What is done is kept in {folder.name}; the same command goes on from there."
            if folder.exists()
            else ""
        )

    def check(self, source: Path) -> None:
        """End the command with a sentence where nothing can or should be written there."""
        path = self.path
        if path is None:
            if self.kind is Format.PARQUET and _is_terminal():
                raise click.UsageError("Parquet is not for the screen. Say where to write it with -o.")
        elif not path.parent.is_dir():
            raise click.UsageError(f"There is no folder {visible(str(path.parent))}. Make it first.")
        elif path.exists() and not path.is_file():
            raise click.UsageError(f"{visible(str(path))} is not a file. Say -o with the name of one.")
        elif path.exists() and path.samefile(source):
            raise click.UsageError("The output is the input. Say -o with another name.")

    @contextmanager
    def parts(self) -> Iterator[Parts]:
        """Give the folder of parts: one that outlives the run where there is a file that can be finished.

        Raises `InUse` where another run writes there.
        """
        if self.path:
            parts = Parts.beside(self.path)
            with parts.hold(self.name):
                yield parts
            return
        with tempfile.TemporaryDirectory() as folder:
            yield Parts(Path(folder) / "parts")

    def deliver(self, whole: Path) -> None:
        """Put the result in its place."""
        if self.path:
            if self.path.exists():
                shutil.copymode(self.path, whole)
            whole.replace(self.path)
            click.echo(visible(f"Written: {self.name}"))
        elif _is_terminal():
            _show(whole)
        else:
            with whole.open("rb") as file, click.open_file("-", "wb") as stdout:
                shutil.copyfileobj(file, stdout)


def _is_terminal() -> bool:
    return sys.stdout.isatty()


def _show(whole: Path) -> None:
    """Print text so that no character in it acts on the terminal."""
    with whole.open(encoding="utf-8", newline="") as lines:
        for line in lines:
            click.echo("\t".join(map(visible, line.rstrip("\r\n").split("\t"))))
