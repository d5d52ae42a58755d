"""`resilience answers`: the written answers beside what the records say now, and their grounds anew."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from resilience.checks.problem import meant
from resilience.cli.options import json_option, open_findings
from resilience.cli.reports import visible
from resilience.cli.screen import columns, fitted
from resilience.evidence import EvidenceError
from resilience.evidence.saving import save_grounds
from resilience.findings import Findings
from resilience.findings.answers import AimNow, AnswerNow


@click.command()
@click.argument("slugs", metavar="[TYPE]...", nargs=-1)
@click.option(
    "--renew", is_flag=True, help="Write down that the sentences stand on what the records say now."
)
@json_option
def answers(slugs: tuple[str, ...], renew: bool, as_json: bool) -> None:
    """Show the written answers and what has moved since.

    Without TYPE all activity types are shown.

    Renew them only after you have read each sentence beside the level, the size and the studies of today.
    """
    findings = open_findings(Path())
    written = findings.answers
    for slug in slugs:
        if slug not in written:
            message = f"{slug} has no file in evidence/answers/. {meant(slug, written)}".strip()
            raise click.BadParameter(visible(message), param_hint="TYPE")
    chosen = [written[slug] for slug in slugs or written]
    if renew:
        _renew(findings, [answer for answer in chosen if answer.moves])
    elif as_json:
        click.echo(json.dumps([_plain(answer) for answer in chosen], indent=2, ensure_ascii=False))
    else:
        shown = ("\n".join(fitted(_shown(findings, answer), columns())) for answer in chosen)
        click.echo("\n\n".join(shown))


def _renew(findings: Findings, moved: list[AnswerNow]) -> None:
    for answer in moved:
        record = findings.base.answers[answer.slug]
        outcomes = [aim.outcome for aim in record.aims] + [one.outcome for one in record.activity.beside]
        grounds = {outcome: findings.answers.grounds(answer.slug, outcome) for outcome in outcomes}
        try:
            save_grounds(findings.base, answer.slug, grounds, date.today())
        except EvidenceError as error:
            raise click.ClickException(str(error)) from None
        click.echo(f"Renewed: evidence/answers/{answer.slug}.yml")
    if not moved:
        click.echo("Nothing has moved.")


def _shown(findings: Findings, answer: AnswerNow) -> Iterator[str]:
    yield f"{findings.base.types[answer.slug].label} ({answer.slug})"
    yield answer.says
    for aim in answer.aims:
        yield f"- {findings.base.outcome_groups[aim.outcome].label}: {aim.says}"
        yield f"  Now: {_line(aim)}."
    yield from (f"* Moved. {said}." for said in answer.moved)


def _line(aim: AimNow) -> str:
    counted = aim.counted
    studies = f"{counted.studies} {'study' if counted.studies == 1 else 'studies'}"
    return f"{aim.label}; {aim.size or 'no size'}; {studies}, {counted.reviews} of them reviews"


def _plain(answer: AnswerNow) -> dict[str, object]:
    return {
        "type": answer.slug,
        "says": answer.says,
        "studies": answer.studies,
        "moved": answer.moved,
        "aims": [
            {
                "outcome": aim.outcome,
                "says": aim.says,
                "studies": aim.studies,
                "level": aim.level,
                "size": aim.size,
                "counted": aim.counted._asdict(),
                "moved": aim.moved,
            }
            for aim in answer.aims
        ],
    }
