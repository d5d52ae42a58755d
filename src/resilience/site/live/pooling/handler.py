"""What the pages of sets ask for: a set pooled anew, and the reader's own code."""

import contextlib
import io
import math
import sys
import traceback
from collections.abc import Mapping
from typing import Any

from resilience.site.live.browser.data import read
from resilience.site.live.browser.refusal import Refusal
from resilience.synthesis import (
    CannotPool,
    Effects,
    IntervalMethod,
    Method,
    Pooled,
    egger,
    pool,
    pool_clusters,
)

MOST_PRINTED = 20_000


def pool_again(request: Mapping[str, Any]) -> dict[str, Any]:
    """Pool the members of `request["set"]` whose places are in `chosen`, by `method` and `interval`.

    Raises Refusal with the reason where they can't be pooled.
    """
    one = read("pools")[request["set"]]
    chosen = [one["members"][place] for place in request["chosen"]]
    method, interval = Method(request["method"]), IntervalMethod(request["interval"])
    if not chosen:
        raise Refusal("Tick at least two results.")
    try:
        return {
            "pooled": _all_together(one, chosen, method, interval),
            "groups": _by_group(one, chosen, method, interval),
            "robust": _robust(one, chosen, method),
            "egger": _egger(one, chosen),
        }
    except CannotPool as reason:
        raise Refusal(str(reason)) from None


def _all_together(
    one: Mapping[str, Any], chosen: list[Mapping[str, Any]], method: Method, interval: IntervalMethod
) -> dict[str, Any] | None:
    if one["use"] == "subgroups":
        return None
    return _plain(pool(effects_of(chosen), method, interval), one["is_ratio"])


def _by_group(
    one: Mapping[str, Any], chosen: list[Mapping[str, Any]], method: Method, interval: IntervalMethod
) -> list[dict[str, Any]]:
    """Pool the results of each group by themselves, where groups stand on the page."""
    if one["use"] != "subgroups":
        return []
    found = []
    for name in dict.fromkeys(member["group"] for member in chosen):
        group = [member for member in chosen if member["group"] == name]
        if len(group) > 1:
            found.append({"name": name, **_plain(pool(effects_of(group), method, interval), one["is_ratio"])})
    return found


def _robust(one: Mapping[str, Any], chosen: list[Mapping[str, Any]], method: Method) -> dict[str, Any] | None:
    if not one["clustered"]:
        return None
    try:
        found = pool_clusters(effects_of(chosen), [member["sample"] for member in chosen], method)
    except CannotPool:
        return None
    ends = (found.estimate, found.ci_low, found.ci_high)
    value, low, high = (math.exp(end) if one["is_ratio"] else end for end in ends)
    return {"value": value, "low": low, "high": high, "k": found.k, "samples": found.clusters}


def _egger(one: Mapping[str, Any], chosen: list[Mapping[str, Any]]) -> dict[str, float] | None:
    if one["use"] == "subgroups":
        return None
    try:
        found = egger(effects_of(chosen))
    except CannotPool:
        return None
    return {"t": found.t, "p": found.p}


def effects_of(members: list[Mapping[str, Any]]) -> Effects:
    """Give the effects of some members."""
    return Effects.of([member["yi"] for member in members], [member["vi"] for member in members])


def _plain(found: Pooled, is_ratio: bool) -> dict[str, Any]:
    def shown(end: float | None) -> float | None:
        return end if end is None or not is_ratio else math.exp(end)

    return {
        "k": found.k,
        "estimate": found.estimate,
        "value": shown(found.estimate),
        "low": shown(found.ci_low),
        "high": shown(found.ci_high),
        "new_low": shown(found.pi_low),
        "new_high": shown(found.pi_high),
        "tau2": found.tau2,
        "i2": found.i2,
        "q": found.q,
        "q_p": found.q_p,
        "notes": list(found.notes),
    }


def run_code(request: Mapping[str, Any]) -> dict[str, Any]:
    """Run the reader's own code with the set at hand as `members`, and give what it prints."""
    one = read("pools")[request["set"]]
    printed = io.StringIO()
    names = {"__name__": "__main__", "members": [dict(member) for member in one["members"]]}
    failed = False
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        try:
            exec(compile(str(request["code"]), "your code", "exec"), names)
        except BaseException:
            failed = True
            printed.write(_own_lines())
    return {"printed": printed.getvalue()[:MOST_PRINTED], "failed": failed}


def _own_lines() -> str:
    """Give the traceback of the reader's own lines; without one, the last line says what is wrong."""
    _, mark, tail = traceback.format_exc().partition('  File "your code"')
    if mark:
        return f"Traceback:\n{mark}{tail}"
    return "".join(traceback.format_exception_only(*sys.exc_info()[:2]))
