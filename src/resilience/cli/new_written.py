"""How a new record gets into the evidence: written once, checked by the same checks, with what to do next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click

from resilience.checks import check as find_problems
from resilience.cli.reports import for_people, visible
from resilience.evidence import EvidenceBase, EvidenceError
from resilience.evidence.fields import labels_of
from resilience.evidence.kinds import Kind, kind_with
from resilience.evidence.saving import save_new, save_work
from resilience.evidence.template import Template
from resilience.records.base import Record
from resilience.records.english import count
from resilience.records.reference import Reference
from resilience.records.vocabulary import Coders

NOT_FILLED = "null is not "
"""How a check begins what it says of a field that needs a value and has none."""
UNTIL_REVIEW = timedelta(days=365)
FIELDS_PAGE = "the page 'Fields of records' of the book"


@dataclass(frozen=True)
class Draft:
    """A record that is about to be written."""

    model: type[Record]
    name: str
    values: Mapping[str, Any]
    notes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    work: Reference | None = None
    """A work that goes into the bibliography with it."""

    @property
    def kind(self) -> Kind:
        """Its kind of file."""
        return kind_with(self.model)


def provenance(at: str | None, read: str | None, by: str | None) -> dict[str, Any]:
    """Give what is known of where a new record comes from; it is coded once, today, and not checked."""
    today = date.today()
    return {
        "seen": [{"at": at}],
        "read": read,
        "by": by,
        "coders": Coders.SINGLE.value,
        "added": today.isoformat(),
        "review_by": (today + UNTIL_REVIEW).isoformat(),
    }


def write(base: EvidenceBase, draft: Draft, bare: bool) -> None:
    """Write a draft, say what its checks find, and what to do next."""
    template = Template(draft.kind, labels_of(base), draft.notes, draft.hidden, bare)
    text = template.text(draft.values)
    try:
        paths = [save_new(base, draft.kind, draft.name, text)]
        if draft.work:
            paths.append(save_work(base, draft.work))
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
