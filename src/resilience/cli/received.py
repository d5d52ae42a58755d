"""`resilience received`: make a checked draft of an issue form that somebody filled in."""

from pathlib import Path

import click

from resilience.cli.options import PROBLEMS_FOUND, There, open_evidence
from resilience.cli.reports import for_people, visible
from resilience.evidence.saving import write_whole
from resilience.received.body import NotUnderstood
from resilience.received.sender import NotAnEvent, Sender, read_event, sender_named
from resilience.received.take import take
from resilience.received.told import of_refused, of_taken


@click.command()
@click.argument("file", metavar="FILE", type=There(dir_okay=False, path_type=Path))
@click.option("--account", metavar="NAME", help="Who sent it, where FILE is the text of an issue.")
@click.option(
    "--texts",
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help="Also write there what to tell people: of a pull request, or what is missing.",
)
def received(file: Path, account: str | None, texts: Path | None) -> None:
    """Make a checked draft of an issue form that somebody filled in.

    FILE is the text of the issue (.md), or the event of GitHub that holds it (.json).
    All that is wrong with the answers is told in one run, and then nothing is written.

    Ends with 0 where a record was written, with 1 where the answers must be mended,
    with 2 where the command was not understood.
    """
    base = open_evidence(Path()).as_far_as_readable()
    sender, body = _sent(file, account)
    try:
        taken = take(base, sender, body)
    except NotUnderstood as refused:
        _tell(texts, of_refused(refused.faults), sender)
        click.echo("\n".join(visible(str(fault)) for fault in refused.faults), err=True)
        raise SystemExit(PROBLEMS_FOUND) from None
    taken.write(base)
    _tell(texts, of_taken(taken, sender), sender)
    for name in taken.files:
        click.echo(f"Written: {base.folder.name}/{name}")
    for warning in taken.warnings:
        click.echo(for_people(warning))


def _sent(file: Path, account: str | None) -> tuple[Sender, str]:
    """Read who sent what; ends the command with a sentence where that can't be told."""
    try:
        if file.suffix == ".json":
            return read_event(file)
        if account is None:
            raise click.UsageError("Say the --account that sent it; it gets the credit.")
        return sender_named(account), file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise click.UsageError(f"{visible(str(file))} is no text in UTF-8.") from None
    except NotAnEvent as reason:
        raise click.UsageError(f"{visible(str(file))}: {reason}") from None


def _tell(folder: Path | None, texts: dict[str, str], sender: Sender) -> None:
    """Write texts into a folder of their own, with the number of the issue."""
    if folder:
        for name, text in {**texts, "issue": f"{sender.issue or ''}\n"}.items():
            write_whole(folder / name, text)
