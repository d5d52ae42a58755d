"""The texts that wait for a person: what the matcher suggests for what nobody has coded or decided."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from resilience.evidence import EvidenceBase
from resilience.findings.joins import Joins
from resilience.matching import Decision, Match, Ranked
from resilience.records.coding import CodedText
from resilience.records.decision import RecordKind
from resilience.records.vocabulary import MatchStatus

ORDER = (Decision.AUTO, Decision.REVIEW, Decision.NONE)


class Waiting(NamedTuple):
    """A text that waits, the record that it stands in, and what the matcher makes of it."""

    of: RecordKind
    slug: str
    text: str
    match: Match

    @property
    def suggestion(self) -> Ranked:
        """The likeliest type, even where the matcher holds that none fits."""
        return self.match.ranked[0]


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
    for place in base.neighbourhoods.values():
        for activity in place.activities:
            yield "neighbourhood", place.slug, activity


def _place(one: Waiting) -> tuple[int, float, str, str]:
    return ORDER.index(one.match.decision), -one.suggestion.score, one.slug, one.text
