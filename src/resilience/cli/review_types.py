"""How a person picks activity types from the code frame: by number, or by letters of a name."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from resilience.cli.review_screen import say
from resilience.evidence import EvidenceBase
from resilience.records.english import folded

MOST_OFFERED = 5
FEWEST_LETTERS = 3
"""Fewer letters are more likely a slip of the finger than a name."""
LIKE = 60
"""How like a name letters must be, of 100, to be asked back."""


class CodeFrame:
    """The activity types under their domains, each with a number that stays."""

    def __init__(self, base: EvidenceBase) -> None:
        """Number the types of an evidence base."""
        self._base = base
        self._slugs = [
            slug for domain in base.domains for slug, type_ in base.types.items() if type_.domain == domain
        ]

    @property
    def size(self) -> int:
        """How many types there are."""
        return len(self._slugs)

    def label(self, slug: str) -> str:
        """Name a type in words."""
        return self._base.types[slug].label

    def show(self, slugs: Iterable[str] = (), *, defined: bool) -> None:
        """List types, or all under their domains, with their numbers, and with definitions if asked for."""
        chosen = list(slugs)
        domain = ""
        for slug in chosen or self._slugs:
            type_ = self._base.types[slug]
            if not chosen and type_.domain != domain:
                domain = type_.domain
                say(self._base.domains[domain].label)
            say(f"{self._slugs.index(slug) + 1:2}  {type_.label}", " ", "     ")
            if defined:
                say(f"{type_.definition} Such as {', '.join(type_.includes)}.", "     ")

    def meant(self, said: str) -> list[str]:
        """Give the types that a number or some letters may mean; one alone is certain.

        Letters that stand in a label or slug go before words of the definition, and these before letters
        that are only like those of a label. Fewer than three letters may mean nothing.
        """
        if said.isdecimal():
            place = int(said) - 1
            return self._slugs[place : place + 1] if place >= 0 else []
        letters = _plain(said)
        if len(letters) < FEWEST_LETTERS:
            return []
        exact = [slug for slug in self._slugs if letters in self._names(slug)]
        named = exact or [slug for slug in self._slugs if any(letters in one for one in self._names(slug))]
        return named or self._like(letters)

    def near(self, letters: str, least: float = 0) -> list[str]:
        """Give the types whose names are nearest to some letters, nearest first.

        `least` of 100 says how like they must be.
        """
        names = {slug: " ".join(self._names(slug)) for slug in self._slugs}
        best = process.extract(
            letters,
            names,
            scorer=fuzz.partial_ratio,
            processor=str.lower,
            limit=MOST_OFFERED,
            score_cutoff=least,
        )
        return [slug for _, _, slug in best]

    def _names(self, slug: str) -> tuple[str, str]:
        return _plain(self.label(slug)), _plain(slug)

    def _like(self, letters: str) -> list[str]:
        """Give types that words of the definition name, then those with names that are like the letters."""
        held = [slug for slug in self._slugs if letters in self._words(slug)]
        return list(dict.fromkeys([*held, *self.near(letters, LIKE)]))[:MOST_OFFERED]

    def _words(self, slug: str) -> str:
        type_ = self._base.types[slug]
        return _plain(" ".join([type_.definition, *type_.includes]))


def _plain(said: str) -> str:
    """Keep letters and digits alone, a space between words."""
    return " ".join(re.findall(r"\w+", folded(said)))
