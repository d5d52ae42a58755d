"""The results of a set, row by row: those in it, which way they point, and those left out."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from resilience.findings.pool_left_out import LeftOutResult
from resilience.findings.pool_members import PoolMember, SetVotes
from resilience.findings.pools import PoolResult
from resilience.findings.votes import Result, direction_for
from resilience.records.vocabulary import Clear, Direction
from resilience.site.pages import words
from resilience.site.pages.common import Pages, counted_direction, pointing
from resilience.site.wording.values import Link, Tag

SIDES = (Direction.BENEFIT, Direction.HARM)


@dataclass(frozen=True)
class MemberRow:
    """One result in the set."""

    study: Link | str
    measure: str
    metric: str
    value: str | None
    low: str | None
    high: str | None
    of_table: bool
    """Whether only a table of effects tells of it; its number is then computed, and shown by its ends."""
    turned: bool
    why_not: str


@dataclass(frozen=True)
class PointingRow:
    """One result and which way it points."""

    study: Link
    measure: str
    direction: Tag
    is_clear: bool | None
    design: str
    sample_size: int | None


@dataclass(frozen=True)
class Signs:
    """The sign test of the votes to one side or the other."""

    share: int
    low: str
    high: str
    p: str


@dataclass(frozen=True)
class Votes:
    """One vote an evaluation."""

    counted: tuple[str, ...]
    """How many point one way, in words."""
    total: int
    not_told: int
    """Those that name no side."""
    signs: Signs | None
    share_people: bool
    with_a_side: int


@dataclass(frozen=True)
class Measured:
    """What was measured, and the number."""

    measure: str
    number: str


@dataclass(frozen=True)
class LeftOutRow:
    """Results of a study that point one way and are left out for one reason."""

    study: Link
    results: tuple[Measured, ...]
    direction: Tag
    other_set: Link | None
    why: str


def member_rows(pages: Pages, result: PoolResult) -> tuple[MemberRow, ...]:
    """Give every result in the set."""
    return tuple(_member(pages, member) for member in result.members)


def _member(pages: Pages, member: PoolMember) -> MemberRow:
    of_table = not member.study
    low, high = (
        None if end is None else words.number(round(end, 2) if of_table else end)
        for end in (member.ci_low, member.ci_high)
    )
    return MemberRow(
        study=pages.study_link(member.study.key) if member.study else member.label,
        measure=member.measure,
        metric=member.metric.label,
        value=None if member.value is None else words.number(member.value),
        low=low,
        high=high,
        of_table=of_table,
        turned=bool(member.said and member.said.turned),
        why_not=member.why_not,
    )


def pointing_rows(pages: Pages, result: PoolResult) -> tuple[PointingRow, ...]:
    """Give every result of a coded study with its direction."""
    return tuple(_pointing(pages, member, member.result) for member in result.members if member.result)


def _pointing(pages: Pages, member: PoolMember, found: Result) -> PointingRow:
    clear = found.outcome.clear
    return PointingRow(
        study=pages.study_link(found.study.key),
        measure=member.measure,
        direction=pointing(found.direction, found.study.of_exposure),
        is_clear=None if clear is Clear.NOT_TOLD else clear is Clear.YES,
        design=found.study.design.label,
        sample_size=found.study.sample_size,
    )


def votes_of(result: PoolResult) -> Votes | None:
    """Give the votes, and what a sign test makes of them."""
    found = result.votes
    if found is None:
        return None
    counted = tuple(
        counted_direction(found.votes[direction], direction, of_exposure=result.of_exposure)
        for direction in Direction
        if direction is not Direction.NOT_TOLD and (found.votes[direction] or direction in SIDES)
    )
    return Votes(
        counted=counted,
        total=sum(found.votes.values()),
        not_told=found.votes[Direction.NOT_TOLD],
        signs=_signs(found),
        share_people=found.share_people,
        with_a_side=found.with_a_side,
    )


def _signs(found: SetVotes) -> Signs | None:
    signs = found.signs
    if signs is None:
        return None
    low, high = (words.number(round(100 * part)) for part in (signs.share_low, signs.share_high))
    return Signs(share=round(100 * signs.share), low=low, high=high, p=f"{signs.p:.2g}")


def left_out_rows(pages: Pages, result: PoolResult) -> tuple[LeftOutRow, ...]:
    """Give what the set leaves out though it is on its question."""
    groups: dict[tuple[str, ...], list[LeftOutResult]] = defaultdict(list)
    for one in result.left_out.listed:
        groups[one.study.key, _direction(result, one), one.other_set or "", one.why].append(one)
    return tuple(_left_out(pages, result, group) for group in groups.values())


def _direction(result: PoolResult, one: LeftOutResult) -> Direction:
    """Give the direction as the set counts: turned over for its activity, or what goes with what."""
    return one.outcome.direction if result.of_exposure else direction_for(one.study, one.outcome)


def _left_out(pages: Pages, result: PoolResult, group: Sequence[LeftOutResult]) -> LeftOutRow:
    first = group[0]
    return LeftOutRow(
        study=pages.study_link(first.study.key),
        results=tuple(_measured(one) for one in group),
        direction=pointing(_direction(result, first), first.study.of_exposure),
        other_set=pages.pool_link(first.other_set) if first.other_set else None,
        why=first.why,
    )


def _measured(one: LeftOutResult) -> Measured:
    found = words.effect(one.outcome.effect)
    return Measured(words.sentence(one.outcome.measure), found[:1].lower() + found[1:])
