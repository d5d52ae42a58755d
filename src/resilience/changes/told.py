"""What changed, told in sections: as plain text, and as Markdown in which no text of a record is markup."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from textwrap import wrap
from typing import NamedTuple

from resilience.changes.compare import AnswerMove, Changes, LevelMove, PoolMove, RankMove
from resilience.changes.records import RecordChange
from resilience.changes.state import Fired
from resilience.checks import Problem
from resilience.records.english import count, listing, one_or_more

WIDTH = 80
MOST = 40
"""Items that a section shows; the object for programs has all. A job's summary may have a megabyte."""
MOST_BELOW = 30
"""Lines below an item."""
NEARBY = 1
"""Places that an activity may move in a ranking without a line of its own."""
ACTS = re.compile(r"([\\`*_{}\[\]<>()#+\-!|~@&:.])")
"""Signs that Markdown, or GitHub, may read as more than a sign."""


class Item(NamedTuple):
    """A line, and lines that belong to it."""

    text: str
    below: tuple[str, ...] = ()


class Section(NamedTuple):
    """A heading with its items."""

    title: str
    items: tuple[Item, ...]


def as_text(changes: Changes, since: str) -> str:
    """Write what changed as plain text, no line wider than a terminal."""
    said = " ".join([f"Compared with {since}.", *in_short(changes)])
    lines = wrap(said, WIDTH, break_on_hyphens=False, break_long_words=False)
    for section in sections(changes):
        lines += ["", f"{section.title}:"]
        for item in _cut(section.items):
            lines += _bullet("- ", item.text)
            lines += [part for line in item.below for part in _bullet("    ", line)]
    return "\n".join(lines)


def as_markdown(changes: Changes, since: str) -> str:
    """Write what changed as Markdown for the summary of a job."""
    lines = ["## What this changes", "", _escaped(f"Compared with {since}.")]
    lines += [_escaped(line) for line in in_short(changes)]
    for section in sections(changes):
        lines += ["", f"### {section.title}", ""]
        for item in _cut(section.items):
            lines.append(f"- {_escaped(item.text)}")
            lines += [f"  - {_escaped(line)}" for line in item.below]
    return "\n".join(lines)


def _bullet(mark: str, text: str) -> list[str]:
    return wrap(
        text, WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark), break_on_hyphens=False, break_long_words=False
    )


def _escaped(text: str) -> str:
    return ACTS.sub(r"\\\1", " ".join(text.split()))


def in_short(changes: Changes) -> list[str]:
    """Sum up in a sentence or two."""
    parts = [
        count(len(changes.records), "record"),
        count(len(changes.levels), "level"),
        count(len(changes.sizes), "size"),
        count(len(changes.pools), "set of results", "sets of results"),
        count(len({(one.record, one.text) for one in changes.texts}), "matched text"),
        count(len(changes.ranks), "rank"),
        count(len(changes.pages), "page of a record", "pages of records"),
    ]
    if changes.not_told:
        return [f"{_differ([parts[0]])}. What follows from it can't be told: {changes.not_told}"]
    if not any((changes.records, changes.pages, changes.new_problems, changes.mended)):
        return ["Nothing in the evidence differs."]
    return [f"{_differ([part for part in parts if not part.startswith('0 ')])}."]


def _differ(parts: Sequence[str]) -> str:
    is_one = len(parts) == 1 and parts[0].startswith("1 ")
    return f"{listing(parts)} {one_or_more(1 if is_one else 2, 'differs', 'differ')}"


def sections(changes: Changes) -> Iterator[Section]:
    """Give the sections that hold something, what a reviewer must see first."""
    found = (
        ("New problems", _problems(changes.new_problems)),
        ("Levels that move", map(_level, changes.levels)),
        ("Sizes", (Item(f"{one.label}, {one.group}: {_was(one.before, one.after)}.") for one in changes.sizes)),
        ("Sets of results", map(_pool, changes.pools)),
        ("Ranks", _ranks(changes.ranks)),
        ("Types of texts", _texts(changes)),
        ("Written answers", map(_answer, changes.answers)),
        ("Records", map(_record, changes.records)),
        ("Problems that are mended", _problems(changes.mended)),
        ("Pages of records", _pages(changes)),
    )
    for title, items in found:
        if whole := tuple(items):
            yield Section(title, whole)


def _problems(problems: Iterable[Problem]) -> Iterator[Item]:
    return (Item(str(problem)) for problem in problems)


def _level(move: LevelMove) -> Item:
    aim = " (a main aim)" if move.is_main else ""
    below = [
        f"Before, {_ruled(move.rules_before)}",
        f"Now, {_ruled(move.rules_after)}",
        *_came_and_went("studies with a result", move.came, move.went),
    ]
    return Item(f"{move.label}, {move.group}{aim}: {_was(move.before, move.after)}.", tuple(below))


def _ruled(fired: Sequence[Fired]) -> str:
    return " Then ".join(f"by {one.rule}: {one.says} Level: {one.level}." for one in fired)


def _pool(move: PoolMove) -> Item:
    moved = move.before != move.after
    says = _was(move.before, move.after) if moved else f"still {move.after}"
    return Item(f"{move.title}: {says}.", tuple(_came_and_went("results", move.came, move.went)))


def _came_and_went(what: str, came: Sequence[str], went: Sequence[str]) -> Iterator[str]:
    if came:
        yield f"Of the {what}, came in: {'; '.join(came)}."
    if went:
        yield f"Of the {what}, went: {'; '.join(went)}."


def _ranks(moves: Sequence[RankMove]) -> Iterator[Item]:
    for place, of_place in groupby(moves, key=lambda one: one.neighbourhood):
        own = list(of_place)
        told = [one for one in own if one.tier_before != one.tier_after or abs(one.after - one.before) > NEARBY]
        lines = [_rank(one) for one in told or own]
        if left := len(own) - len(lines):
            lines.append(f"{count(left, 'other activity', 'other activities')} by one place.")
        yield Item(f"{place}, for what its work was about:", tuple(lines))


def _rank(move: RankMove) -> str:
    was, now = (f"place {place}" if place else "not ranked" for place in (move.before, move.after))
    where = f"{was}, now {now}" if was != now else f"still {now}"
    tier = "" if move.tier_before == move.tier_after else f"; {move.tier_before or 'none'}, now {move.tier_after or 'none'}"
    return f"{move.activity}: {where}{tier}."


def _texts(changes: Changes) -> Iterator[Item]:
    for record, moves in groupby(changes.texts, key=lambda one: one.record):
        yield Item(record, tuple(f"“{one.text}”: {_was(one.before, one.after)}." for one in moves))


def _answer(move: AnswerMove) -> Item:
    state = "its grounds moved; read it again" if move.waits else "written anew"
    return Item(f"evidence/answers/{move.slug}.yml: {state}.")


def _record(one: RecordChange) -> Item:
    return Item(f"evidence/{one.path} ({one.kind}): {one.change}.", tuple(f"{field.says}." for field in one.fields))


def _pages(changes: Changes) -> Iterator[Item]:
    kinds = [(page.page.partition("/")[0], page) for page in changes.pages]
    for kind, of_kind in groupby(kinds, key=lambda one: one[0]):
        own = [page for _, page in of_kind]
        yield Item(
            f"{kind}: {count(len(own), 'page')}",
            tuple(f"{one.page}: {one.title}{'' if one.change == 'changed' else f' ({one.change})'}" for one in own),
        )


def _was(before: str | None, after: str | None) -> str:
    if before is None:
        return f"now {after}, nothing before"
    return f"was {before}, now gone" if after is None else f"was {before}, is now {after}"


def _cut(items: Sequence[Item]) -> Iterator[Item]:
    """Give the first items with their first lines, and in the end how many more there are."""
    for item in items[:MOST]:
        more = len(item.below) - MOST_BELOW
        yield item if more <= 0 else Item(item.text, (*item.below[:MOST_BELOW], _more(more)))
    if len(items) > MOST:
        yield Item(_more(len(items) - MOST))


def _more(left: int) -> str:
    return f"And {left:,} more; --json has all."
