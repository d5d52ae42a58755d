"""Text to activity type: standard library and rapidfuzz only, for this runs in the reader's browser too.

`match(text, lexicon)` reads a text in stages, one module each: `normalise` (words), `signs` (what in the
words could tell a type), `candidates` (how strongly they tell each type), `decide` (score and decision) and
`explain` (why).
"""

from resilience.matching.decide import Decision, Match, Ranked, match, rescaled
from resilience.matching.lexicon import Lexicon

__all__ = ["Decision", "Lexicon", "Match", "Ranked", "match", "rescaled"]
