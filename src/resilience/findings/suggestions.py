"""What the matcher suggests for the texts of an evidence base, and those that wait for a person."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from resilience.evidence import EvidenceBase
from resilience.findings.joins import Joins
from resilience.findings.lexicon import makings_of, plain_lexicon
from resilience.matching import Decision, Lexicon, Match, Ranked, match
from resilience.matching.lexicon import NONE
from resilience.records.coding import CodedText, RecordKind
from resilience.records.vocabulary import MatchStatus

T = TypeVar("T")
ORDER = (Decision.AUTO, Decision.REVIEW, Decision.NONE)


class Waiting(NamedTuple):
    """A text that waits, the record that it stands in, and what the matcher makes of it."""

    of: RecordKind
    slug: str
    text: str
    match: Match

    @property
    def suggestion(self) -> Ranked:
        """The likeliest type, even where none fits; `none` where no word leads to a type."""
        found = self.match
        return found.ranked[0] if found.ranked else Ranked(NONE, found.score)


def queue(base: EvidenceBase, joins: Joins, suggest: Callable[[str], Match]) -> list[Waiting]:
    """Give the texts that wait, best first: what can stand, what needs a look, what fits nothing.

    `suggest` gives the match of a text. Within each decision the surest suggestion comes first.
    """
    # The same words twice in one record are one text: a decision stands for both.
    waiting = dict.fromkeys(_waiting(base, joins))
    return sorted((Waiting(of, slug, text, suggest(text)) for of, slug, text in waiting), key=_place)


def _waiting(base: EvidenceBase, joins: Joins) -> Iterator[tuple[RecordKind, str, str]]:
    for of, slug, text in _texts(base):
        if joins.typed_of(slug, text).status is MatchStatus.UNCODED:
            yield of, slug, text.text


def _texts(base: EvidenceBase) -> Iterator[tuple[RecordKind, str, CodedText]]:
    for policy in base.policies.values():
        for action in policy.actions:
            yield "policy", policy.slug, action
    for place in base.all_neighbourhoods.values():
        for activity in place.activities:
            yield "neighbourhood", place.slug, activity


def _place(one: Waiting) -> tuple[int, float, str, str]:
    return ORDER.index(one.match.decision), -one.suggestion.score, one.slug, one.text


class Suggestions:
    """The matcher at work on one evidence base."""

    def __init__(self, base: EvidenceBase, joins: Joins) -> None:
        """Take an evidence base and its joins; the lexicon is compiled on first use."""
        self._base = base
        self._joins = joins

    @cached_property
    def plain_lexicon(self) -> dict[str, Any]:
        """What the matcher knows, in a form that JSON can hold."""
        return plain_lexicon(self._base)

    @cached_property
    def lexicon(self) -> Lexicon:
        """What the matcher knows."""
        return self._shared("lexicon", lambda: Lexicon.from_plain(self.plain_lexicon))

    @cached_property
    def _known(self) -> dict[str, Match]:
        return self._shared("matches", dict)

    def _shared(self, what: str, make: Callable[[], T]) -> T:
        shared = self._base.shared
        return shared.once((what, makings_of(self._base)), make) if shared.keeps else make()

    def of(self, text: str) -> Match:
        """Give what the matcher makes of a text."""
        if text not in self._known:
            self._known[text] = match(text, self.lexicon)
        return self._known[text]

    @cached_property
    def queue(self) -> list[Waiting]:
        """The texts that nobody has coded or decided, best first."""
        return queue(self._base, self._joins, self.of)

    @cached_property
    def by_type(self) -> dict[str, list[Waiting]]:
        """Texts that nobody has coded or decided, under the type that the matcher suggests, surest first."""
        found: dict[str, list[Waiting]] = {}
        for waiting in self.queue:
            found.setdefault(waiting.match.type, []).append(waiting)
        return found
