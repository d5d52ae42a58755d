"""Options and arguments that commands share."""

from pathlib import Path

import click

from ..evidence import EvidenceBase, EvidenceError, load

PROBLEMS_FOUND = 1

paths_argument = click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
"""Files or folders below `evidence/`; none means all of it."""

json_option = click.option("--json", "as_json", is_flag=True, help="Print a list of objects for programs.")


def open_evidence(start: Path) -> EvidenceBase:
    """Open the evidence around a place, or end the command with a sentence."""
    try:
        return load(start if start.is_dir() else start.parent)
    except EvidenceError as error:
        raise click.UsageError(str(error)) from None
