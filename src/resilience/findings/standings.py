"""How each place of the United Kingdom stands within its own nation, figure by figure.

The four nations' figures count different things at different times, so nothing here crosses a border.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from math import fsum

from resilience.records.place import Country, Place
from resilience.records.place_figures import NationFigures, PlaceFigure, PlaceFigures
from resilience.records.vocabulary import Nation


class Standings:
    """Places held against the others of their nation and of their council."""

    def __init__(self, country: Country, dictionary: PlaceFigures) -> None:
        self.country = country
        self.nations: Mapping[Nation, NationFigures] = {one.nation: one for one in dictionary.nations}

    def better_off(self, place: Place, key: str) -> float | None:
        """Give the share of the nation's places that are better off, of 100; None where it is not known."""
        value = place.figures.get(key)
        if value is None:
            return None
        share = share_below(self._scales[place.nation, key], value)
        return round(share if (place.nation, key) in self._high_is_worse else 100 - share, 1)

    def of_council(self, code: str, key: str) -> float | None:
        """Give the mean over the places of a council, by households or people; None where none is known."""
        return mean_of(self.in_council.get(code, ()), key)

    def of_nation(self, nation: Nation, key: str) -> float | None:
        """Give the mean over the places of a nation, by households or people; None where none is known."""
        return self._national[nation].get(key)

    @cached_property
    def in_council(self) -> dict[str, tuple[Place, ...]]:
        """The places of each council in the order of their names, by the council's code."""
        found: dict[str, list[Place]] = {code: [] for code in self.country.councils}
        for place in self.country.places.values():
            found[place.council].append(place)
        return {code: tuple(sorted(own, key=lambda one: one.name)) for code, own in found.items()}

    @cached_property
    def in_nation(self) -> dict[Nation, tuple[Place, ...]]:
        """The places of each nation in the order of their codes."""
        found: dict[Nation, list[Place]] = {nation: [] for nation in self.nations}
        for place in self.country.places.values():
            found[place.nation].append(place)
        return {nation: tuple(sorted(own, key=lambda one: one.code)) for nation, own in found.items()}

    def figures_of(self, nation: Nation) -> tuple[PlaceFigure, ...]:
        """Give what is known of the places of a nation."""
        return self.nations[nation].figures

    @cached_property
    def _high_is_worse(self) -> frozenset[tuple[Nation, str]]:
        return frozenset(
            (nation, one.key)
            for nation in self.nations
            for one in self.figures_of(nation)
            if one.worse == "high"
        )

    @cached_property
    def _scales(self) -> dict[tuple[Nation, str], list[float]]:
        return {
            (nation, one.key): sorted(
                place.figures[one.key] for place in self.in_nation[nation] if one.key in place.figures
            )
            for nation in self.nations
            for one in self.figures_of(nation)
        }

    @cached_property
    def _national(self) -> dict[Nation, dict[str, float | None]]:
        return {
            nation: {one.key: mean_of(own, one.key) for one in self.figures_of(nation)}
            for nation, own in self.in_nation.items()
        }


def share_below(scale: Sequence[float], value: float) -> float:
    """Give the share of a sorted scale below a value, of 100; equal ones count half, as in any such rank."""
    return 50 * (bisect_left(scale, value) + bisect_right(scale, value)) / len(scale)


def mean_of(places: Iterable[Place], key: str) -> float | None:
    """Give the mean of a figure by households or people, each place counting once where neither was seen."""
    known = [(place.figures[key], place.weight or 1) for place in places if key in place.figures]
    weight = sum(one for _, one in known)
    return fsum(value * one for value, one in known) / weight if weight else None
