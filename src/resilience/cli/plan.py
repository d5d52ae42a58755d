"""`resilience plan`: the pack of a place, as the page on sharing a plan gives it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from resilience.appraisal import places_of
from resilience.cli.options import open_findings
from resilience.cli.plan_asked import Asked
from resilience.cli.plan_text import as_text
from resilience.cli.reports import visible
from resilience.planning.from_records.plans import Plans
from resilience.planning.walk import NO, YES


@click.command()
@click.argument("place", required=False)
@click.option("--outcomes", metavar="GROUP,...", help="What to change, such as connection,mind.")
@click.option("--problems", metavar="NAME,...", help="The same in plain words, such as loneliness.")
@click.option("--choose", metavar="TYPE,...", help="The one or two activities that you take on.")
@click.option("--weights", metavar="STEP=N,...", help="How much each step matters, 0 to 100: need=50.")
@click.option("--rule-out", metavar="TYPE,...", help="Activities to leave out.")
@click.option("--aim", metavar="TEXT", help="What you set out to do, in your own words.")
@click.option("--lots", type=click.Choice([YES, NO]), help="Whether lots can decide who starts first.")
@click.option(
    "--set",
    "numbers",
    metavar="NAME=N",
    multiple=True,
    help="A number of the evaluation, such as areas=6; may be given again.",
)
@click.option("--link", metavar="LINK", help="The link of a plan; other options say what is different.")
@click.option("--address", default="", metavar="URL", help="The page that the printed link leads to.")
@click.option("--day", metavar="YYYY-MM-DD", help="The day to print; without it, today.")
@click.option("--markdown", "form", flag_value="markdown", help="Print Markdown.")
@click.option("--record", "form", flag_value="record", help="Print the draft of a record for this book.")
@click.option("--json", "form", flag_value="json", help="Print all that the steps say, for programs.")
def plan(
    place: str | None,
    outcomes: str | None,
    problems: str | None,
    choose: str | None,
    weights: str | None,
    rule_out: str | None,
    aim: str | None,
    lots: str | None,
    numbers: tuple[str, ...],
    link: str | None,
    address: str,
    day: str | None,
    form: str | None,
) -> None:
    """Put together a plan for PLACE.

    It has the place, options, what is done and by whom, and how to evaluate it.

    PLACE is a neighbourhood of the programme, or any place of the United Kingdom, by its name or code. Where
    several share a name, add the council: "Central, Swindon". With --link, all comes from the link of a plan,
    and PLACE may be left out.

    What is printed is what the page on sharing a plan shows, on as many pages.
    """
    findings = open_findings(Path())
    plans = Plans(findings)
    common = plans.facts["common"]
    asked = Asked(link)
    asked.names("outcomes", outcomes, "--outcomes", common["groups"], "group of outcomes")
    asked.names("problems", problems, "--problems", common["problems"], "problem")
    asked.names("activities", choose, "--choose", common["types"], "activity type")
    asked.names("out", rule_out, "--rule-out", common["types"], "activity type")
    asked.weights(weights, common["groups"])
    asked.numbers(numbers, common["numbers"])
    asked.text("aim", aim)
    asked.text("lots", lots)
    if place:
        asked.place(place, places_of(findings))
    elif not asked.names_place:
        asked.problems.append("Name a PLACE, or give a --link that does.")
    on = asked.day(day)
    if asked.problems:
        raise click.UsageError("\n".join(map(visible, asked.problems)))
    found = plans.answer(asked.link, day=on, address=address)
    for sentence in found["lost"]:
        click.echo(visible(sentence), err=True)
    click.echo(_written(found, form), nl=False)


def _written(found: Mapping[str, Any], form: str | None) -> str:
    if form == "record":
        return _record(found["record"])
    if form == "json":
        return json.dumps(found, indent=2, ensure_ascii=False) + "\n"
    return str(found["markdown"]) if form == "markdown" else as_text(found["pages"])


def _record(record: Mapping[str, str]) -> str:
    """Give the file of a draft, and name it beside; ends the command with a sentence where there is none."""
    if record["none"]:
        raise click.UsageError(visible(record["none"]))
    click.echo(f"Save it as {record['file']}.", err=True)
    return record["text"]
