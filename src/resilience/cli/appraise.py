"""`resilience appraise`: what a neighbourhood could do next, ranked by a group's weights."""

import json
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from resilience.appraisal import (
    GROUNDS,
    Group,
    Option,
    Place,
    Ranked,
    Ranking,
    find_place,
    options_for,
    places_of,
    rank,
)
from resilience.appraisal.ranking import COMMUNITY_TOP, CannotRank, default_group, top_shares
from resilience.checks.problem import meant
from resilience.cli.options import open_findings
from resilience.cli.reports import visible
from resilience.findings import Findings

HEAVIEST = 100


@click.command()
@click.argument("place")
@click.option(
    "--weights", metavar="GROUND=N,...", help="Such as need=40,evidence=30; the others count nothing."
)
@click.option("--rule-out", metavar="TYPE", multiple=True, help="Leave a type out; may be given again.")
@click.option(
    "--community", metavar="TYPE=N", multiple=True, help="The group's own score for a type, 0 to 10."
)
@click.option("--json", "as_json", is_flag=True, help="Print an object for programs.")
def appraise(
    place: str, weights: str | None, rule_out: tuple[str, ...], community: tuple[str, ...], as_json: bool
) -> None:
    """Rank what PLACE could do next: a neighbourhood, or a ward of the North West by name or code.

    Where two wards share a name, add the council: "Central, Blackburn with Darwen".
    """
    findings = open_findings(Path())
    base = findings.base
    group = Group(
        _pairs(weights.split(","), "--weights", [one.name for one in GROUNDS], "ground", HEAVIEST)
        if weights
        else default_group(base.appraisal.weights).weights,
        frozenset(_known(slug, "--rule-out", list(base.types), "activity type") for slug in rule_out),
        _pairs(community, "--community", list(base.types), "activity type", COMMUNITY_TOP),
    )
    found = _place(findings, place)
    options = options_for(findings, found)
    try:
        ranking = rank(options, group, base.appraisal)
    except CannotRank as reason:
        raise click.UsageError(str(reason)) from None
    shares = top_shares(options, group, base.appraisal)
    if as_json:
        click.echo(json.dumps(_plain(found, ranking, shares), indent=2, ensure_ascii=False))
    else:
        _show(found, ranking, shares)


def _place(findings: Findings, name: str) -> Place:
    places = places_of(findings)
    if found := find_place(places, name):
        return found
    same = [place for place in places if name.strip().casefold() in place.names]
    if same:
        which = "; ".join(f"{place.name}, {place.council}" for place in same)
        raise click.BadParameter(
            visible(f"{name} is the name of several wards: {which}."), param_hint="PLACE"
        )
    hint = meant(name, [called for place in places for called in place.names])
    message = f"{name} is no neighbourhood and no ward on record. {hint}".strip()
    raise click.BadParameter(visible(message), param_hint="PLACE")


def _pairs(
    texts: list[str] | tuple[str, ...], option: str, known: list[str], what: str, top: float
) -> dict[str, float]:
    found = {}
    for text in texts:
        name, _, number = text.strip().partition("=")
        try:
            value = float(number)
        except ValueError:
            value = -1.0
        if not 0 <= value <= top:
            message = f"{text} is not like {known[0]}=5, with a number from 0 to {top}."
            raise click.BadParameter(visible(message), param_hint=option)
        found[_known(name, option, known, what)] = value
    return found


def _known(name: str, option: str, known: list[str], what: str) -> str:
    if name not in known:
        message = f"{name} is no {what} that we know. {meant(name, known)}".strip()
        raise click.BadParameter(visible(message), param_hint=option)
    return name


def _show(place: Place, ranking: Ranking, shares: dict[str, float]) -> None:
    click.echo(f"{place.name}, {place.council}")
    grounds = [one.label.lower() for one in GROUNDS]
    table = Table("", "type", "score", *grounds, "in the first five, of 100", box=None)
    for number, one in enumerate(ranking.ranked, 1):
        cells = [_cell(one.scores[ground.name]) for ground in GROUNDS]
        if not one.option.need_known and one.scores["need"] is not None:
            cells[0] += " (mean)"
        table.add_row(
            str(number), one.option.slug, _cell(one.score), *cells, _cell(shares.get(one.option.slug, 0))
        )
    Console(width=140).print(table)
    if any(not one.option.need_known for one in ranking.ranked):
        click.echo("(mean): no figure tells this need; the place's mean over the other activities counts.")
    _list("Too little is known to rank", [one.option for one in ranking.too_little_known])
    _list("Ruled out", list(ranking.ruled_out))


def _list(head: str, options: list[Option]) -> None:
    if options:
        click.echo(f"{head}: {', '.join(option.slug for option in options)}")


def _cell(score: float | None) -> str:
    return "not known" if score is None else f"{score:.0f}"


def _plain(place: Place, ranking: Ranking, shares: dict[str, float]) -> dict[str, object]:
    def plain(one: Ranked) -> dict[str, object]:
        return {
            "type": one.option.slug,
            "score": one.score,
            "known": one.known,
            "need_known": one.option.need_known,
            "scores": dict(one.scores),
            "in_first_five": shares.get(one.option.slug, 0.0),
        }

    return {
        "place": place.slug,
        "ranked": [plain(one) for one in ranking.ranked],
        "too_little_known": [plain(one) for one in ranking.too_little_known],
        "ruled_out": [option.slug for option in ranking.ruled_out],
    }
