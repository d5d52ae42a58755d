"""The lexicon of an evidence base: words that people wrote, learnt weights, coded phrases."""

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import Any

from resilience.evidence import EvidenceBase
from resilience.evidence.learnt import FOLDER, LearntScale, LearntWeights, read_scale, read_weights
from resilience.evidence.shared import content_of
from resilience.findings.lessons import Lesson, is_record, lessons
from resilience.matching import Lexicon
from resilience.matching.lexicon import NONE
from resilience.matching.normalise import words

UNSCALED = LearntScale(points=((0.0, 0.0), (1.0, 100.0)), auto=1.1, named=((0.0, 0.0),))
"""A scale before one is learnt: the strength itself, and nothing stands without a look."""
OFTEN = 5
"""How many texts must hold a word before a slip may mean it."""
UNLEARNT = LearntWeights(leanings={}, signs={})
NEVER = -100
"""Hundredths of what speaks for a type of which no text was learnt: as much as for a text of another."""


def lexicon_of(base: EvidenceBase) -> Lexicon:
    """Compile the lexicon of an evidence base.

    Raises EvidenceError where what was learnt is missing or can't be read.
    """
    return Lexicon.from_plain(plain_lexicon(base))


def plain_lexicon(base: EvidenceBase) -> dict[str, Any]:
    """Give the lexicon in a form that JSON can hold."""
    return assemble(base, read_weights(base.folder), read_scale(base.folder), lessons(base))


def makings_of(base: EvidenceBase) -> Hashable:
    """Give all that the lexicon is made from."""
    return content_of([base.folder / FOLDER]), id(base.taxonomy), id(base.words), tuple(lessons(base))


def assemble(
    base: EvidenceBase, weights: LearntWeights, scale: LearntScale, taught: Sequence[Lesson]
) -> dict[str, Any]:
    """Put a lexicon together from its parts; `taught` are the texts that it learnt from."""
    types = [*base.types, NONE]
    place = {slug: number for number, slug in enumerate(types)}
    return {
        "types": types,
        "labels": {**{slug: type_.label for slug, type_ in base.types.items()}, NONE: "none of the types"},
        "ideas": {idea.name: list(idea.phrases) for idea in base.words.ideas},
        "terms": {
            type_.slug: [type_.label, type_.slug.replace("-", " "), *type_.includes, *type_.terms]
            for type_ in base.types.values()
        },
        "names": {
            type_.slug: [type_.label, type_.slug.replace("-", " "), *type_.terms]
            for type_ in base.types.values()
        },
        "decoys": list(base.words.decoys),
        "bans": {ban.type: list(ban.phrases) for ban in base.words.bans},
        "weights": {
            # A type that has left the code frame since falls away.
            sign: [
                rarity,
                *(part for slug in weight if slug in place for part in (place[slug], weight[slug])),
            ]
            for sign, (rarity, weight) in weights.signs.items()
        },
        "leanings": {slug: weights.leanings.get(slug, NEVER) / 100 for slug in types},
        "often": often(taught),
        "coded": [[one.text, one.type, one.source] for one in sorted(set(taught)) if is_record(one)],
        "scale": {
            "points": [list(point) for point in scale.points],
            "auto": scale.auto,
            "named": [list(point) for point in scale.named],
        },
    }


def often(taught: Sequence[Lesson]) -> list[str]:
    """Give the words that stand in several texts, in alphabetical order."""
    counted = Counter(word for lesson in taught for word in set(words(lesson.text)))
    return sorted(word for word, times in counted.items() if times >= OFTEN)
