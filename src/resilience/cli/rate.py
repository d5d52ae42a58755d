"""`resilience rate`: what the evidence says of each activity, outcome by outcome, and why."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from resilience.checks.problem import meant
from resilience.cli.options import json_option, open_findings
from resilience.cli.reports import visible
from resilience.cli.screen import columns, fitted, table_lines
from resilience.evidence import EvidenceBase
from resilience.findings import Findings
from resilience.findings.ratings import RatedCell, RatedType


@click.command()
@click.argument("slug", metavar="[TYPE]", required=False)
@click.option("--table", metavar="NAME", help="A table of evidence/rating.yml, such as stricter.")
@json_option
def rate(slug: str | None, table: str | None, as_json: bool) -> None:
    """Rate the evidence for all activity types, or for one.

    For one TYPE it tells every rule that was looked at.
    """
    findings = open_findings(Path())
    base = findings.base
    _look_up(slug, base.types, "TYPE", "activity type")
    _look_up(table, [one.slug for one in base.rating.tables], "--table", "table of evidence/rating.yml")
    ratings = findings.ratings
    rated = [ratings.of(slug, table)] if slug else list(ratings.all(table).values())
    if as_json:
        click.echo(json.dumps([_plain(findings, one) for one in rated], indent=2, ensure_ascii=False))
        return
    click.echo("\n".join(_table(base, rated)))
    if slug:
        click.echo("\n".join(fitted(trace(findings, rated[0]), columns())))


def trace(findings: Findings, rated: RatedType) -> Iterator[str]:
    """Give the lines that say how each level came about, and what would change it."""
    yield ""
    yield f"{rated.type.label} ({rated.type.slug}), by {rated.table.label.lower()} of evidence/rating.yml"
    for cell in rated.studied:
        yield from _cell(findings, cell)
    if rated.left_out:
        yield ""
        yield "Left out of all groups:"
        yield from (f"- {one.study.key}: {one.why}" for one in rated.left_out)


def _cell(findings: Findings, cell: RatedCell) -> Iterator[str]:
    labels = {level: one.label for level, one in findings.base.rating.of_level.items()}
    yield ""
    aim = " (a main aim)" if cell.is_main else ""
    yield f"{cell.group.label}{aim}: {labels[cell.level]}"
    yield from _size(findings, cell)
    for step in cell.rating.steps:
        level = f" -> {labels[step.level]}" if step.level else ""
        yield f"{'*' if step.fired else '-'} {step.sentence}{level}"
        yield from (f"    {key}" for key in step.keys)
    raised_by, lowered_by = cell.changes
    for head, changes in (("Would raise it", raised_by), ("Would lower it", lowered_by)):
        said = [f"{one.sentence} ({labels[one.level]})" for one in changes] or ["nothing small"]
        yield f"{head}: {'; '.join(said)}."
    others = [f"{one.label}: {labels[one.level]}" for one in cell.readings if one.level is not cell.level]
    yield f"Reads otherwise under: {'; '.join(others) or 'no other table, and with no cap switched off'}."


def _size(findings: Findings, cell: RatedCell) -> Iterator[str]:
    size = findings.size_of(cell)
    origin = f" From {size.study.key} ({size.rests_on})." if size.study else ""
    yield f"How big: {size.says}{origin}"
    yield from (f"    {caution}" for caution in (*size.cautions, *size.about_scale))


def _look_up(name: str | None, known: Iterable[str], option: str, what: str) -> None:
    if name is not None and name not in known:
        message = f"{name} is no {what} that we know. {meant(name, known)}".strip()
        raise click.BadParameter(visible(message), param_hint=option)


def _table(base: EvidenceBase, rated: Iterable[RatedType]) -> Iterator[str]:
    """Line up types and groups; a main aim has a star, and plain text stays whole when it is piped."""
    groups = list(base.outcome_groups)
    rows = []
    for one in rated:
        shown = [f"{one.cells[slug].level}{'*' if one.cells[slug].is_main else ''}" for slug in groups]
        rows.append([one.type.slug, *shown])
    yield from table_lines(["type", *groups], rows, columns())
    yield "* a group of outcomes that the activity is done for"


def _plain(findings: Findings, rated: RatedType) -> dict[str, object]:
    return {
        "type": rated.type.slug,
        "table": rated.table.slug,
        "main_outcomes": list(rated.type.main_outcomes),
        "outcomes": {slug: _plain_cell(findings, cell) for slug, cell in rated.cells.items()},
        "left_out": {one.study.key: one.why for one in rated.left_out},
        "exposures": [study.key for study in rated.exposures],
        "equity": [study.key for study in rated.equity],
        "costs": [study.key for study in rated.costs],
        "experience": rated.experience.grade.slug,
    }


def _plain_cell(findings: Findings, cell: RatedCell) -> dict[str, object]:
    raised_by, lowered_by = cell.changes
    return {
        "level": cell.level,
        "size": _plain_size(findings, cell),
        "votes": [
            {"evaluation": vote.key, "tier": vote.tier, "direction": vote.direction, "reports": vote.reports}
            for vote in cell.votes
        ],
        "steps": [{**step.__dict__, "level": step.level or ""} for step in cell.rating.steps],
        "raised_by": [one._asdict() for one in raised_by],
        "lowered_by": [one._asdict() for one in lowered_by],
        "other_readings": {one.slug: one.level for one in cell.readings},
    }


def _plain_size(findings: Findings, cell: RatedCell) -> dict[str, object]:
    size = findings.size_of(cell)
    return {
        "how_sure": size.how_sure,
        "measure": size.measure or None,
        "size": size.size or None,
        "why_not": size.why_not,
        "instead": size.instead or None,
        "cautions": [*size.cautions, *size.about_scale],
        "study": size.study.key if size.study else None,
        "rests_on": size.rests_on or None,
    }
