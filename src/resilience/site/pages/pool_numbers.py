"""The numbers of a pooled set: the estimate, heterogeneity, other methods, each result left out in turn."""

import math

from resilience.findings.pools import PoolResult
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, Line, facts, table
from resilience.site.pages.common import Pages
from resilience.synthesis import Headline, IntervalMethod, Method, Pooled

INTERVALS = {
    IntervalMethod.Z: "Wald",
    IntervalMethod.KNHA: "Knapp-Hartung",
    IntervalMethod.ADHOC: "modified Knapp-Hartung",
}


def on_scale(found: Pooled | Headline, is_ratio: bool) -> tuple[float, float, float]:
    """Give the estimate and its interval on the scale that is read: a ratio, or a difference."""
    value, low, high = (
        math.exp(part) if is_ratio else part for part in (found.estimate, found.ci_low, found.ci_high)
    )
    return value, low, high


def numbers(pages: Pages, result: PoolResult, is_ratio: bool) -> Block:
    """List the numbers of the pooled set."""
    lead = result.headline
    assert lead
    return facts(
        [
            ("Pooled effect", in_words(lead, is_ratio)),
            ("Kind of interval", interval_of(lead)),
            (
                "As if no sample gave several effects",
                in_words(lead.pooled, is_ratio) if lead.robust else None,
            ),
            ("With one effect for all studies (common effect)", in_words(common_effect(result), is_ratio)),
            ("Where the effect in a new study may lie", _new_study(lead.pooled, is_ratio)),
            ("Differences between studies", _heterogeneity(result, lead.pooled)),
            ("To compare: published", _published(pages, result, is_ratio)),
            ("Notes", list(lead.leading.notes)),
        ]
    )


def interval_of(lead: Headline) -> str:
    """Say which kind of interval leads, and why."""
    robust = lead.robust
    if robust is None:
        return "Modified Knapp-Hartung, which is never narrower than that of a common effect"
    samples = f"{words.count(robust.k, 'effect')} from {words.count(robust.clusters, 'sample')}"
    return f"Robust (CR1), as some samples give several effects: {samples}"


def common_effect(result: PoolResult) -> Pooled:
    """Give the pooled effect as if it were the same in all studies; large ones lead it."""
    return next(one for one in result.by_method if one.method is Method.FE)


def in_words(found: Pooled | Headline, is_ratio: bool) -> str:
    """Write a pooled effect with its interval."""
    return _line(*on_scale(found, is_ratio), is_ratio)


def _line(value: float, low: float, high: float, is_ratio: bool) -> str:
    includes = ", which includes no difference" if includes_none(low, high, is_ratio) else ""
    return f"{three(value)} (95% interval {three(low)} to {three(high)}{includes})"


def includes_none(low: float, high: float, is_ratio: bool) -> bool:
    """Say whether an interval on the scale that is read holds the value of no difference."""
    return low <= (1 if is_ratio else 0) <= high


def rounded(value: float) -> float:
    """Round to three significant digits."""
    return float(f"{value:.3g}")


def three(value: float) -> str:
    """Write a number to three significant digits."""
    return words.number(rounded(value))


def _new_study(pooled: Pooled, is_ratio: bool) -> str | None:
    if pooled.new_low is None or pooled.new_high is None:
        return None
    low, high = (math.exp(end) if is_ratio else end for end in (pooled.new_low, pooled.new_high))
    includes = ", which includes no difference" if includes_none(low, high, is_ratio) else ""
    return f"{three(low)} to {three(high)} (95% prediction interval{includes})"


def _heterogeneity(result: PoolResult, pooled: Pooled) -> list[Line]:
    found = result.heterogeneity
    lines: list[Line] = [f"Q = {pooled.q:.2f} with {pooled.k - 1} degrees of freedom, p = {pooled.q_p:.2g}"]
    if pooled.i2 is not None and pooled.tau2 is not None:
        i2, tau2 = f"I² = {pooled.i2:.0f}%", f"tau² = {three(pooled.tau2)}"
        if found:
            i2 += f" (95% interval {found.i2_low:.0f} to {found.i2_high:.0f}%)"
        lines.append(f"{i2}, {tau2}")
    return lines


def _published(pages: Pages, result: PoolResult, is_ratio: bool) -> Line | None:
    published = result.definition.published
    if published is None:
        return None
    note = f" {published.note}" if published.note else ""
    value = _line(published.value, published.ci_low, published.ci_high, is_ratio)
    return (pages.work_link(published.work), f": {value}.{note}")


def of_method(result: PoolResult, label: str, is_ratio: bool) -> Block:
    """Tabulate the pooled effect by every method and interval."""
    rows: list[tuple[Line, ...]] = [
        (
            f"{one.method}, {INTERVALS[one.interval]}",
            three(on_scale(one, is_ratio)[0]),
            f"{three(on_scale(one, is_ratio)[1])} to {three(on_scale(one, is_ratio)[2])}",
            f"{one.i2:.0f}%" if one.i2 is not None else "not defined",
        )
        for one in result.by_method
    ]
    return table("By method", ("Method and interval", label, "95% interval", "I²"), rows)


def without_each(result: PoolResult, label: str, is_ratio: bool) -> Block | None:
    """Tabulate the pooled effect without each result in turn, with the interval that leads."""
    if not result.without:
        return None
    rows: list[tuple[Line, ...]] = [
        (
            f"{member.label}: {member.measure}",
            three(on_scale(one, is_ratio)[0]),
            f"{three(on_scale(one, is_ratio)[1])} to {three(on_scale(one, is_ratio)[2])}",
        )
        for member, one in zip(result.in_pool, result.without, strict=True)
    ]
    return table("Without each result in turn", ("Left out", label, "95% interval"), rows)
