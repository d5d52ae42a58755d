"""The facts of the page of one set of results: pooled where that may be, else side by side or counted."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from resilience.findings.pool_members import PoolMember
from resilience.findings.pools import PoolResult
from resilience.records.pool import Pool
from resilience.records.vocabulary import PoolUse
from resilience.site.pages.common import Cited, Pages, last_change
from resilience.site.pages.pool_numbers import Lead, includes_none, lead_of, on_scale, rounded
from resilience.site.pages.pool_results import (
    LeftOutRow,
    MemberRow,
    PointingRow,
    Votes,
    left_out_rows,
    member_rows,
    pointing_rows,
    votes_of,
)
from resilience.site.wording.values import Cell, Drawing, FactsPage, Link, Live, Passage
from resilience.synthesis import FEWEST_VOTES

DRAWN = (PoolUse.POOLED, PoolUse.SUBGROUPS, PoolUse.SIDE_BY_SIDE)
LONG_FOREST = 12
"""With more results than this, what they come to together stands above them."""


@dataclass(frozen=True)
class Against:
    """What speaks against pooling, and the results that it concerns."""

    sentence: str
    results: tuple[str, ...]


@dataclass(frozen=True)
class Funnel:
    """The funnel plot with Egger's test."""

    drawing: Drawing
    t: str
    p: str


@dataclass(frozen=True)
class PoolFacts:
    """The question, what may be done with the results, the results, and what they say together."""

    title: str
    question: str
    use: str
    because: str
    refused: bool
    of_exposure: bool
    cautions: tuple[str, ...]
    scale: str
    is_ratio: bool
    better_is_lower: bool
    has_numbers: bool
    forest: Drawing | None
    intervals: int
    """Results with an interval, and those of them whose interval includes no difference."""
    unclear: int
    lead: Lead | None
    live: Live | None
    funnel: Funnel | None
    votes: Votes | None
    fewest_votes: int
    pointing: tuple[PointingRow, ...]
    against: tuple[Against, ...]
    members: tuple[MemberRow, ...]
    has_remarks: bool
    left_out: tuple[LeftOutRow, ...]
    others: int
    """Further results on the same activities that could not stand beside these."""
    outcome: Link
    cited: Cited


def pool_page(pages: Pages, pool: Pool) -> FactsPage:
    """Give the page of a set."""
    return FactsPage(
        title=pool.title,
        kind="Set of results",
        passage=Passage("pages/pool", _facts(pages, pages.pools[pool.slug])),
        description=pool.question,
    )


def scale_of(result: PoolResult) -> tuple[str, bool]:
    """Name the scale on which the results are drawn, and say whether it is one of ratios."""
    metrics = {member.metric for member in result.members if member.value is not None}
    if result.definition.metric:
        return result.definition.metric.label, result.definition.metric.is_ratio
    if len(metrics) == 1:
        metric = metrics.pop()
        return metric.label, metric.is_ratio
    if metrics and all(metric.is_ratio for metric in metrics):
        return "Ratio (odds, risk, rate or hazard)", True
    return "Effect, each on its own scale", False


def _facts(pages: Pages, result: PoolResult) -> PoolFacts:
    pool = result.definition
    scale, is_ratio = scale_of(result)
    unclear = _unclear(result)
    members = member_rows(pages, result)
    return PoolFacts(
        title=pool.title,
        question=pool.question,
        use=pool.use.label,
        because=pool.because,
        refused=result.refused,
        of_exposure=result.of_exposure,
        cautions=pool.cautions,
        scale=scale,
        is_ratio=is_ratio,
        better_is_lower=pool.better == "lower",
        has_numbers=any(member.value is not None for member in result.members),
        forest=_forest(result, scale, is_ratio),
        intervals=len(unclear),
        unclear=sum(unclear),
        lead=lead_of(pages, result, result.headline, is_ratio) if result.headline else None,
        live=Live("pool", pool.slug) if result.may_be_pooled else None,
        funnel=_funnel(result, scale, is_ratio),
        votes=votes_of(result),
        fewest_votes=FEWEST_VOTES,
        pointing=pointing_rows(pages, result),
        against=_against(result),
        members=members,
        has_remarks=bool(result.headline) or any(member.why_not for member in members),
        left_out=left_out_rows(pages, result),
        others=result.left_out.others,
        outcome=pages.outcome_link(pool.outcome),
        cited=Cited(
            f"pools/{pool.slug}",
            pool.title,
            last_change(member.study.provenance for member in result.members if member.study),
        ),
    )


def _forest(result: PoolResult, scale: str, is_ratio: bool) -> Drawing | None:
    rows = [_row(result, member) for member in result.members if member.value is not None]
    if not rows or result.definition.use not in DRAWN:
        return None
    if result.headline:
        together: tuple[Cell, ...] = (
            "All together",
            "",
            "pooled",
            *map(rounded, on_scale(result.headline, is_ratio)),
        )
        # A reader of a long forest must not scroll past all results to what they come to.
        rows.insert(0 if len(rows) > LONG_FOREST else len(rows), together)
    return Drawing("pooled", "", "", "", tuple(rows), (scale, is_ratio))


def _row(result: PoolResult, member: PoolMember) -> tuple[Cell, ...]:
    # Where nothing is pooled, a result without an interval stands beside the others all the same.
    is_out = member.why_not if result.headline else member.said and member.said.left_out
    label = f"{member.label}: {member.measure}" if member.measure else member.label
    ends = (member.value, member.ci_low, member.ci_high)
    # Those of a table are computed from effect and variance, not printed by a source.
    shown = ends if member.study else map(_two_places, ends)
    return (label, member.group, "left out" if is_out else "study", *shown)


def _two_places(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def _unclear(result: PoolResult) -> list[bool]:
    """Say of each interval whether it includes no difference."""
    return [
        includes_none(one.ci_low, one.ci_high, one.metric.is_ratio)
        for one in result.members
        if one.ci_low is not None and one.ci_high is not None
    ]


def _funnel(result: PoolResult, scale: str, is_ratio: bool) -> Funnel | None:
    """Give the funnel where Egger's test may be done too."""
    if not result.headline or not result.asymmetry:
        return None
    rows = tuple(
        (f"{one.label}: {one.measure}", one.effect.yi, math.sqrt(one.effect.vi))
        for one in result.in_pool
        if one.effect
    )
    axis = f"Logarithm of the {scale.lower()}" if is_ratio else scale
    drawing = Drawing("funnel", "", "", "", rows, (result.headline.estimate, axis))
    found = result.asymmetry
    return Funnel(drawing, f"{found.t:.2f}", "p < 0.001" if found.p < 0.001 else f"p = {found.p:.2g}")


def _against(result: PoolResult) -> tuple[Against, ...]:
    by_sentence: dict[str, list[str]] = {}
    for objection in result.against:
        by_sentence.setdefault(objection.sentence, []).extend(objection.labels)
    return tuple(Against(sentence, _once(labels)) for sentence, labels in by_sentence.items())


def _once(labels: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(labels))
