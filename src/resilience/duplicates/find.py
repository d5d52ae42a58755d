"""Which records of an export are one work, and which record is already there."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product
from typing import NamedTuple

from resilience.duplicates.blocks import Key, candidates, keys
from resilience.duplicates.entry import Entry
from resilience.duplicates.judge import Verdict, verdict
from resilience.duplicates.likeness import compare
from resilience.duplicates.prepared import Prepared, prepare


class Found(NamedTuple):
    """What stands in an export more than once; records are named by their `id`."""

    groups: list[tuple[str, ...]]
    """Records of one work, each group in the order of its names."""
    maybe: list[tuple[str, str]]
    """Pairs that a person should look at, in no group together."""


def groups(entries: Iterable[Entry]) -> list[tuple[str, ...]]:
    """Group the records that are one work; a record that stands alone is in no group.

    The order of records makes no difference. No group holds two records that are judged to be different.
    """
    return find(entries).groups


def find(entries: Iterable[Entry]) -> Found:
    """Group the records that are one work, and pair those that may be."""
    names: dict[Prepared, list[str]] = defaultdict(list)
    for entry in entries:
        names[prepare(entry)].append(entry.id)
    records = sorted(names, key=lambda record: min(names[record]))
    verdicts = _Verdicts(records)
    pairs = candidates(records)
    same = [pair for pair in pairs if verdicts.of(*pair) == "same"]
    clusters = _joined(same, verdicts)
    alone = [(place,) for place in range(len(records)) if place not in clusters]
    # Records whose fields are all the same are one work only where the fields say enough.
    found = [
        tuple(sorted(name for place in places for name in names[records[place]]))
        for places in [*{id(group): tuple(group) for group in clusters.values()}.values(), *alone]
        if len(places) > 1
        or (
            len(names[records[places[0]]]) > 1
            and verdict(records[places[0]], records[places[0]]).outcome == "same"
        )
    ]
    maybe = [
        (min(names[records[one]]), min(names[records[other]]))
        for one, other in pairs
        if verdicts.of(one, other) == "maybe" and clusters.get(one, one) is not clusters.get(other, other)
    ]
    return Found(sorted(found), sorted((min(pair), max(pair)) for pair in maybe))


class _Verdicts:
    """What was decided of pairs of records, each judged once."""

    def __init__(self, records: Sequence[Prepared]) -> None:
        self.records = records
        self._known: dict[tuple[int, int], str] = {}

    def of(self, one: int, other: int) -> str:
        pair = (one, other) if one < other else (other, one)
        if pair not in self._known:
            self._known[pair] = verdict(self.records[one], self.records[other]).outcome
        return self._known[pair]

    def strength(self, pair: tuple[int, int]) -> tuple[float, ...]:
        """Say how alike two records are, so that the most alike are joined first."""
        like = compare(self.records[pair[0]], self.records[pair[1]])
        return (like.doi, like.pages + like.volume + like.year, like.title, like.authors)


def _joined(same: Sequence[tuple[int, int]], verdicts: _Verdicts) -> dict[int, list[int]]:
    """Join pairs to groups, the most alike first, unless that would join two records that differ."""
    groups: dict[int, list[int]] = {}
    for one, other in sorted(same, key=lambda pair: (*(-part for part in verdicts.strength(pair)), pair)):
        first, second = groups.setdefault(one, [one]), groups.setdefault(other, [other])
        if first is second or any(verdicts.of(*pair) == "different" for pair in product(first, second)):
            continue
        first.extend(second)
        for place in second:
            groups[place] = first
    return {place: group for place, group in groups.items() if len(group) > 1}


class Index:
    """Records that are there already, found by what a new one says."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries: list[tuple[Entry, Prepared]] = []
        self._places: dict[Key, list[int]] = defaultdict(list)
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """Take in a record."""
        record = prepare(entry)
        for key in keys(record):
            self._places[key].append(len(self._entries))
        self._entries.append((entry, record))

    def like(self, record: Prepared) -> list[tuple[Entry, Prepared]]:
        """Give the records that are worth comparing."""
        places = {place for key in keys(record) for place in self._places.get(key, ())}
        return [self._entries[place] for place in sorted(places)]


class Nearest(NamedTuple):
    """The record that is most likely the same work."""

    entry: Entry
    verdict: Verdict


def nearest(entry: Entry, index: Index) -> Nearest | None:
    """Find the record that is the same work, else one that may be; None where there is neither."""
    record = prepare(entry)
    best: tuple[tuple[bool, float], Nearest] | None = None
    for other, prepared in index.like(record):
        decided = verdict(record, prepared)
        if decided.outcome == "different":
            continue
        rank = (decided.outcome == "same", compare(record, prepared).title)
        if best is None or rank > best[0]:
            best = (rank, Nearest(other, decided))
    return best[1] if best else None
