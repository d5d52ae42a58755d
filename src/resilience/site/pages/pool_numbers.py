"""The numbers of a pooled set: the estimate, heterogeneity, other methods, each result left out in turn."""

import math

from ...assessment.pools import PoolResult
from ...synthesis import Pooled
from . import words
from .blocks import Block, Line, facts, table
from .common import Pages

INTERVALS = {"z": "Wald", "knha": "Knapp-Hartung"}


def on_scale(pooled: Pooled, is_ratio: bool) -> tuple[float, float, float]:
    """Give the estimate and its interval on the scale that is read: a ratio, or a difference."""
    value, low, high = (
        math.exp(part) if is_ratio else part for part in (pooled.estimate, pooled.ci_low, pooled.ci_high)
    )
    return value, low, high


def numbers(pages: Pages, result: PoolResult, is_ratio: bool) -> Block:
    """List the numbers of the pooled set."""
    pooled = result.pooled
    assert pooled
    return facts(
        [
            ("Pooled effect", in_words(pooled, is_ratio)),
            ("With several effects of a sample allowed for", _robust(result, is_ratio)),
            ("Where the effect in a new study may lie", _prediction(pooled, is_ratio)),
            ("Differences between studies", _heterogeneity(result)),
            ("To compare: published", _published(pages, result)),
            ("Notes", list(pooled.notes)),
        ]
    )


def in_words(pooled: Pooled, is_ratio: bool) -> str:
    """Write a pooled effect with its interval."""
    return _line(*on_scale(pooled, is_ratio))


def _line(value: float, low: float, high: float) -> str:
    return f"{three(value)} (95% interval {three(low)} to {three(high)})"


def rounded(value: float) -> float:
    """Round to three significant digits."""
    return float(f"{value:.3g}")


def three(value: float) -> str:
    """Write a number to three significant digits."""
    return words.number(rounded(value))


def _robust(result: PoolResult, is_ratio: bool) -> str | None:
    robust = result.robust
    if robust is None:
        return None
    ends = [math.exp(end) if is_ratio else end for end in (robust.estimate, robust.ci_low, robust.ci_high)]
    return f"{_line(*ends)}, {words.count(robust.k, 'effect')} from {words.count(robust.clusters, 'sample')}"


def _prediction(pooled: Pooled, is_ratio: bool) -> str | None:
    if pooled.pi_low is None or pooled.pi_high is None:
        return None
    low, high = (math.exp(end) if is_ratio else end for end in (pooled.pi_low, pooled.pi_high))
    return f"{three(low)} to {three(high)} (95% prediction interval)"


def _heterogeneity(result: PoolResult) -> list[Line]:
    pooled, found = result.pooled, result.heterogeneity
    assert pooled
    lines: list[Line] = [f"Q = {pooled.q:.2f} with {pooled.k - 1} degrees of freedom, p = {pooled.q_p:.2g}"]
    if pooled.i2 is not None and pooled.tau2 is not None:
        i2, tau2 = f"I² = {pooled.i2:.0f}%", f"tau² = {three(pooled.tau2)}"
        if found:
            i2 += f" (95% interval {found.i2_low:.0f} to {found.i2_high:.0f}%)"
        lines.append(f"{i2}, {tau2}")
    return lines


def _published(pages: Pages, result: PoolResult) -> Line | None:
    published = result.definition.published
    if published is None:
        return None
    note = f" {published.note}" if published.note else ""
    value = _line(published.value, published.ci_low, published.ci_high)
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
    """Tabulate the pooled effect without each result in turn."""
    if len(result.without) < 3:
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
