"""The numbers of a pooled set: the estimate, heterogeneity, other methods, each result left out in turn."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from resilience.findings.pools import PoolResult
from resilience.site.pages import words
from resilience.site.pages.common import Pages
from resilience.site.wording.values import Link, Text
from resilience.synthesis import Headline, IntervalMethod, Method, Pooled

INTERVALS = {
    IntervalMethod.Z: "Wald",
    IntervalMethod.KNHA: "Knapp-Hartung",
    IntervalMethod.ADHOC: "modified Knapp-Hartung",
}


@dataclass(frozen=True)
class Interval:
    """The ends of an interval, and whether it holds the value of no difference."""

    low: str
    high: str
    includes_none: bool


@dataclass(frozen=True)
class Estimate:
    """An effect with its interval, on the scale that is read."""

    value: str
    interval: Interval
    label: str = ""
    """What it is the estimate of or by, where it stands in a table."""
    i2: str | None = None


@dataclass(frozen=True)
class Heterogeneity:
    """How far the results differ."""

    q: str
    df: int
    p: str
    i2: str | None
    i2_low: str | None
    i2_high: str | None
    tau2: str | None


@dataclass(frozen=True)
class Published:
    """A pooled value that somebody published."""

    work: Link | Text
    estimate: Estimate
    note: str | None


@dataclass(frozen=True)
class Lead:
    """The pooled effect that leads, and what stands beside it."""

    k: int
    estimate: Estimate
    effects: int | None
    """Effects and samples where some samples give several effects, so that the robust interval leads."""
    samples: int | None
    one_each: Estimate
    """As if no sample gave several effects."""
    common: Estimate
    """With one effect for all studies; large ones lead it."""
    new_study: Interval | None
    heterogeneity: Heterogeneity
    published: Published | None
    notes: tuple[str, ...]
    by_method: tuple[Estimate, ...]
    without: tuple[Estimate, ...]


def lead_of(pages: Pages, result: PoolResult, lead: Headline, is_ratio: bool) -> Lead:
    """Give the facts of a pooled set."""
    return Lead(
        k=lead.k,
        estimate=_estimate(lead, is_ratio),
        effects=lead.robust.k if lead.robust else None,
        samples=lead.robust.clusters if lead.robust else None,
        one_each=_estimate(lead.pooled, is_ratio),
        common=_estimate(_common_effect(result), is_ratio),
        new_study=_new_study(lead.pooled, is_ratio),
        heterogeneity=_heterogeneity(result, lead.pooled),
        published=_published(pages, result, is_ratio),
        notes=tuple(lead.leading.notes),
        by_method=tuple(_estimate(one, is_ratio, _method(one), one.i2) for one in result.by_method),
        without=tuple(
            _estimate(one, is_ratio, f"{member.label}: {member.measure}")
            for member, one in zip(result.in_pool, result.without, strict=bool(result.without))
        ),
    )


def on_scale(found: Pooled | Headline, is_ratio: bool) -> tuple[float, float, float]:
    """Give the estimate and its interval on the scale that is read: a ratio, or a difference."""
    read: Callable[[float], float] = math.exp if is_ratio else float
    return read(found.estimate), read(found.ci_low), read(found.ci_high)


def includes_none(low: float, high: float, is_ratio: bool) -> bool:
    """Say whether an interval on the scale that is read holds the value of no difference."""
    return low <= (1 if is_ratio else 0) <= high


def rounded(value: float) -> float:
    """Round to three significant digits."""
    return float(f"{value:.3g}")


def three(value: float) -> str:
    """Write a number to three significant digits."""
    return words.number(rounded(value))


def _estimate(found: Pooled | Headline, is_ratio: bool, label: str = "", i2: float | None = None) -> Estimate:
    value, low, high = on_scale(found, is_ratio)
    return Estimate(three(value), _interval(low, high, is_ratio), label, None if i2 is None else f"{i2:.0f}")


def _interval(low: float, high: float, is_ratio: bool) -> Interval:
    return Interval(three(low), three(high), includes_none(low, high, is_ratio))


def _method(found: Pooled) -> str:
    return f"{found.method}, {INTERVALS[found.interval]}"


def _common_effect(result: PoolResult) -> Pooled:
    return next(one for one in result.by_method if one.method is Method.FE)


def _new_study(pooled: Pooled, is_ratio: bool) -> Interval | None:
    if pooled.new_low is None or pooled.new_high is None:
        return None
    low, high = (math.exp(end) if is_ratio else end for end in (pooled.new_low, pooled.new_high))
    return _interval(low, high, is_ratio)


def _heterogeneity(result: PoolResult, pooled: Pooled) -> Heterogeneity:
    is_defined = pooled.i2 is not None and pooled.tau2 is not None
    ends = result.heterogeneity
    return Heterogeneity(
        q=f"{pooled.q:.2f}",
        df=pooled.k - 1,
        p=f"{pooled.q_p:.2g}",
        i2=f"{pooled.i2:.0f}" if is_defined else None,
        i2_low=f"{ends.i2_low:.0f}" if ends else None,
        i2_high=f"{ends.i2_high:.0f}" if ends else None,
        tau2=three(pooled.tau2) if is_defined and pooled.tau2 is not None else None,
    )


def _published(pages: Pages, result: PoolResult, is_ratio: bool) -> Published | None:
    found = result.definition.published
    if found is None:
        return None
    ends = _interval(found.ci_low, found.ci_high, is_ratio)
    return Published(pages.work_link(found.work), Estimate(three(found.value), ends), found.note)
