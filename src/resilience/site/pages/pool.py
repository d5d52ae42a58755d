"""The page of one set of results: pooled where that may be, else side by side or counted, always with why."""

import math
from collections.abc import Iterable

from ...assessment.pool_members import PoolMember
from ...assessment.pools import PoolResult, result_of
from ...records.pool import Pool
from ...records.vocabulary import PoolUse
from . import words
from .blocks import (
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
from .common import Pages, direction_tag
from .pool_numbers import in_words, numbers, of_method, on_scale, rounded, without_each

FEWEST_FOR_FUNNEL = 10
DRAWN = (PoolUse.POOLED, PoolUse.SUBGROUPS, PoolUse.SIDE_BY_SIDE)


def pool_page(pages: Pages, pool: Pool) -> Page:
    """Lay out the question, what may be done with the results, the results, and what they say together."""
    result = result_of(pages.base, pool)
    blocks: list[Block | None] = [
        paragraph(pool.question, "lede"),
        _what_is_done(result),
        section("What the results say", "results", _results(pages, result)),
        section("Change the analysis", "live", _live(result)),
        section("How sure it is", "checks", _checks(result)),
        section("Which way the results point", "directions", _directions(pages, result)),
        section("What speaks against pooling", "against", _against(result)),
        section("All results", "members", [_members(pages, result)]),
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
    cautions = bullets(pool.cautions)
    done = f"{pool.use.label}."
    if result.refused:
        done = "Not pooled, although the set was meant to be: a rule forbids it."
    head = paragraph([Text(f"{done} ", strong=True), pool.because])
    return Box(present([head, cautions]), ("cautions",))


def _results(pages: Pages, result: PoolResult) -> list[Block | None]:
    rows = [_row(member) for member in result.members if member.value is not None]
    if not rows or result.definition.use not in DRAWN:
        return [paragraph("No numbers that could be drawn together are on record.") if not rows else None]
    label, is_ratio = scale_of(result)
    drawn: list[tuple[str | float | None, ...]] = [*rows]
    if result.pooled:
        drawn.append(("All together", "", "pooled", *map(rounded, on_scale(result.pooled, is_ratio))))
    return [
        Drawing(
            "pooled",
            result.definition.title,
            _sentence(result, is_ratio),
            _note(result),
            tuple(drawn),
            (label, is_ratio),
        ),
        numbers(pages, result, is_ratio) if result.pooled else None,
    ]


def _row(member: PoolMember) -> tuple[str | float | None, ...]:
    part = "left out" if member.why_not else "study"
    label = f"{member.label}: {member.measure}" if member.measure else member.label
    ends = (member.value, member.ci_low, member.ci_high)
    # Those of a table are computed from effect and variance, not printed by a source.
    return (label, member.group, part, *(ends if member.study else map(_two_places, ends)))


def _two_places(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def _sentence(result: PoolResult, is_ratio: bool) -> str:
    better = "Below" if result.definition.better == "lower" else "Above"
    line = f"{better} {1 if is_ratio else 0} is better."
    if not result.pooled:
        return f"{words.count(len(result.members), 'result')}, not pooled. {line}"
    return (
        f"{words.count(result.pooled.k, 'result')} together give {in_words(result.pooled, is_ratio)}. {line}"
    )


def _note(result: PoolResult) -> str:
    if not result.pooled:
        return f"Each line is one result with its 95% interval. {result.definition.because}"
    return (
        "Each line is one result with its 95% interval. "
        "The last line is the pooled effect by restricted maximum likelihood (REML), with a Wald interval."
    )


def _live(result: PoolResult) -> list[Block | None]:
    if result.definition.use not in (PoolUse.POOLED, PoolUse.SUBGROUPS) or result.refused:
        return []
    return [Live("pool", result.definition.slug)]


def _checks(result: PoolResult) -> list[Block | None]:
    if not result.pooled:
        return []
    label, is_ratio = scale_of(result)
    return [
        of_method(result, label, is_ratio),
        _funnel(result, label, is_ratio),
        without_each(result, label, is_ratio),
    ]


def _funnel(result: PoolResult, label: str, is_ratio: bool) -> Block | None:
    if not result.pooled or result.pooled.k < FEWEST_FOR_FUNNEL:
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
        _asymmetry(result),
        "Large studies stand at the top. An empty lower corner may mean that dull results stay unpublished.",
        rows,
        (result.pooled.estimate, scale),
    )


def _asymmetry(result: PoolResult) -> str:
    found = result.asymmetry
    if found is None:
        return "Egger's test could not be done."
    p = "p < 0.001" if found.p < 0.001 else f"p = {found.p:.2g}"
    return f"Egger's test for small studies that differ from large ones: t = {found.t:.2f}, {p}."


def _directions(pages: Pages, result: PoolResult) -> list[Block | None]:
    pointed = [member for member in result.members if member.study and member.direction]
    rows: list[tuple[Line, ...]] = [
        (
            pages.study_link(member.study.key),
            member.measure,
            _arrow(pages, member),
            member.study.design.label,
            words.number(member.study.sample_size) if member.study.sample_size else "not seen",
            "yes" if member.value is not None else "no number seen",
        )
        for member in pointed
        if member.study
    ]
    note = (
        "A count of directions says nothing of how large effects are, and no number seen is not no effect. "
        "After the guideline for synthesis without meta-analysis (SWiM, Campbell and others, 2020)."
    )
    header = ("Study", "Result", "Points to", "Design", "People, households or areas", "Number")
    return [
        paragraph(_sign_test(result)) if rows else None,
        table("Which way each result points", header, rows),
        paragraph(note) if rows else None,
    ]


def _arrow(pages: Pages, member: PoolMember) -> Line:
    assert member.study
    outcome = next(one for one in member.study.outcomes if one.measure == member.measure)
    return direction_tag(outcome)


def _sign_test(result: PoolResult) -> str:
    signs = result.signs
    if signs is None:
        return "No study points to benefit or harm, so there is no sign to test."
    low, high = (words.number(round(100 * part)) for part in (signs.share_low, signs.share_high))
    return (
        f"One vote a study: {signs.benefit} to benefit, {signs.harm} to harm. "
        f"Share to benefit: {round(100 * signs.share)} in 100 (exact 95% interval {low} to {high}); "
        f"sign test p = {signs.p:.2g}."
    )


def _against(result: PoolResult) -> list[Block | None]:
    if result.pooled:
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
    rows: list[tuple[Line, ...]] = [
        (
            pages.study_link(member.study.key) if member.study else member.label,
            member.measure,
            member.metric.label,
            _value(member),
            member.why_not or ("yes" if result.pooled else "not pooled"),
        )
        for member in result.members
    ]
    return table("Every result in the set", ("Study", "Result", "Scale", "Number", "In the pool"), rows)


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
