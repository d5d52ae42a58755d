"""What the matcher suggests for the texts of an evidence base: each text is read once."""

from functools import cached_property

from resilience.evidence import EvidenceBase
from resilience.matching import Lexicon, Match, match

from .lexicon import lexicon_of
from .queue import Waiting, queue


class Suggestions:
    """The matcher at work on one evidence base."""

    def __init__(self, base: EvidenceBase) -> None:
        """Take an evidence base; its lexicon is compiled on first use."""
        self._base = base
        self._known: dict[str, Match] = {}

    @cached_property
    def _lexicon(self) -> Lexicon:
        return lexicon_of(self._base)

    def of(self, text: str) -> Match:
        """Give what the matcher makes of a text."""
        if text not in self._known:
            self._known[text] = match(text, self._lexicon)
        return self._known[text]

    @cached_property
    def by_type(self) -> dict[str, list[Waiting]]:
        """Texts that nobody has coded or decided, under the type that the matcher suggests, surest first."""
        found: dict[str, list[Waiting]] = {}
        for waiting in queue(self._base, self.of):
            found.setdefault(waiting.match.type, []).append(waiting)
        return found
