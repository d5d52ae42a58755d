"""Which records are worth comparing: those that share what two records of one work hardly ever differ in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import numpy as np
from rapidfuzz import fuzz, process

from resilience.duplicates.prepared import Prepared

LARGEST = 150
"""Records in a block; a larger one is split by year and first author."""
LETTERS = 24
"""Letters at either end of a title that are enough to find it."""
LEAST_ALIKE = 55.0
"""Likeness of titles below which records are compared only where they stand on the same page."""
EDITORIALS = ("editorial", "guest editorial")
PLACE, TEXT = "place", "text"

Key = tuple[str | int, ...]


def keys(record: Prepared) -> Iterator[Key]:
    """Give what the record is found by; the first part says of what kind a key is."""
    if record.doi:
        yield PLACE, "doi", record.doi
    page, year, volume, first = record.pages.first, record.year, record.volume, record.first
    if page and volume and year:
        yield PLACE, "year", year, volume, page
    if page and first:
        yield PLACE, "author", first, page
    if first and year:
        yield TEXT, "author", first, year
    if record.title.startswith(EDITORIALS):
        yield PLACE, "editorial", first, year, volume
    title = record.key
    if title:
        yield TEXT, "begin", title[:LETTERS]
        yield TEXT, "end", title[-LETTERS:]
    if record.second:
        second = record.second.replace(" ", "")
        yield TEXT, "begin", second[:LETTERS]
        yield TEXT, "end", second[-LETTERS:]
    if volume and year:
        longest = sorted(record.title.split(), key=lambda word: (-len(word), word))
        yield TEXT, "words", volume, year, *longest[:1]


def candidates(records: Sequence[Prepared]) -> list[tuple[int, int]]:
    """Give the pairs of records, by their places, that may be one work."""
    blocks: dict[Key, list[int]] = defaultdict(list)
    for place, record in enumerate(records):
        for key in keys(record):
            blocks[key].append(place)
    sure: set[tuple[int, int]] = set()
    likely: set[tuple[int, int]] = set()
    for key, block in blocks.items():
        if len(block) > 1:
            (sure if key[0] == PLACE else likely).update(_pairs(block, records))
    return sorted(sure | set(_alike(sorted(likely - sure), records)))


def _pairs(block: Sequence[int], records: Sequence[Prepared]) -> Iterable[tuple[int, int]]:
    if len(block) <= LARGEST:
        yield from combinations(block, 2)
        return
    smaller: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    for place in block:
        record = records[place]
        smaller[record.year, record.first, record.volume].append(place)
    for part in smaller.values():
        yield from combinations(part, 2)


def _alike(pairs: Sequence[tuple[int, int]], records: Sequence[Prepared]) -> Iterator[tuple[int, int]]:
    """Leave out pairs whose titles have little in common, all in one go."""
    if not pairs:
        return
    ones = [records[one].key for one, _ in pairs]
    others = [records[other].key for _, other in pairs]
    scores = process.cpdist(ones, others, scorer=fuzz.ratio, score_cutoff=LEAST_ALIKE, dtype=np.float32)
    for pair, score in zip(pairs, scores.tolist(), strict=True):
        one, other = records[pair[0]], records[pair[1]]
        if score or one.second or other.second or _begins(one.key, other.key):
            yield pair


def _begins(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) > 10 and (long.startswith(short) or long.endswith(short))
