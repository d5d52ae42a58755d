"""What the matcher suggests for the texts of an evidence base: each text is read once."""

from functools import cached_property

from resilience.evidence import EvidenceBase
from resilience.findings.joins import Joins
from resilience.findings.lexicon import lexicon_of
from resilience.findings.queue import Waiting, queue
from resilience.matching import Lexicon, Match, match


class Suggestions:
    """The matcher at work on one evidence base."""

    def __init__(self, base: EvidenceBase, joins: Joins) -> None:
        """Take an evidence base and its joins; the lexicon is compiled on first use."""
        self._base = base
        self._joins = joins
        self._known: dict[str, Match] = {}

    @cached_property
    def lexicon(self) -> Lexicon:
        """What the matcher knows."""
        return lexicon_of(self._base)

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
