"""What the files of places are made from, each part worked out once."""

from collections.abc import Mapping
from functools import cached_property

from resilience.appraisal import options_of
from resilience.appraisal.options import Option, needs_of
from resilience.appraisal.place import Places
from resilience.findings.view import Findings
from resilience.places.alike import alike_by_code, like_neighbourhoods
from resilience.places.comparison import Comparison
from resilience.places.nation import NationTable
from resilience.records.place import Place
from resilience.records.vocabulary import Nation

Alike = tuple[str, str, str, float, str]
"""Code, name, name of the council, distance, code of the council."""


class PlaceView:
    """The view of the evidence, and what joins its places."""

    def __init__(self, findings: Findings, tables: Mapping[str, NationTable]) -> None:
        """Take the view and the tables of nations; nothing is computed yet."""
        self.findings, self.tables = findings, tables
        self.country = findings.base.country
        self.standings = findings.standings

    def slug_of(self, council: str) -> str | None:
        """Give the slug of the page of a council by its code; None where it has none."""
        record = self.findings.base.councils_by_code.get(council)
        return record.slug if record else None

    @cached_property
    def places(self) -> Places:
        """The places to choose for, the neighbourhoods of the programme among them."""
        return Places(self.findings)

    @cached_property
    def neighbourhoods(self) -> frozenset[str]:
        """The slugs of the neighbourhoods of the programme whose wards of today are known."""
        return frozenset(one.slug for one in self.places.neighbourhoods)

    @cached_property
    def _alike(self) -> dict[str, list[tuple[str, str, str, float]]]:
        return alike_by_code(self.tables.values())

    @cached_property
    def like_neighbourhoods(self) -> Mapping[str, Comparison]:
        """The places of today most like each neighbourhood on the usual figures, by its slug."""
        return like_neighbourhoods(self.tables.values())

    def alike(self, place: Place) -> list[Alike]:
        """Give up to five places of its nation, the one most like it first."""
        return [(*one, self.country.places[one[0]].council) for one in self._alike[place.code]]

    def like_neighbourhood(self, slug: str) -> list[Alike]:
        """Give up to five places of today that are most like a neighbourhood, nearest first."""
        found = self.like_neighbourhoods.get(slug)
        places = [(self.country.places[one.code], one.distance) for one in (found.matches if found else ())]
        return [
            (one.code, one.name, self.country.councils[one.council].name, round(distance, 2), one.council)
            for one, distance in places
        ]

    @cached_property
    def _options(self) -> Mapping[Nation, list[Option]]:
        return {
            nation: [one for one in options_of(self.findings, nation) if one.figures]
            for nation in self.standings.nations
        }

    def types(self, nation: Nation) -> list[str]:
        """Give the activity types for which a figure of a nation says what is needed."""
        return [one.slug for one in self._options[nation]]

    def needs(self, nation: Nation, better: Mapping[str, float]) -> list[int | None]:
        """Give the need for each of these types where so many places are better off, of 100, by figure.

        None where no figure that tells it is known.
        """
        return list(needs_of(self._options[nation], better).values())
