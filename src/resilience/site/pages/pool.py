"""The page of one set of results: pooled where that may be, else side by side or counted, always with why."""

import math
from collections.abc import Iterable

from resilience.findings.pool_members import PoolMember
from resilience.findings.pools import PoolResult
from resilience.records.pool import Pool
from resilience.records.vocabulary import PoolUse
from resilience.site.pages import words
from resilience.site.pages.blocks import (
    Block,
    Box,
    Drawing,
    Line,
    Live,
    Page,
    Text,
    bullets,
    paragraph,
    present,
    section,
    table,
)
from resilience.site.pages.common import Pages
from resilience.site.pages.pool_directions import directions
from resilience.site.pages.pool_left_out import left_out
from resilience.site.pages.pool_numbers import (
    common_effect,
    in_words,
    includes_none,
    interval_of,
    numbers,
    of_method,
    on_scale,
    rounded,
    without_each,
)
from resilience.synthesis import Asymmetry

DRAWN = (PoolUse.POOLED, PoolUse.SUBGROUPS, PoolUse.SIDE_BY_SIDE)
LIVING = (
    "At least one result is of what people live with or take part in anyway. "
    "Such results say what goes together, not what an activity would change."
)


def pool_page(pages: Pages, pool: Pool) -> Page:
    """Lay out the question, what may be done with the results, the results, and what they say together."""
    result = pages.pools[pool.slug]
    blocks: list[Block | None] = [
        paragraph(pool.question, "lede"),
        _what_is_done(result),
        section("What the results say", "results", _results(pages, result)),
        section("Change the analysis", "live", _live(result)),
        section("How sure it is", "checks", _checks(result)),
        section("Which way the results point", "directions", directions(pages, result)),
        section("What speaks against pooling", "against", _against(result)),
        section("All results", "members", [_members(pages, result)]),
        section("On the same question, but left out", "left-out", left_out(pages, result)),
    ]
    return Page(
        title=pool.title,
        kind="Set of results",
        blocks=present(blocks),
        description=pool.question,
        domains=(),
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


def _what_is_done(result: PoolResult) -> Block:
    pool = result.definition
    cautions = bullets([*([LIVING] if result.of_exposure else []), *pool.cautions])
    done = f"{pool.use.label}."
    if result.refused:
        done = "Not pooled, although the set was meant to be: a rule forbids it."
    head = paragraph([Text(f"{done} ", strong=True), pool.because])
    return Box(present([head, cautions]), ("cautions",))


def _results(pages: Pages, result: PoolResult) -> list[Block | None]:
    rows = [_row(result, member) for member in result.members if member.value is not None]
    if not rows or result.definition.use not in DRAWN:
        return [paragraph("No numbers that could be drawn together are on record.") if not rows else None]
    label, is_ratio = scale_of(result)
    drawn: list[tuple[str | float | None, ...]] = [*rows]
    if result.headline:
        drawn.append(("All together", "", "pooled", *map(rounded, on_scale(result.headline, is_ratio))))
    return [
        Drawing(
            "pooled",
            result.definition.title,
            _sentence(result, is_ratio),
            _note(result),
            tuple(drawn),
            (label, is_ratio),
        ),
        numbers(pages, result, is_ratio) if result.headline else None,
    ]


def _row(result: PoolResult, member: PoolMember) -> tuple[str | float | None, ...]:
    # Where nothing is pooled, a result without an interval stands beside the others all the same.
    is_out = member.why_not if result.headline else member.said and member.said.left_out
    label = f"{member.label}: {member.measure}" if member.measure else member.label
    ends = (member.value, member.ci_low, member.ci_high)
    # Those of a table are computed from effect and variance, not printed by a source.
    return (
        label,
        member.group,
        "left out" if is_out else "study",
        *(ends if member.study else map(_two_places, ends)),
    )


def _two_places(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def _sentence(result: PoolResult, is_ratio: bool) -> str:
    better = "Below" if result.definition.better == "lower" else "Above"
    line = f"{better} {1 if is_ratio else 0} is better."
    lead = result.headline
    if not lead:
        return f"{words.count(len(result.members), 'result')}, not pooled. {line}{_unclear(result)}"
    return f"{words.count(lead.k, 'result')} together give {in_words(lead, is_ratio)}. {line}"


def _unclear(result: PoolResult) -> str:
    """Count the intervals that include no difference, where results stand side by side."""
    found = [
        includes_none(one.ci_low, one.ci_high, one.metric.is_ratio)
        for one in result.members
        if one.ci_low is not None and one.ci_high is not None
    ]
    verb = "includes" if sum(found) == 1 else "include"
    return (
        f" {sum(found)} of {words.count(len(found), 'interval')} {verb} no difference." if any(found) else ""
    )


def _note(result: PoolResult) -> str:
    lead = result.headline
    if not lead:
        return f"Each line is one result with its 95% interval. {result.definition.because}"
    return (
        "Each line is one result with its 95% interval. "
        "The last line is the pooled effect by restricted maximum likelihood (REML). "
        f"Its interval: {interval_of(lead)}."
    )


def _live(result: PoolResult) -> list[Block | None]:
    return [Live("pool", result.definition.slug)] if result.may_be_pooled else []


def _checks(result: PoolResult) -> list[Block | None]:
    if not result.headline:
        return []
    label, is_ratio = scale_of(result)
    return [
        of_method(result, label, is_ratio),
        _funnel(result, label, is_ratio),
        without_each(result, label, is_ratio),
    ]


def _funnel(result: PoolResult, label: str, is_ratio: bool) -> Block | None:
    """Draw the funnel where Egger's test may be done too."""
    if not result.headline or not result.asymmetry:
        return None
    rows = tuple(
        (f"{one.label}: {one.measure}", one.effect.yi, math.sqrt(one.effect.vi))
        for one in result.in_pool
        if one.effect
    )
    scale = f"Logarithm of the {label.lower()}" if is_ratio else label
    return Drawing(
        "funnel",
        f"Funnel plot: {result.definition.title}",
        _asymmetry(result, result.asymmetry, is_ratio),
        "Large studies stand at the top. An empty lower corner may mean that dull results stay unpublished.",
        rows,
        (result.headline.estimate, scale),
    )


def _asymmetry(result: PoolResult, found: Asymmetry, is_ratio: bool) -> str:
    p = "p < 0.001" if found.p < 0.001 else f"p = {found.p:.2g}"
    return (
        f"Egger's test for small studies that differ from large ones: t = {found.t:.2f}, {p}. "
        f"With one effect for all studies, which large ones lead, it would be "
        f"{in_words(common_effect(result), is_ratio)}."
    )


def _against(result: PoolResult) -> list[Block | None]:
    if result.headline:
        said = "None of the rules forbids it: one scale, no people twice, no review beside its own studies."
        return [paragraph(said)]
    by_sentence: dict[str, list[str]] = {}
    for objection in result.against:
        by_sentence.setdefault(objection.sentence, []).extend(objection.labels)
    return [
        paragraph(result.definition.because),
        bullets([f"{sentence} ({_named(labels)})" for sentence, labels in by_sentence.items()]),
    ]


def _named(labels: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(labels))


def _members(pages: Pages, result: PoolResult) -> Block:
    remarks = [_remark(result, member) for member in result.members]
    rows: list[tuple[Line, ...]] = [
        (
            pages.study_link(member.study.key) if member.study else member.label,
            member.measure,
            member.metric.label,
            _value(member),
            *([remark] if any(remarks) else []),
        )
        for member, remark in zip(result.members, remarks, strict=True)
    ]
    last = "In the pool" if result.headline else "Remark"
    header = ("Study", "Result", "Scale", "Number", *([last] if any(remarks) else []))
    return table("Every result in the set", header, rows)


def _remark(result: PoolResult, member: PoolMember) -> str:
    return member.why_not or ("yes" if result.headline else "")


def _value(member: PoolMember) -> str:
    if member.value is None:
        return "no number seen"
    if not member.study:
        return " to ".join(
            words.number(round(end, 2)) for end in (member.ci_low, member.ci_high) if end is not None
        )
    turned = " (sign turned)" if member.said and member.said.turned else ""
    if member.ci_low is None or member.ci_high is None:
        return f"{words.number(member.value)}{turned}, interval not seen"
    low, high = words.number(member.ci_low), words.number(member.ci_high)
    return f"{words.number(member.value)} ({low} to {high}){turned}"
