"""`resilience appraise`: what a neighbourhood could do next for the outcomes it wants, in tiers."""

import json
from pathlib import Path
from typing import Any

import click

from resilience.appraisal import (
    NEED,
    CannotRank,
    Group,
    Place,
    Places,
    Ranked,
    Ranking,
    Scale,
    Span,
    Tier,
    options_of,
    places_of,
    rank,
    rules_of,
)
from resilience.appraisal.ranking import COMMUNITY_TOP, MOST
from resilience.checks.problem import meant
from resilience.cli.options import open_findings
from resilience.cli.reports import visible
from resilience.cli.screen import columns, fitted, table_lines
from resilience.drafts.the_place import the_place
from resilience.evidence import EvidenceBase
from resilience.findings import Findings

TIERS = {Tier.LEADS: "leads", Tier.MIDDLE: "middle", Tier.CANNOT_TELL: "cannot tell"}


@click.command()
@click.argument("place")
@click.option(
    "--outcome",
    "outcomes",
    metavar="GROUP",
    multiple=True,
    help="A group of outcomes that you want to change, such as connection; may be given again.",
)
@click.option(
    "--weights",
    metavar="STEP=N,...",
    help="How much each step from worst to best matters, 100 the most: need=50,connection=100.",
)
@click.option("--rule-out", metavar="TYPE", multiple=True, help="Leave a type out; may be given again.")
@click.option(
    "--community", metavar="TYPE=N", multiple=True, help="The group's own score for a type, 0 to 10."
)
@click.option("--json", "as_json", is_flag=True, help="Print an object for programs.")
def appraise(
    place: str,
    outcomes: tuple[str, ...],
    weights: str | None,
    rule_out: tuple[str, ...],
    community: tuple[str, ...],
    as_json: bool,
) -> None:
    """Rank what PLACE could do next.

    PLACE is a neighbourhood of the programme or any place of the United Kingdom, by its name or code. A place
    is a ward in England and Wales, an intermediate zone in Scotland, and a small area in Northern Ireland.
    Where several share a name, add the council: "Central, Swindon".
    Without --outcome all groups of outcomes count. Steps without a weight count 100.
    """
    findings = open_findings(Path())
    group = _group(findings.base, outcomes, weights, rule_out, community)
    places = places_of(findings)
    found = _place(places, place)
    try:
        ranking = rank(options_of(findings, found.nation), found.percentiles, group, rules_of(findings))
    except CannotRank as reason:
        raise click.UsageError(visible(str(reason))) from None
    if as_json:
        click.echo(json.dumps(_plain(found, group, ranking), indent=2, ensure_ascii=False))
    else:
        _show(findings, places.scale(found.nation), found, group, ranking)


def _group(
    base: EvidenceBase,
    outcomes: tuple[str, ...],
    weights: str | None,
    rule_out: tuple[str, ...],
    community: tuple[str, ...],
) -> Group:
    groups, types = list(base.outcome_groups), list(base.types)
    wanted = tuple(dict.fromkeys(_known(name, "--outcome", groups, "group of outcomes") for name in outcomes))
    group = Group(
        outcomes=wanted or tuple(groups),
        ruled_out=frozenset(_known(slug, "--rule-out", types, "activity type") for slug in rule_out),
        community=_pairs(community, "--community", types, "activity type", COMMUNITY_TOP),
    )
    if not weights:
        return group
    given = _pairs(weights.split(","), "--weights", list(group.steps), "step to weigh here", MOST)
    return Group(group.outcomes, given, group.ruled_out, group.community)


def _place(places: Places, name: str) -> Place:
    try:
        return the_place(places, name)
    except ValueError as reason:
        raise click.BadParameter(visible(str(reason)), param_hint="PLACE") from None


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
            message = f"{text} is not like {known[0]}=5, with a number from 0 to {top:g}."
            raise click.BadParameter(visible(message), param_hint=option)
        found[_known(name, option, known, what)] = value
    return found


def _known(name: str, option: str, known: list[str], what: str) -> str:
    if name not in known:
        message = f"{name} is no {what} that we know. {meant(name, known)}".strip()
        raise click.BadParameter(visible(message), param_hint=option)
    return name


def _show(findings: Findings, scale: Scale, place: Place, group: Group, ranking: Ranking) -> None:
    wanted = ", ".join(findings.base.outcome_groups[name].label for name in group.outcomes)
    head = [f"{place.title}, for: {wanted}", f"Need: 100 is worst off of {scale.among}. {scale.edition}"]
    _say(*head, *([place.fit.says] if place.fit else []))
    heads = ("type", "tier", "need", "score, of 100", f"tries in the top {ranking.top}", "not known")
    rows = [
        (
            one.option.slug,
            TIERS[tier],
            _need(one),
            _span(one.score),
            f"{one.share:.0f} of 100",
            ", ".join(one.gaps),
        )
        for tier in Tier
        for one in ranking.of(tier)
    ]
    click.echo("\n".join(table_lines(heads, rows, columns())))
    if ranking.silent:
        _say(f"Left out, as it is known of no activity here: {', '.join(ranking.silent)}")
    if ranking.ruled_out:
        _say(f"Ruled out: {', '.join(option.slug for option in ranking.ruled_out)}")
    click.echo("It supports a conversation and decides nothing.")


def _say(*lines: str) -> None:
    click.echo("\n".join(fitted(lines, columns())))


def _need(one: Ranked) -> str:
    return "no figure" if NEED in one.gaps or NEED not in one.spans else f"{one.spans[NEED].mid:.0f}"


def _span(span: Span) -> str:
    return f"{span.mid:.0f} ({span.low:.0f} to {span.high:.0f})"


def _plain(place: Place, group: Group, ranking: Ranking) -> dict[str, Any]:
    return {
        "place": place.slug,
        "nation": place.nation.value,
        "outcomes": list(group.outcomes),
        "weights": dict(ranking.weights),
        "top": ranking.top,
        "left_out": list(ranking.silent),
        "ranked": [
            {
                "type": one.option.slug,
                "tier": one.tier.value,
                "score": one.score._asdict(),
                "steps": {step: span._asdict() for step, span in one.spans.items()},
                "not_known": list(one.gaps),
                "tries_in_top": one.share,
                "tries_in_top_if_gaps_were_worst": one.if_worst,
                "tries_in_top_if_gaps_were_best": one.if_best,
            }
            for one in ranking.ranked
        ],
        "ruled_out": [option.slug for option in ranking.ruled_out],
    }
