"""From the strength of each type to a ranking, a score that means something, and a decision."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from resilience.matching.candidates import Candidates, candidates, without_mended
from resilience.matching.explain import likest, reasons
from resilience.matching.lexicon import NONE, Lexicon, Scale
from resilience.matching.neighbours import CodedPhrase

ALWAYS_NAMED = 3
WORTH_NAMING = 0.005
"""The strength from which a type is in the ranking, beside the first three."""
MOST_TYPES = 3
NAMED_TOO = 50.0
"""The score from which a type beside the first is one that the text names."""
BY_NAME = 99.0
"""The score of a text that is the very name of a type."""


class Decision(StrEnum):
    """What to do with a match."""

    AUTO = "auto"
    """The first type can stand without a look."""
    REVIEW = "review"
    """A person should look."""
    NONE = "none"
    """No type fits."""


class Ranked(NamedTuple):
    """A type and its score: of texts with a score of 90, nine in ten are of that type."""

    type: str
    score: float


@dataclass(frozen=True)
class Match:
    """What the matcher makes of one text."""

    text: str
    ranked: tuple[Ranked, ...]
    """Types from the likeliest on; `none` is not among them."""
    type: str
    """The slug of the likeliest type, or `none`."""
    score: float
    """How often, in a hundred, an answer like this is right."""
    decision: Decision
    types: tuple[Ranked, ...]
    """Up to three types that the text names, `type` first, each with its own score; none for `none`."""
    candidates: Candidates
    lexicon: Lexicon

    @property
    def in_order(self) -> tuple[Ranked, ...]:
        """The types that the text names, then all others, likeliest first; no type stands twice."""
        named = {one.type for one in self.types}
        return (*self.types, *(one for one in self.ranked if one.type not in named))

    @property
    def runner_up(self) -> str:
        """The next type, or nothing where there is none."""
        others = [one.type for one in self.ranked if one.type != self.type]
        return others[0] if others else ""

    @property
    def margin(self) -> float:
        """How many points of score the type is ahead of the next."""
        others = [one.score for one in self.ranked if one.type != self.type]
        return self.score - others[0] if others else self.score

    @property
    def alternatives(self) -> tuple[str, ...]:
        """The first three types."""
        return tuple(one.type for one in self.ranked[:3])

    @cached_property
    def why(self) -> tuple[str, ...]:
        """Sentences that say why."""
        return self.reasons_for(self.type)

    def reasons_for(self, slug: str) -> tuple[str, ...]:
        """Say in sentences what speaks for a type, or for `none`; the text is not weighed again."""
        return reasons(self.candidates, self.lexicon, slug)

    def likest(self, slug: str) -> CodedPhrase | None:
        """Give the coded phrase of a type that the text is most like, if it is like one."""
        return likest(self.candidates, slug)


def match(text: str, lexicon: Lexicon) -> Match:
    """Find the activity type of a text."""
    return _decided(text, candidates(text, lexicon), lexicon, lexicon.scale)


def rescaled(found: Match, scale: Scale) -> Match:
    """Give the same match with its scores and decision on another scale."""
    return _decided(found.text, found.candidates, found.lexicon, scale)


def _decided(text: str, found: Candidates, lexicon: Lexicon, scale: Scale) -> Match:
    strength = found.strength
    in_order = _in_order(found)
    first = in_order[0]
    of_types = [slug for slug in in_order if slug != NONE]
    ranked = tuple(
        [
            Ranked(slug, BY_NAME if slug == found.named else score_of(strength[slug], scale.points))
            for place, slug in enumerate(of_types)
            if place < ALWAYS_NAMED or strength[slug] >= WORTH_NAMING
        ]
    )
    score = score_of(strength[NONE], scale.points) if first == NONE else ranked[0].score
    types = () if first == NONE else _types(ranked[0], of_types[1:MOST_TYPES], found, scale)
    return Match(text, ranked, first, score, _decision(first, found, lexicon, scale), types, found, lexicon)


def _in_order(found: Candidates) -> list[str]:
    """Give the types from the likeliest on, equal ones by slug; one that the whole text names comes first."""
    slugs = sorted(sorted(found.lean), key=found.lean.__getitem__, reverse=True)
    if found.named:
        slugs.remove(found.named)
        slugs.insert(0, found.named)
    return slugs


def _types(first: Ranked, next_best: Sequence[str], found: Candidates, scale: Scale) -> tuple[Ranked, ...]:
    """Give the first type, and those of the next best that the text more likely names than not.

    The score of each is how often such a type is named at all, so that of the first is no less than its score
    as the first.
    """
    others = [Ranked(slug, score_of(found.lean[slug], scale.named)) for slug in next_best]
    at_all = max(first.score, score_of(found.lean[first.type], scale.named))
    return (Ranked(first.type, at_all), *[one for one in others if one.score >= NAMED_TOO])


def score_of(at: float, line: Sequence[tuple[float, float]]) -> float:
    """Read a score off a line, straight between its points and level beyond them."""
    place = bisect_right(line, (at, float("inf")))
    if place == 0:
        return line[0][1]
    if place == len(line):
        return line[-1][1]
    (left, low), (right, high) = line[place - 1 : place + 1]
    return low + (high - low) * (at - left) / (right - left)


def _decision(first: str, found: Candidates, lexicon: Lexicon, scale: Scale) -> Decision:
    if first == NONE:
        return Decision.NONE
    if found.denied or not _is_sure(first, found, scale):
        return Decision.REVIEW
    return Decision.AUTO if _is_sure(first, without_mended(found, lexicon), scale) else Decision.REVIEW


def _is_sure(first: str, found: Candidates, scale: Scale) -> bool:
    return first == found.named or (found.strength.get(first, 0.0) >= scale.auto and not found.misled)
