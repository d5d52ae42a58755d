"""How a new record gets into the evidence: written once, checked by the same checks, with what to do next."""

from collections.abc import Sequence
from pathlib import Path

import click

from resilience.checks import check as find_problems
from resilience.cli.reports import for_people, visible
from resilience.drafts.draft import Draft
from resilience.evidence import EvidenceBase, EvidenceError
from resilience.records.english import count

NOT_FILLED = "null is not "
"""How a check begins what it says of a field that needs a value and has none."""
FIELDS_PAGE = "the page 'Fields of records' of the book"


def write(base: EvidenceBase, draft: Draft, bare: bool) -> None:
    """Write a draft, say what its checks find, and what to do next."""
    try:
        paths = draft.save(base, bare)
    except EvidenceError as error:
        raise click.UsageError(visible(str(error))) from None
    report(base, paths)


def report(base: EvidenceBase, paths: Sequence[Path]) -> None:
    """Name what was written, what its checks find, and what to do next."""
    shown = [path.relative_to(base.folder.parent).as_posix() for path in paths]
    for name in shown:
        click.echo(visible(f"Written: {name}"))
    # The bibliography holds the works of others, whose problems are not the newcomer's.
    found = [problem for problem in find_problems(base.folder) if problem.path == shown[0]]
    empty = [problem for problem in found if problem.message.startswith(NOT_FILLED)]
    others = [problem for problem in found if problem not in empty]
    if empty:
        click.echo(f"\nStill to fill in ({count(len(empty), 'field')}):")
        for problem in empty:
            click.echo(visible(f"  line {problem.line}: {problem.field}"))
    if others:
        click.echo(f"\nThe checks find {count(len(others), 'problem')}:")
        for problem in others:
            click.echo(f"  {for_people(problem)}")
    click.echo(f"\nNext: {'fill in what is missing, then run' if found else 'read it once more, then run'} "
               f"`resilience check {visible(_from_here(paths[0]))}`.")  # fmt: skip
    click.echo(f"What each field means stands on {FIELDS_PAGE}.")
    click.echo("Where all is right, commit the files and open a pull request.")


def _from_here(path: Path) -> str:
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)
