"""Options and arguments that commands share."""

import codecs
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from resilience.cli.group import EVIDENCE
from resilience.cli.reports import visible
from resilience.evidence import EvidenceBase, EvidenceError, load, load_from
from resilience.findings import Findings
from resilience.tables import Quotes

PROBLEMS_FOUND = 1

json_option = click.option("--json", "as_json", is_flag=True, help="Print a list of objects for programs.")


quotes_option = click.option(
    "--quotes",
    type=click.Choice(Quotes, case_sensitive=False),
    help="In tables with commas or tabs: paired where quotation marks enclose texts, plain where they are "
    "characters like any other, as in extracts of databases. Without it they pair.",
)
"""What quotation marks are in a table."""


def open_findings(start: Path) -> Findings:
    """Open the view of the evidence around a place, or end the command with a sentence."""
    return Findings(open_evidence(start))


def open_evidence(start: Path, find: Callable[[Path], EvidenceBase] = load) -> EvidenceBase:
    """Open the evidence that the command was told to read, else what `find` finds around a place.

    Ends the command with a sentence where there is none.
    """
    context = click.get_current_context(silent=True)
    told: Path | None = context.meta.get(EVIDENCE) if context else None
    try:
        if told is not None:
            return load_from(told)
        return find(start if start.is_dir() else start.parent)
    except EvidenceError as error:
        raise click.UsageError(visible(str(error))) from None


class There(click.Path):
    """A file or folder that must be there; all commands say in the same words that it is not."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """Refuse what is not there, or is a folder where a file is wanted."""
        name = os.fspath(value)
        if not (self.allow_dash and name == "-"):
            if not os.path.lexists(name):
                raise no_file(name, "file or folder" if self.dir_okay else "file")
            if not self.dir_okay and os.path.isdir(name):
                raise click.UsageError(f"{visible(name)} is a folder. Give a file.")
        return super().convert(value, param, ctx)


def no_file(name: str, what: str = "file") -> click.UsageError:
    """Say that there is no file of a name."""
    return click.UsageError(f"There is no {what} {visible(name)}.")


def known_encoding(_context: click.Context, _parameter: click.Parameter, name: str) -> str:
    """Refuse what is no encoding of text."""
    try:
        # Some codecs turn bytes into bytes; only those of text can do this.
        "".encode(codecs.lookup(name).name)
    except (LookupError, ValueError):
        raise click.BadParameter(f"{name} is no encoding. Common are utf-8, utf-16, cp1252.") from None
    return name


paths_argument = click.argument("paths", nargs=-1, type=There(path_type=Path))
"""Files or folders below `evidence/`; none means all of it."""
