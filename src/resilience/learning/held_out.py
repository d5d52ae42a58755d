"""Cross-validation by record: what the matcher says of a text when it has seen no text of that record."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple

from resilience.evidence import EvidenceBase
from resilience.evidence.learnt import Answer, LearntScale
from resilience.findings.lessons import PHRASES, Lesson, is_record
from resilience.findings.lexicon import UNSCALED, assemble
from resilience.learning.scale import learn_scale
from resilience.learning.train import Trainer
from resilience.matching import Lexicon, Match, match, rescaled
from resilience.matching.lexicon import Scale

PARTS = 5
"""Parts into which the records fall to be held out in turn."""
INNER_PARTS = 3
"""Parts of what is left, for the scale of the part that is held out."""


class Unseen(NamedTuple):
    """A text of known type, and what the matcher made of it unseen."""

    lesson: Lesson
    match: Match


class HeldOut:
    """Texts of known type, and the matcher's word on each as if it had never seen its record."""

    def __init__(self, base: EvidenceBase, taught: Sequence[Lesson]) -> None:
        """Read all texts."""
        self._base = base
        self._taught = taught
        self._trainer = Trainer(base, taught)

    def lexicon(self, taught: Sequence[Lesson]) -> Lexicon:
        """Learn from some of the texts alone; scores are not yet on a scale."""
        weights = self._trainer.train(taught)
        return Lexicon.from_plain(assemble(self._base, weights, UNSCALED, taught))

    def unseen(
        self,
        asked: Callable[[Lesson], bool] = is_record,
        taught: Sequence[Lesson] | None = None,
        parts: int = PARTS,
    ) -> list[Unseen]:
        """Match each text that is `asked` with a lexicon that was learnt without its record.

        The records fall into parts by a digest of their name, so that a new record moves no other; a phrase
        that was written for it is a record of its own.
        """
        whole = self._taught if taught is None else taught
        return [one for part in range(parts) for one in self._part(asked, whole, part, parts)]

    def _part(
        self, asked: Callable[[Lesson], bool], taught: Sequence[Lesson], part: int, parts: int
    ) -> Iterator[Unseen]:
        out = [lesson for lesson in taught if asked(lesson) and part_of(lesson, parts) == part]
        if out:
            names = {name_of(lesson) for lesson in out}
            lexicon = self.lexicon([lesson for lesson in taught if name_of(lesson) not in names])
            yield from (Unseen(lesson, match(lesson.text, lexicon)) for lesson in out)

    def scale(self, found: Sequence[Unseen]) -> LearntScale:
        """Learn the scale from the texts in `found`, and from phrases of which a second type was asked."""
        return learn_scale(found, self._two_types)

    @cached_property
    def _two_types(self) -> list[Unseen]:
        batches = {lesson.source for lesson in self._taught if lesson.also}
        return self.unseen(lambda lesson: lesson.source in batches, parts=INNER_PARTS)

    def answers(self, found: Sequence[Unseen]) -> list[Answer]:
        """Give what was said of the texts in `found`, in the order of the records.

        The score of a text and the bound of `auto` come from texts of the other parts alone, each matched by
        a lexicon that had seen neither it nor the part: Varma & Simon (2006), Bias in error estimation when
        using cross-validation for model selection, BMC Bioinformatics 7:91. Only the scores of further types
        come from lexicons that had seen all records, for phrases alone tell them.
        """
        rows = []
        for part in range(PARTS):
            here = [one for one in found if part_of(one.lesson) == part]
            if here:
                names = {name_of(one.lesson) for one in here}
                rest = [lesson for lesson in self._taught if name_of(lesson) not in names]
                scale = self.scale(self.unseen(taught=rest, parts=INNER_PARTS))
                rows += [answer(one, scale) for one in here]
        return sorted(rows, key=lambda row: (row.source, row.text, row.coded))


def part_of(lesson: Lesson, parts: int = PARTS) -> int:
    """Give the part that a text falls into."""
    digest = int(sha256(name_of(lesson).encode()).hexdigest(), 16)
    # Other digits for other numbers of parts, so that inner parts cut across the outer ones.
    return (digest if parts == PARTS else digest >> 64) % parts


def name_of(lesson: Lesson) -> str:
    """Name what is held out together: a record, or a phrase by itself."""
    return lesson.text if lesson.source.startswith(PHRASES) else lesson.source


def answer(one: Unseen, scale: LearntScale) -> Answer:
    """Put what was said of a text on a scale."""
    scaled = rescaled(one.match, Scale(scale.points, scale.auto, scale.named))
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
        types=";".join(named.type for named in scaled.types),
    )
