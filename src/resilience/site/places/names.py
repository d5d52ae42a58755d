"""Names of places and councils as a reader may type them, in parts by the first letter of a word.

A part holds all places and councils one of whose words begins with its letter, the larger first.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from string import ascii_lowercase
from typing import Any

from resilience.places.profile import wards_of
from resilience.planning.from_records.place_view import PlaceView
from resilience.records.english import folded
from resilience.records.place import LocalAuthority, Place

NOT_A_LETTER = "0"
"""The part of words that begin with no letter from a to z."""
SMALL = frozenset({"and", "of", "the", "upon", "in", "with"})
"""Words that stand in so many names that no part is kept of them."""
WORD = re.compile(r"[a-z0-9]+")
MOST_OF_IT = 0.5
"""A ward of today goes by the name of a neighbourhood, too, where this share of either lies in the other."""

Part = dict[str, Any]


def words_of(name: str) -> list[str]:
    """Give the words of a name, folded as `fold` of `find-place.js` does."""
    return WORD.findall(folded(name.replace("&", " and ")))


def letters_of(names: Iterable[str]) -> set[str]:
    """Give the parts that hold what has these names."""
    words = [word for name in names for word in words_of(name)]
    told = [word for word in words if word not in SMALL and word[0].isalpha()] or words
    return {word[0] if word[0].isalpha() else NOT_A_LETTER for word in told}


def name_parts(view: PlaceView) -> dict[str, Part]:
    """Give the parts by letter, each of which is there even where it holds nothing."""
    country, old = view.country, _old_names(view)
    parts: dict[str, Part] = {
        letter: {"councils": [], "places": [], "neighbourhoods": [], "of": {}}
        for letter in (NOT_A_LETTER, *ascii_lowercase)
    }
    for council in sorted(country.councils.values(), key=lambda one: -_size_of(view, one)):
        row = [council.code, council.name, view.slug_of(council.code), list(council.former), council.county]
        for letter in letters_of((council.name, *council.former, council.county)):
            parts[letter]["councils"].append(row)
    for place in sorted(country.places.values(), key=_largest_first):
        former = old.get(place.code, [])
        for letter in letters_of((place.name, *former)):
            part = parts[letter]
            part["places"].append([place.code, place.name, place.council, former])
            part["of"][place.council] = country.councils[place.council].name
    for slug, names in _neighbourhoods(view).items():
        for letter in letters_of(names):
            parts[letter]["neighbourhoods"].append([slug, names[0], names[1:]])
    return parts


def _size_of(view: PlaceView, council: LocalAuthority) -> int:
    return sum(one.weight or one.areas for one in view.standings.in_council[council.code])


def _largest_first(place: Place) -> tuple[int, str, str]:
    return -(place.weight or 0), place.name, place.code


def _neighbourhoods(view: PlaceView) -> dict[str, list[str]]:
    """Give the name of each neighbourhood of the programme, and the wards of 2017 that it was fitted by."""
    return {
        slug: [
            place.name,
            *(one.name for one in wards_of(slug, view.findings.base.wards) if one.name != place.name),
        ]
        for slug, place in view.findings.base.neighbourhoods.items()
    }


def _old_names(view: PlaceView) -> dict[str, list[str]]:
    """Give the names of neighbourhoods and their old wards to the wards of today that hold most of them."""
    found: dict[str, list[str]] = defaultdict(list)
    for slug, names in _neighbourhoods(view).items():
        for fit in view.country.fits.get(slug, ()):
            place = view.country.places.get(fit.code)
            if place and max(fit.shared / fit.of_neighbourhood, fit.shared / fit.of_place) >= MOST_OF_IT:
                found[fit.code] += [name for name in names if name != place.name]
    return found
