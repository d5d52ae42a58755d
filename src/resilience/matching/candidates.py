"""How strongly a text speaks for each type: by the weights of its signs, and by coded phrases like it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, fsum

from resilience.matching.lexicon import NONE, Lexicon
from resilience.matching.negation import Denial, denials, without_denied
from resilience.matching.neighbours import Near
from resilience.matching.phrasebook import spans
from resilience.matching.signs import Reading, read, spoken
from resilience.matching.slips import MOST_MENDED, names_in

SHARPNESS = 4.0
"""How fast strength grows with lean; it orders nothing, and the scale is learnt on top of it."""

NEIGHBOURS_SAY = 2.0
"""How much likeness to texts of known type weighs beside the signs; found by cross-validation."""

NEAREST_OF_TYPE = 3
"""How many of the texts of one type that are nearest have a say."""

DECOY_SAYS = 0.5
"""How much a decoy speaks for no type at all: half of the texts that hold one are about something else."""


@dataclass(frozen=True)
class Candidates:
    """What was read in a text, and the strength of every type that is not ruled out; strengths sum to 1."""

    reading: Reading
    mended: Mapping[str, str]
    """The words that were read in place of words as typed, by the latter."""
    denied: tuple[Denial, ...]
    """What the text says that it is not."""
    signs: Mapping[str, float]
    """The signs that were seen in learning, by how much each counts here."""
    near: tuple[Near, ...]
    banned: Mapping[str, str]
    """Types that a phrase rules out, with the phrase."""
    named: str | None
    """The type of which the whole text is a name."""
    lean: Mapping[str, float]
    """How far each type that is not ruled out leads or lags by itself: above 0 where a text is of it."""
    strength: Mapping[str, float]
    """The same beside the other types."""

    misled: bool
    """Whether the text holds a decoy."""


def candidates(text: str, lexicon: Lexicon) -> Candidates:
    """Weigh a text for every type."""
    reading, mended = mend(text, read(text, lexicon.book), lexicon)
    return _weighed(reading, mended, denials(text, reading, lexicon.book), lexicon)


def without_mended(found: Candidates, lexicon: Lexicon) -> Candidates:
    """Weigh a text again as if the words that were mended did not stand in it, nor their letters."""
    if not found.mended:
        return found
    kept = [
        (word, cut)
        for word, cut in zip(found.reading.words, found.reading.roots, strict=True)
        if word not in found.mended
    ]
    words, roots = zip(*kept, strict=True) if kept else ((), ())
    return _weighed(Reading(words, roots), {}, (), lexicon)


def _weighed(
    reading: Reading, mended: Mapping[str, str], denied: tuple[Denial, ...], lexicon: Lexicon
) -> Candidates:
    misled = "" in reading.roots
    reading = without_denied(reading, denied)
    found = lexicon.shown(reading)
    near = lexicon.neighbours.nearest(found)
    banned = _banned(reading, lexicon)
    named = lexicon.names.get(tuple(sorted(cut for cut in reading.roots if cut)))
    # A name of a type counts though no text with its words was learnt yet.
    lean = _lean(found, reading, near, banned, misled, lexicon) if found or named else {NONE: 0.0}
    return Candidates(
        reading=reading,
        mended=mended,
        denied=denied,
        signs=found,
        near=tuple(near),
        banned=banned,
        named=None if named in banned else named,
        lean=lean,
        strength=_strength(lean),
        misled=misled,
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


def _lean(
    found: Mapping[str, float],
    reading: Reading,
    near: Sequence[Near],
    banned: Mapping[str, str],
    misled: bool,
    lexicon: Lexicon,
) -> dict[str, float]:
    sums = [
        before + said
        for before, said in zip(lexicon.leanings, lexicon.letters.sums(spoken(reading)), strict=True)
    ]
    for sign, value in found.items():
        for place, weight in lexicon.weights[sign].speaks_for:
            sums[place] += value * weight
    lean = dict(zip(lexicon.types, sums, strict=True))
    if misled:
        lean[NONE] += DECOY_SAYS
    heard = dict.fromkeys(lexicon.types, 0)
    for phrase, likeness in near:
        slug = phrase.type
        heard[slug] += 1
        if heard[slug] <= NEAREST_OF_TYPE:
            lean[slug] += NEIGHBOURS_SAY * likeness / NEAREST_OF_TYPE
    return {slug: sum_ for slug, sum_ in lean.items() if slug not in banned} if banned else lean


def _strength(lean: Mapping[str, float]) -> dict[str, float]:
    highest = max(lean.values())
    powers = {slug: exp(SHARPNESS * (one - highest)) for slug, one in lean.items()}
    whole = fsum(powers.values())
    return {slug: power / whole for slug, power in powers.items()}
