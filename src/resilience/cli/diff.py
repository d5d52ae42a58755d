"""`resilience diff`: what another state of the evidence would make of the written answers."""

import json
from collections.abc import Iterable
from pathlib import Path

import click

from resilience.cli.options import json_option, open_findings
from resilience.cli.reports import visible
from resilience.evidence import EvidenceError
from resilience.evidence.revisions import evidence_at
from resilience.findings import Findings
from resilience.findings.answers import Shift, shifts


@click.command()
@click.argument("before", metavar="BEFORE", default="HEAD")
@json_option
def diff(before: str, as_json: bool) -> None:
    """List the written answers that moved since BEFORE.

    An answer moves with its level, its size or its studies.

    BEFORE is a git revision, the last commit where none is given, or a folder that holds evidence.
    """
    now = open_findings(Path())
    try:
        with evidence_at(now.base, before) as base:
            moved = list(shifts(Findings(base).answers, now.answers))
    except EvidenceError as error:
        # Records of an earlier time need not fit the models of today: their first line tells enough.
        raise click.UsageError(f"{before} can't be compared: {visible(str(error).splitlines()[0])}") from None
    click.echo(
        json.dumps([_plain(one) for one in moved], indent=2, ensure_ascii=False) if as_json else _said(moved)
    )


def _said(moved: Iterable[Shift]) -> str:
    lines = []
    for one in moved:
        state = "written anew" if one.renewed else "still to be looked at"
        lines.append(f"evidence/answers/{one.slug}.yml: {state}")
        lines += [f"- {move.says}{': ' if move.keys else ''}{', '.join(move.keys)}" for move in one.moves]
    return "\n".join(lines) or "No answer has moved."


def _plain(one: Shift) -> dict[str, object]:
    return {"type": one.slug, "renewed": one.renewed, "moves": [move._asdict() for move in one.moves]}
