"""What changed, told in sections: as plain text, and as Markdown in which no text of a record is markup."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from textwrap import wrap
from typing import NamedTuple

from resilience.changes.compare import AnswerMove, Changes, LevelMove, PageMove, PoolMove, RankMove, SizeMove
from resilience.changes.records import CHANGED, RecordChange
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
    lines = _wrapped(said)
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
    return _wrapped(text, mark, " " * len(mark))


def _wrapped(text: str, first: str = "", then: str = "") -> list[str]:
    # A name stays whole, however long, so that it can be pasted.
    return wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=then,
        break_on_hyphens=False,
        break_long_words=False,
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
        ("Levels by the other tables of rules, which ranks draw on too", _by_other_tables(changes)),
        ("Sizes", map(_size, changes.sizes)),
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


def _by_other_tables(changes: Changes) -> Iterator[Item]:
    for one in changes.by_other_tables:
        yield Item(f"{one.label}, {one.group}, by {one.table.lower()}: {_was(one.before, one.after)}.")


def _size(move: SizeMove) -> Item:
    return Item(f"{move.label}, {move.group}: {_was(move.before, move.after)}.")


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
        told = [one for one in own if _is_told(one)]
        lines = [_rank(one) for one in told or own]
        if left := len(own) - len(lines):
            lines.append(f"{count(left, 'other activity', 'other activities')} by one place.")
        yield Item(f"{place}, for what its work was about:", tuple(lines))


def _is_told(move: RankMove) -> bool:
    return move.tier_before != move.tier_after or abs(move.after - move.before) > NEARBY


def _rank(move: RankMove) -> str:
    was, now = (f"place {place}" if place else "not ranked" for place in (move.before, move.after))
    where = f"{was}, now {now}" if was != now else f"still {now}"
    tiers = [tier or "in no tier" for tier in (move.tier_before, move.tier_after)]
    tier = "" if tiers[0] == tiers[1] else f"; {tiers[0]}, now {tiers[1]}"
    return f"{move.activity}: {where}{tier}."


def _texts(changes: Changes) -> Iterator[Item]:
    for record, moves in groupby(changes.texts, key=lambda one: one.record):
        yield Item(record, tuple(f"“{one.text}”: {_was(one.before, one.after)}." for one in moves))


def _answer(move: AnswerMove) -> Item:
    state = "its grounds moved; read it again" if move.waits else "written anew"
    return Item(f"evidence/answers/{move.slug}.yml: {state}.")


def _record(one: RecordChange) -> Item:
    said = tuple(f"{field.says}." for field in one.fields)
    return Item(f"evidence/{one.path} ({one.kind}): {one.change}.", said)


def _pages(changes: Changes) -> Iterator[Item]:
    for kind, pages in groupby(changes.pages, key=lambda one: one.page.partition("/")[0]):
        said = tuple(map(_page, pages))
        yield Item(f"{kind}: {count(len(said), 'page')}", said)


def _page(one: PageMove) -> str:
    return f"{one.page}: {one.title}" + ("" if one.change == CHANGED else f" ({one.change})")


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
