"""How strongly a text speaks for each type: by the weights of its signs, and by coded phrases like it."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp

from resilience.matching.lexicon import NONE, Lexicon
from resilience.matching.negation import Denial, denials, without_denied
from resilience.matching.neighbours import Near
from resilience.matching.phrasebook import spans
from resilience.matching.signs import Reading, Sign, read, signs, strengths
from resilience.matching.slips import MOST_MENDED, names_in

NEIGHBOURS_SAY = 2.0
"""How much likeness to coded phrases weighs beside the signs; found by cross-validation."""

DECOY_SAYS = 7.0
"""How much a decoy speaks for no type at all: most texts that hold one are about something else."""


@dataclass(frozen=True)
class Candidates:
    """What was read in a text, and the strength of every type that is not ruled out; strengths sum to 1."""

    reading: Reading
    as_typed: Reading
    """The reading before words are mended and what is denied is emptied."""
    mended: Mapping[str, str]
    """The words that were read in place of words as typed, by the latter."""
    denied: tuple[Denial, ...]
    """What the text says that it is not."""
    shown: tuple[Sign, ...]
    signs: Mapping[str, float]
    """The signs that were seen in learning, by how much each counts here."""
    near: tuple[Near, ...]
    banned: Mapping[str, str]
    """Types that a phrase rules out, with the phrase."""
    named: str | None
    """The type of which the whole text is a name."""
    strength: Mapping[str, float]

    @property
    def misled(self) -> bool:
        """Whether the text holds a decoy."""
        return "" in self.as_typed.roots


def candidates(text: str, lexicon: Lexicon) -> Candidates:
    """Weigh a text for every type."""
    as_typed = read(text, lexicon.book)
    reading, mended = mend(text, as_typed, lexicon)
    denied = denials(text, reading, lexicon.book)
    return _weighed(reading, as_typed, mended, denied, lexicon)


def unmended(found: Candidates, lexicon: Lexicon) -> Candidates:
    """Weigh a text again as it was typed, each slip a word that nobody knows."""
    return _weighed(found.as_typed, found.as_typed, {}, found.denied, lexicon) if found.mended else found


def _weighed(
    reading: Reading,
    as_typed: Reading,
    mended: Mapping[str, str],
    denied: tuple[Denial, ...],
    lexicon: Lexicon,
) -> Candidates:
    reading = without_denied(reading, denied)
    shown = signs(reading, lexicon.book)
    found = lexicon.rare(strengths(shown))
    near = tuple(lexicon.neighbours.nearest(found))
    banned = _banned(reading, lexicon)
    named = lexicon.names.get(tuple(sorted(cut for cut in reading.roots if cut)))
    return Candidates(
        reading=reading,
        as_typed=as_typed,
        mended=mended,
        denied=denied,
        shown=tuple(shown),
        signs=found,
        near=near,
        banned=banned,
        named=None if named in banned else named,
        strength=_strength(found, near, banned, "" in as_typed.roots, lexicon),
    )


def mend(text: str, reading: Reading, lexicon: Lexicon) -> tuple[Reading, dict[str, str]]:
    """Read words with a typing mistake as the words that they are nearest to; a name is none."""
    speller = lexicon.speller
    unknown = [place for place, cut in enumerate(reading.roots) if cut and cut not in speller.known]
    meant = {place: speller.mend(reading.words[place]) for place in unknown[:MOST_MENDED]}
    if not any(meant.values()):
        return reading, {}
    names = names_in(text)
    roots = list(reading.roots)
    mended: dict[str, str] = {}
    for place, found in meant.items():
        word = reading.words[place]
        if found and word not in names:
            roots[place] = found.root
            mended[word] = found.word
    return Reading(reading.words, tuple(roots)), mended


def _banned(reading: Reading, lexicon: Lexicon) -> dict[str, str]:
    return {
        span.name: " ".join(reading.words[span.start : span.end])
        for span in spans(reading.roots, lexicon.bans)
    }


def _strength(
    found: Mapping[str, float],
    near: tuple[Near, ...],
    banned: Mapping[str, str],
    misled: bool,
    lexicon: Lexicon,
) -> dict[str, float]:
    if not found:
        return {NONE: 1.0}
    sums = list(lexicon.leanings)
    for sign, value in found.items():
        for place, weight in lexicon.weights[sign].speaks_for:
            sums[place] += value * weight
    by_type = dict(zip(lexicon.types, sums, strict=True))
    by_type[NONE] += DECOY_SAYS * misled
    for phrase, likeness in near:
        by_type[phrase.type] += NEIGHBOURS_SAY * likeness
    kept = {slug: total for slug, total in by_type.items() if slug not in banned}
    highest = max(kept.values())
    powers = {slug: exp(total - highest) for slug, total in kept.items()}
    whole = sum(powers.values())
    return {slug: power / whole for slug, power in powers.items()}
