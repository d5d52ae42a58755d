"""Cross-validation by record: what the matcher says of a text when it has seen no text of that record."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from resilience.evidence import EvidenceBase
from resilience.evidence.learnt import Answer, LearntScale
from resilience.findings.lessons import EXAMPLES, TAXONOMY, Lesson
from resilience.findings.lexicon import UNSCALED, assemble
from resilience.learning.train import train
from resilience.matching import Lexicon, Match, match, rescaled
from resilience.matching.lexicon import Scale

PARTS = 5


class Unseen(NamedTuple):
    """A text of known type, and what the matcher made of it unseen."""

    lesson: Lesson
    match: Match


def unseen(base: EvidenceBase, taught: Sequence[Lesson]) -> list[Unseen]:
    """Match each text with a lexicon that was learnt without its record, or without itself for an example.

    The records fall into five parts by a digest of their name, so that a new record moves no other.
    """
    return [one for part in range(PARTS) for one in _one_part(base, taught, part)]


def _one_part(base: EvidenceBase, taught: Sequence[Lesson], part: int) -> Iterator[Unseen]:
    rest = [lesson for lesson in taught if lesson.source == TAXONOMY or part_of(lesson) != part]
    known = sorted({lesson for lesson in rest if lesson.source != TAXONOMY})
    lexicon = Lexicon.from_plain(assemble(base, train(base, rest), UNSCALED, known))
    for lesson in taught:
        if lesson.source != TAXONOMY and part_of(lesson) == part:
            yield Unseen(lesson, match(lesson.text, lexicon))


def part_of(lesson: Lesson) -> int:
    """Give the part that a text falls into."""
    name = lesson.text if lesson.source == EXAMPLES else lesson.source
    return int(sha256(name.encode()).hexdigest(), 16) % PARTS


def answers(found: Sequence[Unseen], scale: LearntScale) -> list[Answer]:
    """Give what was said of the texts of records, with scores on the scale, in the order of the records."""
    rows = [_answer(one, scale) for one in found if one.lesson.source != EXAMPLES]
    return sorted(rows, key=lambda row: (row.source, row.text, row.coded))


def _answer(one: Unseen, scale: LearntScale) -> Answer:
    scaled = rescaled(one.match, Scale(scale.points, scale.auto))
    first, second, third = (*scaled.alternatives, "", "", "")[:3]
    return Answer(
        source=one.lesson.source,
        text=one.lesson.text,
        coded=one.lesson.type,
        type=scaled.type,
        score=scaled.score,
        decision=scaled.decision.value,
        first=first,
        second=second,
        third=third,
    )
