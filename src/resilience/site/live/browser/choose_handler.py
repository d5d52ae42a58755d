"""What the page on choosing asks for: the activities for the outcomes that a group wants, in tiers."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from resilience.appraisal.options import BEST, Option, Rules
from resilience.appraisal.ranking import COMMUNITY_TOP, MOST, CannotRank, Group, Ranked, rank
from resilience.site.live.browser import Refusal, read

NOWHERE = ""
"""The nation of a group that picks no place: no figure is known of it."""


def choose(request: Mapping[str, Any]) -> dict[str, Any]:
    """Rank what is about `outcomes`, by `weights`, without `out`, and with the scores in `own`.

    `better` has how many of 100 places of the `nation` are better off than the group's own, by figure; a
    figure that is null is not known. Raises Refusal with the reason where nothing can be ranked.
    """
    return chosen(_data(), request)


def chosen(data: Mapping[str, Any], request: Mapping[str, Any]) -> dict[str, Any]:
    """Give the same for any data of the part."""
    options, rules = _options(data, request["nation"]), Rules.from_plain(data["rules"])
    labels = {option.slug: option.label for option in options}
    group = Group(
        outcomes=tuple(request["outcomes"]),
        weights=_numbers(request["weights"], data["steps"], MOST, "A weight"),
        ruled_out=frozenset(request["out"]),
        community=_numbers(request["own"], labels, COMMUNITY_TOP, "A score of your own"),
    )
    try:
        ranking = rank(options, _percentiles(request["better"]), group, rules)
    except CannotRank as reason:
        raise Refusal(str(reason)) from None
    return {
        "top": ranking.top,
        "weights": dict(ranking.weights),
        "silent": list(ranking.silent),
        "ranked": [_plain(one) for one in ranking.ranked],
    }


def _plain(one: Ranked) -> dict[str, Any]:
    return {
        "type": one.option.slug,
        "tier": one.tier.value,
        "score": list(one.score),
        "gaps": list(one.gaps),
        "shares": [one.share, one.if_worst, one.if_best],
    }


def _numbers(given: Mapping[str, Any], labels: Mapping[str, str], top: float, what: str) -> dict[str, float]:
    """Read numbers as they stand in boxes; what is none, or none that can be, is refused."""
    found = {}
    for name, text in given.items():
        try:
            number = float(text)
        except (TypeError, ValueError):
            number = -1.0
        if not 0 <= number <= top:
            raise Refusal(
                f"{what} is a number from 0 to {top:g}. Mend “{text}” for {labels.get(name, name)}."
            )
        found[name] = number
    return found


def _options(data: Mapping[str, Any], nation: str) -> list[Option]:
    """Read the activities, each with the figures of the nation that tell its need."""
    if nation != NOWHERE and nation not in data["figures"]:
        raise Refusal("Choose a place.")
    figures = data["figures"].get(nation, {})
    return [
        Option(
            one["slug"],
            one["label"],
            tuple(figures.get(one["slug"], ())),
            tuple(one["aims"]),
            {group: tuple(levels) for group, levels in one["levels"].items()},
        )
        for one in data["options"]
    ]


def _percentiles(better: Mapping[str, Any]) -> dict[str, float]:
    """Read how a place stands on each figure; what is null stays out, for it is not known."""
    known = {name: value for name, value in better.items() if value is not None}
    for name, value in known.items():
        if type(value) not in (int, float) or not 0 <= value <= BEST:
            raise Refusal(f"The figures of this place can’t be read: {name} is “{value}”. Choose it again.")
    return known


@cache
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = read("choosing")
    return data
