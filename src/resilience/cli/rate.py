"""`resilience rate`: how good the evidence for each activity type is, and the rules that say so."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from ..assessment.ratings import RatedType, Ratings
from ..checks.sentences import meant
from ..evidence import EvidenceBase
from .options import json_option, open_evidence
from .reports import visible


@click.command()
@click.argument("slug", metavar="[TYPE]", required=False)
@click.option("--table", metavar="NAME", help="A table of evidence/rating.yml, such as stricter.")
@json_option
def rate(slug: str | None, table: str | None, as_json: bool) -> None:
    """Rate the evidence for all activity types, or for one of them with every rule that was looked at."""
    base = open_evidence(Path())
    _look_up(slug, base.types, "TYPE", "activity type")
    _look_up(table, [one.slug for one in base.rating.tables], "--table", "table of evidence/rating.yml")
    ratings = Ratings(base)
    rated = [ratings.of(slug, table)] if slug else list(ratings.all(table).values())
    if as_json:
        click.echo(json.dumps([_plain(one) for one in rated], indent=2, ensure_ascii=False))
    elif slug:
        click.echo("\n".join(trace(base, rated[0])))
    else:
        _show(base, rated)


def trace(base: EvidenceBase, rated: RatedType) -> Iterator[str]:
    """Give the lines that say how a level came about, and what would change it."""
    labels = {str(one.slug): one.label for one in base.rating.levels}
    yield f"{rated.type.label} ({rated.type.slug}): {labels[rated.level]}"
    yield f"By {rated.table.label.lower()} of evidence/rating.yml"
    yield ""
    for step in rated.rating.steps:
        yield f"{'*' if step.fired else '-'} {step.sentence} -> {labels[step.level]}"
        if step.keys:
            yield f"    {', '.join(step.keys)}"
    for head, changes in (("Would raise it", rated.raised_by), ("Would lower it", rated.lowered_by)):
        yield ""
        yield f"{head}:"
        yield from [f"- {one.sentence} -> {labels[one.level]}" for one in changes] or ["- nothing small"]
    yield ""
    yield from (f"{one.table.label}: {labels[one.level]}" for one in rated.other_tables)
    if rated.left_out:
        yield ""
        yield "Left out:"
        yield from (f"- {one.study.key}: {one.why}" for one in rated.left_out)


def _look_up(name: str | None, known: Iterable[str], option: str, what: str) -> None:
    if name is not None and name not in known:
        message = f"{name} is no {what} that we know. {meant(name, known)}".strip()
        raise click.BadParameter(visible(message), param_hint=option)


def _show(base: EvidenceBase, rated: list[RatedType]) -> None:
    labels = {one.slug: one.label for one in base.rating.levels}
    table = Table(
        "type", "level", "counted", "left out", *(one.table.slug for one in rated[0].other_tables), box=None
    )
    for one in rated:
        others = [labels[other.level] for other in one.other_tables]
        counts = (str(len(one.counted)), str(len(one.left_out)))
        table.add_row(one.type.slug, labels[one.level], *counts, *others)
    Console().print(table)


def _plain(rated: RatedType) -> dict[str, object]:
    return {
        "type": rated.type.slug,
        "table": rated.table.slug,
        "level": rated.level,
        "steps": [step.__dict__ for step in rated.rating.steps],
        "raised_by": [one._asdict() for one in rated.raised_by],
        "lowered_by": [one._asdict() for one in rated.lowered_by],
        "other_tables": {one.table.slug: one.level for one in rated.other_tables},
        "left_out": {one.study.key: one.why for one in rated.left_out},
        "equity": [study.key for study in rated.equity],
        "costs": [study.key for study in rated.costs],
        "experience": rated.experience.grade.slug,
    }
