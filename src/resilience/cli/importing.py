"""`resilience import`: bring the works of an export as leads."""

import datetime
import re
import shutil
import sys
from pathlib import Path

import click

from resilience.cli.import_shown import counts, for_people, for_programs, rows
from resilience.cli.match_file import progress_bar
from resilience.cli.options import PROBLEMS_FOUND, json_option, known_encoding, open_evidence
from resilience.cli.reports import broken, visible
from resilience.evidence import EvidenceBase, EvidenceError
from resilience.importing.compare import Compared, Outcome, compared
from resilience.importing.read import Export, open_export
from resilience.importing.text_of import FileFault
from resilience.importing.work import Work, work_of
from resilience.importing.write import Refused, Source, named, write
from resilience.records.english import count

_WIDEST = 100
"""Columns; longer lines are hard to read."""


def _known_if_given(context: click.Context, parameter: click.Parameter, name: str | None) -> str | None:
    return known_encoding(context, parameter, name) if name else None


@click.command("import")
@click.argument("file", metavar="FILE")
@click.option("--apply", "applies", is_flag=True, help="Write the new works; without it nothing is written.")
@click.option(
    "--take",
    metavar="LINES",
    default="",
    help="Take these entries too, such as 12,40, though they may be here.",
)
@click.option(
    "--encoding",
    callback=_known_if_given,
    help="How the file is encoded, where that is not told right.",
)
@json_option
def import_command(file: str, applies: bool, take: str, encoding: str | None, as_json: bool) -> None:
    """Bring the works of an export as leads.

    FILE is RIS, PubMed (.nbib), BibTeX, CSL-JSON, or CSV of Zotero, Rayyan, Covidence, ASReview or Scopus.
    Which it is, is told from what stands in it.

    Each entry is new, here already, maybe here, or broken.
    With --apply new works get a key, an entry in references.bib and a lead in leads.yml.

    Ends with 0 where every entry could be read, 1 where some are broken or nothing could be written,
    2 where the command was not understood.
    """
    base = open_evidence(Path())
    try:
        found, export = _read(file, encoding, base)
    except FileFault as fault:
        raise click.UsageError(f"{visible(file)}: {fault}") from None
    except EvidenceError as error:
        raise click.UsageError(broken(error)) from None
    found = _taken(found, take)
    new = named([one.work for one in found if one.outcome is Outcome.NEW], base)
    keys = {work.line: work.reference.key for work in new}
    if as_json:
        click.echo(for_programs(export, found, keys))
    elif _is_terminal():
        click.echo(for_people(export, found, keys, _width()))
    else:
        click.echo(counts(export, found), err=True)
        click.echo(rows(found, keys))
    if applies:
        _apply(new, base, export)
    elif new and not as_json:
        click.echo("Nothing is written yet. Say --apply to write the new works.", err=True)
    if any(one.outcome is Outcome.BROKEN for one in found):
        raise SystemExit(PROBLEMS_FOUND)


def _is_terminal() -> bool:
    return sys.stdout.isatty()


def _width() -> int:
    return min(_WIDEST, shutil.get_terminal_size().columns)


def _read(file: str, encoding: str | None, base: EvidenceBase) -> tuple[list[Compared], Export]:
    path = Path(file)
    if file != "-" and not path.is_file():
        raise click.UsageError(
            f"{visible(file)} is a folder. Give a file."
            if path.is_dir()
            else f"There is no file {visible(file)}."
        )
    with click.open_file(file, "rb") as stream:
        content = stream.read()
    export = open_export("standard input" if file == "-" else path.name, content, encoding)
    works: list[Work] = []
    with progress_bar("Reading", max(1, export.lines)) as reached:
        for found in export.entries:
            works.append(work_of(found, base.mirrors))
            reached(found.line)
    with progress_bar("Comparing", len(works)) as reached:
        return list(compared(works, base, reached)), export


def _taken(found: list[Compared], take: str) -> list[Compared]:
    """Count as new those maybes that a person has looked at."""
    if not take:
        return found
    if not re.fullmatch(r"\d+(?:\s*,\s*\d+)*", take.strip()):
        raise click.UsageError("--take needs the lines of entries with commas between them, such as 12,40.")
    wanted = {int(line) for line in take.split(",")}
    maybe = {one.work.line for one in found if one.outcome is Outcome.MAYBE}
    if unknown := sorted(wanted - maybe):
        raise click.UsageError(f"No entry that may be here already starts in line {unknown[0]}.")
    return [one._replace(outcome=Outcome.NEW) if one.work.line in wanted else one for one in found]


def _apply(new: list[Work], base: EvidenceBase, export: Export) -> None:
    if not new:
        click.echo("There is nothing new to write.", err=True)
        return
    try:
        write(new, base, Source(export.name, export.format, datetime.date.today()))
    except Refused as reason:
        click.echo("\n".join(map(visible, str(reason).split("\n"))), err=True)
        raise SystemExit(PROBLEMS_FOUND) from None
    click.echo(
        f"Written: {count(len(new), 'work')} into evidence/references.bib and evidence/leads.yml.\n"
        "Next: run `resilience check` and `resilience diff`, then commit both files and open a pull request.",
        err=True,
    )
