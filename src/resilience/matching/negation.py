"""What a text says that it is not: "not about debt advice", "grants rather than loans", "the club closed".

Only phrases of the phrasebook can be denied. What a text wants rid of is not denied but its aim ("end fuel
poverty", "no idling"), and what people lack is what the activity gives them ("homes without heating").
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from resilience.matching.denying_words import (
    ANY_TOPIC,
    BACKWARD,
    CONTEXT,
    CUES,
    ENDING,
    LOOK_ALIKES,
    NEGATIVE,
    PROBLEMS,
    PURPOSE,
    SERVICES,
    STOPS,
    TURNS,
)
from resilience.matching.normalise import words
from resilience.matching.phrasebook import Phrasebook, Span, spans
from resilience.matching.signs import Reading

REACH = 7
"""How many words from what denies the denied phrase may begin."""
_BORDER = re.compile(r"[.!?;:,()\n\r•|]+(?=\s|$)|\s[-–—]\s")


class Denial(NamedTuple):
    """Words that deny, from `start` up to `end`, and the words of the topic that they deny among them."""

    start: int
    end: int
    topic: tuple[int, int]
    whole: bool
    """Whether it says what the text is not about, so that the words of the topic speak for nothing."""


def denials(text: str, reading: Reading, book: Phrasebook) -> tuple[Denial, ...]:
    """Find what is denied in a text, in the order of its words; most texts deny nothing."""
    if CUES.isdisjoint(reading.words):
        return ()
    topics = [
        *spans(reading.roots, book.terms),
        *(span for span in spans(reading.roots, book.ideas) if span.name not in CONTEXT),
    ]
    found: dict[int, Denial] = {}
    for start, end in _clauses(text, reading, book):
        for one in _in_clause(reading, start, end, topics):
            found.setdefault(one.end, one)
    return tuple(sorted(found.values()))


def without_denied(reading: Reading, denied: tuple[Denial, ...]) -> Reading:
    """Empty the words of what a text says that it is not about."""
    emptied = [one.topic for one in denied if one.whole]
    roots = list(reading.roots)
    for first, end in emptied:
        roots[first:end] = [""] * (end - first)
    return Reading(reading.words, tuple(roots)) if emptied else reading


def _clauses(text: str, reading: Reading, book: Phrasebook) -> Iterator[tuple[int, int]]:
    """Give where the clauses of a text begin and end among its words."""
    counts = [
        sum(len(book.joined.get(word, (word,))) for word in words(part)) for part in _BORDER.split(text)
    ]
    if sum(counts) != len(reading.words):
        counts = [len(reading.words)]
    start = 0
    for count in counts:
        yield start, start + count
        start += count


def _in_clause(reading: Reading, start: int, end: int, topics: list[Span]) -> Iterator[Denial]:
    said = LOOK_ALIKES.sub(
        lambda found: re.sub(r"\w+", "·", found.group()), " ".join(reading.words[start:end])
    )
    inside = [topic for topic in topics if start <= topic.start and topic.end <= end]

    def ends(found: re.Match[str]) -> tuple[int, int]:
        first, last = (start + said.count(" ", 0, letters) for letters in found.span())
        return first - (reading.words[first] == "t"), last + 1

    for found in ANY_TOPIC.finditer(said):
        first, last = ends(found)
        runs = _runs(_reached(reading, last, end, inside))
        if runs:
            yield Denial(first, runs[-1][1], (runs[0][0], runs[-1][1]), True)
    for found in ENDING.finditer(said):
        if not STOPS.match(said, found.end()):
            yield from _next(*ends(found), end, inside, reading)
    purpose = PURPOSE.search(said)
    before_purpose = purpose.start() if purpose else len(said)
    for found in NEGATIVE.finditer(said, 0, before_purpose):
        yield from _next(*ends(found), end, inside, reading)
    for found in BACKWARD.finditer(said, 0, before_purpose):
        yield from _last(*ends(found), inside, reading)


def _next(first: int, last: int, end: int, topics: list[Span], reading: Reading) -> Iterator[Denial]:
    """Give the denial of the topic that comes next, if it is one that anybody wants."""
    runs = _runs(_reached(reading, last, end, topics))
    if runs and _is_wanted(runs[0], last, reading):
        yield Denial(first, runs[0][1], runs[0], False)


def _last(first: int, last: int, topics: list[Span], reading: Reading) -> Iterator[Denial]:
    """Give the denial of the topic that stands before, if it is one that anybody wants."""
    runs = _runs([topic for topic in topics if first - REACH <= topic.start and topic.end <= first])
    if runs and _is_wanted(runs[-1], first - REACH, reading):
        yield Denial(runs[-1][0], last, runs[-1], False)


def _reached(reading: Reading, last: int, end: int, topics: list[Span]) -> list[Span]:
    """Give the topics that words before place `last` deny: up to the end of the clause, or "but"."""
    reach = min(end, last + REACH)
    reach = next((place for place in range(last, reach) if reading.words[place] in TURNS), reach)
    return [topic for topic in topics if last <= topic.start < reach]


def _runs(topics: list[Span]) -> list[tuple[int, int]]:
    """Join topics that overlap or follow at once; give where each such run begins and ends."""
    runs: list[tuple[int, int]] = []
    for topic in sorted(topics):
        if runs and topic.start <= runs[-1][1]:
            runs[-1] = (runs[-1][0], max(runs[-1][1], topic.end))
        else:
            runs.append((topic.start, topic.end))
    return runs


def _is_wanted(run: tuple[int, int], least: int, reading: Reading) -> bool:
    """Say whether a topic is none that people want rid of, or is a service against one.

    A service is told by a word within the topic, or beside it but not before place `least`.
    """
    start, end = run
    around = reading.roots[max(0, least, start - 2) : end + 1]
    return PROBLEMS.isdisjoint(reading.roots[start:end]) or not SERVICES.isdisjoint(around)
