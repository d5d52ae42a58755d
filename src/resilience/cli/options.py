"""Options and arguments that commands share."""

import codecs
from pathlib import Path

import click

from resilience.evidence import EvidenceBase, EvidenceError, load
from resilience.findings import Findings
from resilience.tables import Quotes

PROBLEMS_FOUND = 1

paths_argument = click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
"""Files or folders below `evidence/`; none means all of it."""

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


def open_evidence(start: Path) -> EvidenceBase:
    """Open the evidence around a place, or end the command with a sentence."""
    try:
        return load(start if start.is_dir() else start.parent)
    except EvidenceError as error:
        raise click.UsageError(str(error)) from None


def known_encoding(_context: click.Context, _parameter: click.Parameter, name: str) -> str:
    """Refuse what is no encoding of text."""
    try:
        # Some codecs turn bytes into bytes; only those of text can do this.
        "".encode(codecs.lookup(name).name)
    except (LookupError, ValueError):
        raise click.BadParameter(f"{name} is no encoding. Common are utf-8, utf-16, cp1252.") from None
    return name
