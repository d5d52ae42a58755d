"""The written answer of each activity beside what the records say now, and what has moved since then.

The sentence is read first, as only a person or a model can put so much into one; the computed line stands
beside it, so that neither drifts unseen.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from resilience.evidence import EvidenceBase
from resilience.findings.headline import Headline
from resilience.findings.ratings import RatedCell, Ratings
from resilience.rating.weigh import reports_of
from resilience.records.answer import COUNCILS, Aim, Grounds, Writing, WrittenAnswer
from resilience.records.vocabulary import Level, Tier

SizeOf = Callable[[RatedCell], Headline]


class Counted(NamedTuple):
    """How many studies on record have a result on an aim."""

    studies: int
    """All of them, reviews among them."""
    reviews: int
    trials: int
    in_uk: int


class Move(NamedTuple):
    """Something that is no longer as it was when a sentence was written."""

    outcome: str
    """The slug of the group of outcomes."""
    says: str
    """What moved, as a clause that names the group and has no keys in it, for readers."""
    keys: tuple[str, ...] = ()
    """The studies that came in or went."""


@dataclass(frozen=True)
class AimNow:
    """The sentence for an aim, and the computed line that stands beside it."""

    outcome: str
    """The slug of the group of outcomes."""
    says: str
    studies: tuple[str, ...]
    """Keys of the studies that the sentence rests on."""
    level: Level
    """As computed now, like all that follows."""
    label: str
    """The label of the level."""
    size: str | None
    """The size that leads, in words with its measure; None where there is none."""
    counted: Counted
    moves: tuple[Move, ...] = ()

    @property
    def moved(self) -> tuple[str, ...]:
        """Say what has moved since the sentence was written."""
        return tuple(move.says for move in self.moves)


@dataclass(frozen=True)
class AnswerNow:
    """The written answer of an activity type, with what the records say now."""

    slug: str
    """The slug of the activity type."""
    says: str
    studies: tuple[str, ...]
    """Keys of the studies that the sentence rests on."""
    aims: tuple[AimNow, ...]
    """In the order of the file, which is that of the main aims."""
    written: Writing
    """When and by whom, and whether a person has checked it."""
    beside: tuple[Move, ...] = ()
    """What moved of other outcomes that the sentence speaks of."""

    @property
    def moves(self) -> tuple[Move, ...]:
        """Give all that has moved, of the aims first."""
        return (*(move for aim in self.aims for move in aim.moves), *self.beside)

    @property
    def moved(self) -> tuple[str, ...]:
        """Say what has moved since the answer was written; nothing where it still stands."""
        return tuple(move.says for move in self.moves)


class Answers(Mapping[str, AnswerNow]):
    """The answers that are written, by activity type; each is compared when it is first asked for."""

    def __init__(
        self,
        base: EvidenceBase,
        ratings: Ratings,
        size_of: SizeOf,
        council_types: Callable[[], Mapping[str, frozenset[str]]],
    ) -> None:
        """Take an evidence base and what follows from it; `council_types` is asked for only where counted."""
        self._base = base
        self._ratings = ratings
        self._size_of = size_of
        self._council_types = council_types
        self._known: dict[str, AnswerNow] = {}

    def __getitem__(self, slug: str) -> AnswerNow:
        if slug not in self._known:
            self._known[slug] = self._now(self._base.answers[slug])
        return self._known[slug]

    def __iter__(self) -> Iterator[str]:
        """Give the types with an answer, in the order of the code frame."""
        return (slug for slug in self._base.types if slug in self._base.answers)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def grounds(self, slug: str, outcome: str) -> Grounds:
        """Give the grounds of a sentence on an activity and a group of outcomes, as they are now.

        Raises KeyError where there is no such type or group.
        """
        cell = self._ratings.of(slug).cells[outcome]
        return Grounds(level=cell.level, size=size_told(self._size_of(cell)), counted=_counted(cell))

    def _now(self, answer: WrittenAnswer) -> AnswerNow:
        beside = (self._moves(answer.slug, one.outcome, one.grounds) for one in answer.activity.beside)
        return AnswerNow(
            slug=answer.slug,
            says=self._filled(answer.slug, answer.activity.says),
            studies=answer.activity.studies,
            aims=tuple(self._aim(answer.slug, aim) for aim in answer.aims),
            written=answer.written,
            beside=tuple(move for moves in beside for move in moves),
        )

    def _aim(self, slug: str, aim: Aim) -> AimNow:
        now = self.grounds(slug, aim.outcome)
        cell = self._ratings.of(slug).cells[aim.outcome]
        return AimNow(
            outcome=aim.outcome,
            says=self._filled(slug, aim.says),
            studies=aim.studies,
            level=now.level,
            label=self._base.rating.of_level[now.level].label,
            size=now.size,
            counted=self._numbers(cell, now.counted),
            moves=self._moves(slug, aim.outcome, aim.grounds),
        )

    def _numbers(self, cell: RatedCell, counted: tuple[str, ...]) -> Counted:
        def of_tier(tier: Tier) -> int:
            return len(set(reports_of([vote for vote in cell.votes if vote.tier is tier])))

        in_uk = sum(self._base.studies[key].in_uk for key in counted)
        return Counted(len(counted), of_tier(Tier.REVIEW), of_tier(Tier.TRIAL), in_uk)

    def _moves(self, slug: str, outcome: str, then: Grounds) -> tuple[Move, ...]:
        now, label = self.grounds(slug, outcome), self._base.outcome_groups[outcome].label
        levels = {level: one.label for level, one in self._base.rating.of_level.items()}
        return tuple(moves(outcome, label, then, now, levels))

    def _filled(self, slug: str, says: str) -> str:
        """Put in the number of councils where a sentence asks for it."""
        if COUNCILS not in says:
            return says
        holders = [council for council, types in self._council_types().items() if slug in types]
        singly = "UK council" if len(holders) == 1 else "UK councils"
        groups = any(self._base.councils[council].group for council in holders)
        among = " or groups of councils" if groups else ""
        return says.replace(COUNCILS, f"{len(holders)} {singly}{among}")


def size_told(size: Headline) -> str | None:
    """Give the size, or what is told in its place, after its measure; None where neither is told."""
    words = size.size or size.instead
    return f"{size.measure[:1].upper()}{size.measure[1:]}: {words}" if words else None


def moves(
    outcome: str, label: str, then: Grounds, now: Grounds, levels: Mapping[Level, str]
) -> Iterator[Move]:
    """Compare the grounds of a sentence at two times, in words; `levels` are the labels of the levels."""
    if then.level is not now.level:
        yield Move(outcome, f"{label}: the level was “{levels[then.level]}”, is now “{levels[now.level]}”")
    if then.size != now.size:
        was, is_now = (f"“{size}”" if size else "not told" for size in (then.size, now.size))
        yield Move(outcome, f"{label}: the size was {was}, is now {is_now}")
    came = sorted(set(now.counted) - set(then.counted))
    went = sorted(set(then.counted) - set(now.counted))
    if came or went:
        parts = [f"{len(came)} came in"] if came else []
        parts += [f"{len(went)} went"] if went else []
        yield Move(outcome, f"{label}: of the studies with a result, {' and '.join(parts)}", (*came, *went))


def _counted(cell: RatedCell) -> tuple[str, ...]:
    return tuple(sorted(set(reports_of(cell.votes))))
