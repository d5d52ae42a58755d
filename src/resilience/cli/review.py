"""`resilience review`: decide, text by text, whether the type that the matcher suggests is right."""

import sys
from collections.abc import Iterable
from pathlib import Path
from subprocess import run

import click

from ..checks.sentences import meant
from ..evidence import EvidenceError
from ..learning.queue import queue
from ..learning.suggestions import Suggestions
from .options import open_evidence
from .reports import visible
from .review_list import queue_lines, show_queue
from .review_walk import Walk


@click.command()
@click.option("--reviewer", help="Your name, to stand beside each decision; without it, Git's user.name.")
@click.option(
    "--type", "slug", metavar="TYPE", help="Only texts for which this type is the first suggestion."
)
@click.option("--record", metavar="NAME", help="Only texts of this policy or neighbourhood.")
@click.option("--list", "only_list", is_flag=True, help="Print the queue and decide nothing.")
def review(reviewer: str | None, slug: str | None, record: str | None, only_list: bool) -> None:
    """Walk through the texts that nobody has coded, surest suggestion first.

    Each answer is saved into `evidence/matches/` at once, so that you can stop at any time and go on later.
    A text that was decided is not asked again.
    """
    try:
        base = open_evidence(Path())
        _look_up(slug, base.types, "--type", "activity type")
        _look_up(record, [*base.policies, *base.neighbourhoods], "--record", "policy or neighbourhood")
        waiting = [
            one
            for one in queue(base, Suggestions(base).of)
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
    except EvidenceError as error:
        raise click.UsageError(visible(str(error))) from None


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
