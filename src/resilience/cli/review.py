"""`resilience review`: what a person should look at: texts, random samples of them, or records."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from subprocess import run

import click

from resilience.checks.problem import meant
from resilience.cli.options import open_findings
from resilience.cli.reports import broken, visible
from resilience.cli.review_blind import BlindWalk, sample_lines, sample_of
from resilience.cli.review_list import count_lines, queue_lines, screen_lines
from resilience.cli.review_records import RecordWalk, list_lines, sample, unchecked
from resilience.cli.review_screen import say
from resilience.cli.review_texts import Walk
from resilience.cli.screen import columns
from resilience.evidence import EvidenceError
from resilience.findings import Findings
from resilience.findings.first_to_check import first_to_check
from resilience.findings.samples import held_back
from resilience.findings.suggestions import Waiting
from resilience.records.english import count, one_or_more


@click.command()
@click.option("--reviewer", help="Your name, to stand beside each decision; without it, Git's user.name.")
@click.option(
    "--type", "slug", metavar="TYPE", help="Only texts for which this type is the first suggestion."
)
@click.option("--record", metavar="NAME", help="Only this record, or the texts of this record.")
@click.option("--blind", is_flag=True, help="Type texts of a random sample, with no suggestion in sight.")
@click.option("--sample", "drawn", metavar="N", type=click.IntRange(1), help="Draw N texts for --blind.")
@click.option("--records", "whole", is_flag=True, help="Compare whole records with their sources.")
@click.option("--by", metavar="NAME", help="Your name, to stand in each record that you check.")
@click.option("--random", "size", metavar="N", type=click.IntRange(1), help="A random sample of N records.")
@click.option("--seed", metavar="S", type=int, help="The seed of a sample; 1 without it.")
@click.option("--list", "only_list", is_flag=True, help="Print what waits and decide nothing.")
@click.option("--count", "only_count", is_flag=True, help="Count the texts that wait by type, for --type.")
def review(
    reviewer: str | None,
    slug: str | None,
    record: str | None,
    blind: bool,
    drawn: int | None,
    whole: bool,
    by: str | None,
    size: int | None,
    seed: int | None,
    only_list: bool,
    only_count: bool,
) -> None:
    """Walk through what a person should look at.

    Each answer is saved at once, so you can stop at any time.

    Without --blind or --records: texts that nobody has coded, surest suggestion first. Decisions go into
    `evidence/matches/`, and a text that was decided is not asked again.

    With --blind: texts drawn at random from those that wait, each with the same chance, without suggestions,
    to measure how often these are right. Sample and answers go into `evidence/samples/`; the same command
    goes on where you stopped, and another --seed draws another sample.

    With --records: records that no person has checked, riskiest first, or a random sample of them. Compare
    each with its full source. Your name and the date go into the record, and what you find wrong becomes a
    caution.
    """
    given = {
        "--type": slug,
        "--reviewer": reviewer,
        "--record": record,
        "--sample": drawn,
        "--by": by,
        "--random": size,
        "--seed": seed,
        "--count": only_count or None,
    }
    _refuse_mixture(given, blind, whole)
    try:
        findings = open_findings(Path())
        _look_up(slug, findings.base.types, "--type", "activity type")
        if blind:
            _review_blind(findings, reviewer, drawn, seed, only_list)
        elif whole:
            _review_records(findings, record, by, size, seed, only_list)
        elif only_count:
            click.echo("\n".join(count_lines(_waiting(findings, slug, record))))
        else:
            _review_texts(findings, slug, record, reviewer, only_list)
    except EvidenceError as error:
        raise click.UsageError(broken(error)) from None


def _review_blind(
    findings: Findings, reviewer: str | None, size: int | None, seed: int | None, only_list: bool
) -> None:
    chosen = sample_of(findings, _reviewer(reviewer), None if only_list else size, seed)
    if only_list:
        click.echo("\n".join(sample_lines(chosen)))
    else:
        BlindWalk(findings, chosen).go()


def _review_texts(
    findings: Findings, slug: str | None, record: str | None, reviewer: str | None, only_list: bool
) -> None:
    waiting = _waiting(findings, slug, record)
    back = held_back(findings.base.samples.values())
    free = [one for one in waiting if (one.slug, one.text) not in back]
    if only_list:
        width = columns()
        click.echo("\n".join(screen_lines(waiting, width) if width else queue_lines(waiting)))
    else:
        if apart := len(waiting) - len(free):
            are = one_or_more(apart, "is", "are")
            say(f"{count(apart, 'text')} of a blind sample {are} kept out of this queue.")
        if free:
            Walk(findings.base, free, _reviewer(reviewer)).go()
        else:
            click.echo("No text waits.")


def _waiting(findings: Findings, slug: str | None, record: str | None) -> list[Waiting]:
    base = findings.base
    _look_up(record, [*base.policies, *base.all_neighbourhoods], "--record", "policy or neighbourhood")
    return [
        one
        for one in findings.suggestions.queue
        if slug in (None, one.suggestion.type) and record in (None, one.slug)
    ]


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


GOES_WITH = {
    "--blind": {"--reviewer", "--sample", "--seed"},
    "--records": {"--record", "--by", "--random", "--seed"},
    "": {"--type", "--reviewer", "--record", "--count"},
}
"""The options that go with each kind of walk."""


def _refuse_mixture(given: Mapping[str, object], blind: bool, whole: bool) -> None:
    if blind and whole:
        raise click.UsageError("--blind does not go with --records.")
    walk = "--blind" if blind else "--records" if whole else ""
    wrong = [option for option, value in given.items() if value is not None and option not in GOES_WITH[walk]]
    if wrong:
        others = " or ".join(name for name, options in GOES_WITH.items() if name and wrong[0] in options)
        rule = f"does not go with {walk}" if walk else f"goes with {others} only"
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
