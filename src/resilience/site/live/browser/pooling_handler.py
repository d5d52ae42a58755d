"""What the pages of sets ask for: a set pooled anew."""

import math
from collections.abc import Mapping
from typing import Any

from resilience.site.live.browser import Refusal, read
from resilience.synthesis import (
    FEWEST,
    FEWEST_FOR_FUNNEL,
    ROBUST,
    CannotPool,
    Effects,
    Headline,
    IntervalMethod,
    Method,
    egger,
    headline,
)

Members = list[Mapping[str, Any]]


def pool_again(request: Mapping[str, Any]) -> dict[str, Any]:
    """Pool the members of `request["set"]` whose places are in `chosen`, by `method` and `interval`.

    Raises Refusal with the reason where they can't be pooled.
    """
    return pooled_anew(read("pools")[request["set"]], request)


def pooled_anew(one: Mapping[str, Any], request: Mapping[str, Any]) -> dict[str, Any]:
    """Give the same for any set."""
    chosen = [one["members"][place] for place in request["chosen"]]
    if len(chosen) < 2:
        raise Refusal("Tick at least three results.")
    by_group = one["use"] == "subgroups"
    try:
        return {
            "pooled": None if by_group else _pooled(one, chosen, request),
            "groups": _groups(one, chosen, request) if by_group else [],
            "egger": None if by_group else _egger(chosen),
            "funnel": not by_group and len(chosen) >= FEWEST_FOR_FUNNEL,
        }
    except CannotPool as reason:
        raise Refusal(str(reason)) from None


def _groups(one: Mapping[str, Any], chosen: Members, request: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Pool the results of each group by themselves; one or two results of a group stay side by side."""
    found = []
    for name in dict.fromkeys(member["group"] for member in chosen):
        group = [member for member in chosen if member["group"] == name]
        if len(group) >= FEWEST:
            found.append({"name": name, **_pooled(one, group, request)})
    return found


def _pooled(one: Mapping[str, Any], members: Members, request: Mapping[str, Any]) -> dict[str, Any]:
    method, interval = Method(request["method"]), request["interval"]
    samples = [member["sample"] for member in members]
    found = headline(
        effects_of(members), samples, method, ROBUST if interval == ROBUST else IntervalMethod(interval)
    )
    return _plain(found, one["is_ratio"])


def _egger(chosen: Members) -> dict[str, float] | None:
    try:
        found = egger(effects_of(chosen))
    except CannotPool:
        return None
    return {"t": found.t, "p": found.p}


def effects_of(members: Members) -> Effects:
    """Give the effects of some members."""
    return Effects.of([member["yi"] for member in members], [member["vi"] for member in members])


def _plain(found: Headline, is_ratio: bool) -> dict[str, Any]:
    def shown(end: float | None) -> float | None:
        return end if end is None or not is_ratio else math.exp(end)

    pooled = found.pooled
    return {
        "k": found.k,
        "samples": found.robust.clusters if found.robust else None,
        "estimate": found.estimate,
        "value": shown(found.estimate),
        "low": shown(found.ci_low),
        "high": shown(found.ci_high),
        "includes_none": found.ci_low <= 0 <= found.ci_high,
        "new_low": shown(pooled.new_low),
        "new_high": shown(pooled.new_high),
        "tau2": pooled.tau2,
        "i2": pooled.i2,
        "q": pooled.q,
        "q_p": pooled.q_p,
        "notes": list(found.leading.notes),
    }
