"""Texts of records that people have coded, and which of them a text is like."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import fsum
from typing import NamedTuple

NEAREST = 15
"""How many phrases can have a say in the type of a text."""
COMMON = 60
"""A sign that more phrases show than this tells none of them apart."""
STRONGEST = 10
"""How many of the strongest signs of a phrase, and of a text, are compared."""
TELLING = ("word ", "idea ", "pair ")
"""Kinds of sign by which texts are compared."""


class CodedPhrase(NamedTuple):
    """A text of known type, and the record in which it stands, such as `policies/leeds-plan`."""

    text: str
    type: str
    source: str


class Near(NamedTuple):
    """A phrase of known type and its likeness to a text, 0 to 1."""

    phrase: CodedPhrase
    likeness: float


class Neighbours:
    """An index from sign to the phrases that show it."""

    def __init__(self, phrases: Sequence[CodedPhrase], weighed: Sequence[Mapping[str, float]]) -> None:
        """Index `phrases` by their signs, each a vector of the same sort as is asked for later."""
        by_text = sorted(zip(phrases, weighed, strict=True), key=lambda one: one[0])
        self.phrases = [phrase for phrase, _ in by_text]
        shown: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, (_, signs) in enumerate(by_text):
            for sign, value in _telling(signs).items():
                shown[sign].append((number, value))
        self._shown = {sign: where for sign, where in shown.items() if len(where) <= COMMON}

    def nearest(self, signs: Mapping[str, float]) -> list[Near]:
        """Give the nearest phrases by the cosine of their signs, nearest first.

        Equal ones come in the order of their text, so that the order of the index does not matter.
        """
        likeness: dict[int, float] = {}
        so_far = likeness.get
        for sign, value in _telling(signs).items():
            for number, other in self._shown.get(sign, ()):
                likeness[number] = so_far(number, 0.0) + value * other
        near = sorted(sorted(likeness), key=likeness.__getitem__, reverse=True)[:NEAREST]
        return [Near(self.phrases[number], likeness[number]) for number in near]


def _telling(signs: Mapping[str, float]) -> dict[str, float]:
    """Give the strongest telling signs, in proportion to all telling signs at length 1."""
    kept = [(value, sign) for sign, value in signs.items() if sign.startswith(TELLING)]
    length = fsum([value * value for value, _ in kept]) ** 0.5
    return {sign: value / length for value, sign in sorted(kept, reverse=True)[:STRONGEST]}
