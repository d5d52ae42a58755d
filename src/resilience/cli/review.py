"""`resilience review`: a person decides on suggested types, or compares records with their sources."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from subprocess import run

import click
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from resilience.checks.problem import meant
from resilience.cli.options import open_findings
from resilience.cli.reports import visible
from resilience.cli.review_records import RecordWalk, list_lines, sample, unchecked
from resilience.cli.review_texts import Walk
from resilience.evidence import EvidenceError
from resilience.findings import Findings
from resilience.findings.first_to_check import first_to_check
from resilience.findings.suggestions import Waiting


@click.command()
@click.option("--reviewer", help="Your name, to stand beside each decision; without it, Git's user.name.")
@click.option(
    "--type", "slug", metavar="TYPE", help="Only texts for which this type is the first suggestion."
)
@click.option("--record", metavar="NAME", help="Only this record, or the texts of this record.")
@click.option("--records", "whole", is_flag=True, help="Compare whole records with their sources.")
@click.option("--by", metavar="NAME", help="Your name, to stand in each record that you check.")
@click.option("--random", "size", metavar="N", type=click.IntRange(1), help="A random sample of N records.")
@click.option("--seed", metavar="S", type=int, help="The seed of the sample; 1 without it.")
@click.option("--list", "only_list", is_flag=True, help="Print what waits and decide nothing.")
def review(
    reviewer: str | None,
    slug: str | None,
    record: str | None,
    whole: bool,
    by: str | None,
    size: int | None,
    seed: int | None,
    only_list: bool,
) -> None:
    """Walk through what a person should look at; each answer is saved at once, so you can stop at any time.

    Without --records: texts that nobody has coded, surest suggestion first. Decisions go into
    `evidence/matches/`, and a text that was decided is not asked again.

    With --records: records that no person has checked, riskiest first, or a random sample of them. Compare
    each with its full source. Your name and the date go into the record, and what you find wrong becomes a
    caution.
    """
    _refuse_mixture(
        whole, {"--type": slug, "--reviewer": reviewer}, {"--by": by, "--random": size, "--seed": seed}
    )
    try:
        findings = open_findings(Path())
        _look_up(slug, findings.base.types, "--type", "activity type")
        if whole:
            _review_records(findings, record, by, size, seed, only_list)
        else:
            _review_texts(findings, slug, record, reviewer, only_list)
    except EvidenceError as error:
        raise click.UsageError(visible(str(error))) from None


def _review_texts(
    findings: Findings, slug: str | None, record: str | None, reviewer: str | None, only_list: bool
) -> None:
    base = findings.base
    _look_up(record, [*base.policies, *base.all_neighbourhoods], "--record", "policy or neighbourhood")
    waiting = [
        one
        for one in findings.suggestions.queue
        if slug in (None, one.suggestion.type) and record in (None, one.slug)
    ]
    if only_list and sys.stdout.isatty():
        show_queue(waiting)
    elif only_list:
        click.echo("\n".join(queue_lines(waiting)))
    elif waiting:
        Walk(base, waiting, _reviewer(reviewer)).go()
    else:
        click.echo("No text waits.")


def _review_records(
    findings: Findings,
    record: str | None,
    by: str | None,
    size: int | None,
    seed: int | None,
    only_list: bool,
) -> None:
    base = findings.base
    _look_up(record, [*base.studies, *base.policies, *base.all_neighbourhoods], "--record", "record")
    listed = [one for one in first_to_check(findings) if record in (None, one.name)]
    waiting = unchecked(sample(listed, size, 1 if seed is None else seed) if size else listed)
    if only_list:
        click.echo("\n".join(list_lines(waiting)))
    elif not waiting:
        click.echo("No record waits.")
    elif name := _on_one_line(by or ""):
        RecordWalk(base, waiting, name).go()
    else:
        raise click.UsageError("Say who checks the records: --by NAME. The name stands in each of them.")


def _refuse_mixture(whole: bool, of_texts: dict[str, object], of_records: dict[str, object]) -> None:
    wrong = [option for option, value in (of_texts if whole else of_records).items() if value is not None]
    if wrong:
        rule = "does not go with --records" if whole else "goes with --records only"
        raise click.UsageError(f"{wrong[0]} {rule}.")


def _look_up(name: str | None, known: Iterable[str], option: str, what: str) -> None:
    if name is not None and name not in known:
        message = f"{name} is no {what} that we know. {meant(name, known)}".strip()
        raise click.BadParameter(visible(message), param_hint=option)


def _reviewer(given: str | None) -> str:
    name = _on_one_line(_git_name() if given is None else given)
    while not name:
        name = _on_one_line(
            click.prompt("Your name, to stand beside each decision", default="", show_default=False)
        )
    return name


def _on_one_line(name: str) -> str:
    return " ".join(name.split())


def _git_name() -> str:
    try:
        return run(["git", "config", "user.name"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return ""


COLUMNS = ("decision", "type", "score", "record", "text")


def queue_lines(waiting: Iterable[Waiting]) -> Iterator[str]:
    """Give the queue as lines of cells between tabs."""
    yield "\t".join(COLUMNS)
    for one in waiting:
        yield "\t".join(_cells(one))


def show_queue(waiting: Iterable[Waiting], console: Console | None = None) -> None:
    """Print the queue as a table that fits the terminal."""
    table = Table(*(Column(name, overflow="fold") for name in COLUMNS), box=None)
    for one in waiting:
        # As text objects, so that nothing in a record is read as rich's markup.
        table.add_row(*map(Text, _cells(one)))
    (console or Console()).print(table)


def _cells(one: Waiting) -> list[str]:
    found = one.match
    cells = (found.decision.value, one.suggestion.type, f"{one.suggestion.score:.1f}", one.slug, one.text)
    return [visible(cell) for cell in cells]
