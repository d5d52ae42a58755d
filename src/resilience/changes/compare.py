"""One state of the evidence held against another: what moved, and by which rule."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from resilience.changes.records import ADDED, CHANGED, REMOVED, RecordChange
from resilience.changes.state import CellFound, Cells, Fired, Follows, PageFound, State
from resilience.checks import Problem

T = TypeVar("T")


class LevelMove(NamedTuple):
    """A level that moved, the rules that gave it before and after, and the studies that came in and went."""

    type: str
    """The slug of the activity."""
    outcome: str
    """The slug of the group of outcomes."""
    label: str
    group: str
    is_main: bool
    before: str
    after: str
    rules_before: tuple[Fired, ...]
    rules_after: tuple[Fired, ...]
    came: tuple[str, ...]
    went: tuple[str, ...]


class TableMove(NamedTuple):
    """A level by another table of rules that moved."""

    type: str
    label: str
    group: str
    table: str
    before: str
    after: str


class SizeMove(NamedTuple):
    """A size that is told otherwise; None where none was told."""

    type: str
    outcome: str
    label: str
    group: str
    before: str | None
    after: str | None


class PoolMove(NamedTuple):
    """A set of results that says something else, or holds other results; None where there is none."""

    slug: str
    title: str
    before: str | None
    after: str | None
    came: tuple[str, ...]
    went: tuple[str, ...]


class TextMove(NamedTuple):
    """A text whose types differ, or how sure they are; None where the text was not there."""

    record: str
    text: str
    before: str | None
    after: str | None


class RankMove(NamedTuple):
    """An activity that stands elsewhere in the ranking of a neighbourhood; 0 where it was not in it."""

    neighbourhood: str
    activity: str
    before: int
    after: int
    tier_before: str
    tier_after: str


class AnswerMove(NamedTuple):
    """A written answer whose grounds moved, and whether it waits to be looked at."""

    slug: str
    waits: bool


class PageMove(NamedTuple):
    """A page of a record that is new, gone or says something else."""

    page: str
    title: str
    change: str


@dataclass(frozen=True)
class Changes:
    """All that one state of the evidence does to another."""

    records: tuple[RecordChange, ...]
    new_problems: tuple[Problem, ...]
    mended: tuple[Problem, ...]
    not_told: str = ""
    """Why nothing is told of what follows; empty where it is."""
    levels: tuple[LevelMove, ...] = ()
    by_other_tables: tuple[TableMove, ...] = ()
    sizes: tuple[SizeMove, ...] = ()
    pools: tuple[PoolMove, ...] = ()
    texts: tuple[TextMove, ...] = ()
    ranks: tuple[RankMove, ...] = ()
    answers: tuple[AnswerMove, ...] = ()
    pages: tuple[PageMove, ...] = ()


def compare(records: Sequence[RecordChange], before: State, after: State) -> Changes:
    """Hold two states against each other; `records` are the records that differ."""
    new, mended = _problems(before.problems, after.problems)
    if before.follows is None or after.follows is None:
        return Changes(tuple(records), new, mended, _why_not(before, after))
    was, now = before.follows, after.follows
    return Changes(
        records=tuple(records),
        new_problems=new,
        mended=mended,
        levels=tuple(level_moves(was.cells, now.cells)),
        by_other_tables=tuple(_by_other_tables(was, now)),
        sizes=tuple(size_moves(was.cells, now.cells)),
        pools=tuple(_pools(was, now)),
        texts=tuple(_texts(was, now)),
        ranks=tuple(_ranks(was, now)),
        answers=tuple(_answers(was, now)),
        pages=tuple(_pages(before.pages, after.pages)),
    )


def _why_not(before: State, after: State) -> str:
    if before.lacks:
        return (
            f"{before.lacks} is not in the evidence of then, and the code of today works nothing out"
            " without it; name a later revision"
        )
    return before.why_not or after.why_not


def _problems(
    before: Sequence[Problem], after: Sequence[Problem]
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Give the problems that are new and those that are gone; a line that moved is no new problem."""
    return _beyond(after, before), _beyond(before, after)


def _beyond(these: Sequence[Problem], those: Sequence[Problem]) -> tuple[Problem, ...]:
    left = Counter(map(_named, those))
    found = []
    for problem in these:
        if left[_named(problem)]:
            left[_named(problem)] -= 1
        else:
            found.append(problem)
    return tuple(found)


def _named(problem: Problem) -> tuple[str, str, str, str]:
    return problem.path, problem.field, problem.code, problem.message


def _both(was: Cells, now: Cells) -> Iterator[tuple[tuple[str, str], CellFound, CellFound]]:
    """Give the cells of both states; of an activity or a group that is new, none."""
    for key, after in now.items():
        if before := was.get(key):
            yield key, before, after


def level_moves(was: Cells, now: Cells) -> Iterator[LevelMove]:
    """Give the levels that differ between two states."""
    for (slug, outcome), before, after in _both(was, now):
        if before.level != after.level:
            yield LevelMove(
                type=slug,
                outcome=outcome,
                label=after.type,
                group=after.group,
                is_main=after.is_main,
                before=before.level,
                after=after.level,
                rules_before=before.fired,
                rules_after=after.fired,
                came=_without(after.counted, before.counted),
                went=_without(before.counted, after.counted),
            )


def _by_other_tables(was: Follows, now: Follows) -> Iterator[TableMove]:
    for (slug, _), before, after in _both(was.cells, now.cells):
        old = dict(before.others)
        for table, level in after.others:
            if old.get(table, level) != level:
                yield TableMove(slug, after.type, after.group, table, old[table], level)


def size_moves(was: Cells, now: Cells) -> Iterator[SizeMove]:
    """Give the sizes that are told otherwise."""
    for (slug, outcome), before, after in _both(was, now):
        if before.size != after.size:
            yield SizeMove(slug, outcome, after.type, after.group, before.size, after.size)


def _pools(was: Follows, now: Follows) -> Iterator[PoolMove]:
    for slug in _keys(was.pools, now.pools):
        before, after = was.pools.get(slug), now.pools.get(slug)
        old, new = before.members if before else (), after.members if after else ()
        says = before.says if before else None, after.says if after else None
        if says[0] != says[1] or old != new:
            title = (after or before or now.pools[slug]).title
            yield PoolMove(slug, title, *says, _without(new, old), _without(old, new))


def _texts(was: Follows, now: Follows) -> Iterator[TextMove]:
    for key in _keys(was.texts, now.texts):
        before, after = was.texts.get(key), now.texts.get(key)
        if before != after:
            yield TextMove(*key, before.says if before else None, after.says if after else None)


def _ranks(was: Follows, now: Follows) -> Iterator[RankMove]:
    for key in _keys(was.ranks, now.ranks):
        before, after = was.ranks.get(key), now.ranks.get(key)
        if before != after:
            place, activity = (now.labels.get(one) or was.labels.get(one, one) for one in key)
            places = before.place if before else 0, after.place if after else 0
            yield RankMove(
                place, activity, *places, before.tier if before else "", after.tier if after else ""
            )


def _answers(was: Follows, now: Follows) -> Iterator[AnswerMove]:
    for slug, answer in now.answers.items():
        keys = [(slug, outcome) for outcome in answer.outcomes]
        # What was not there before has not moved.
        if any(key in was.cells and was.cells[key].grounds != now.cells[key].grounds for key in keys):
            yield AnswerMove(slug, answer.waits)


def _pages(was: Mapping[str, PageFound], now: Mapping[str, PageFound]) -> Iterator[PageMove]:
    for page in _keys(was, now):
        before, after = was.get(page), now.get(page)
        if before is None and after:
            yield PageMove(page, after.title, ADDED)
        elif after is None and before:
            yield PageMove(page, before.title, REMOVED)
        elif before != after and after:
            yield PageMove(page, after.title, CHANGED)


def _keys(was: Mapping[T, object], now: Mapping[T, object]) -> list[T]:
    return list(dict.fromkeys([*now, *was]))


def _without(these: Sequence[str], those: Sequence[str]) -> tuple[str, ...]:
    return tuple(one for one in these if one not in set(those))
