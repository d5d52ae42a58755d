"""What the files of places are made from, each part worked out once."""

from collections.abc import Mapping
from functools import cached_property

from resilience.places.alike import alike_by_code
from resilience.records.place import Place
from resilience.records.vocabulary import Nation
from resilience.site.pages.common import Pages
from resilience.site.places.council_pages import council_pages

Alike = tuple[str, str, str, float, str]
"""Code, name, name of the council, distance, code of the council."""


class PlaceView:
    """The view of the evidence, and what joins its places."""

    def __init__(self, pages: Pages) -> None:
        """Take the view; nothing is computed yet."""
        self.pages = pages
        self.country = pages.base.country
        self.standings = pages.standings

    @cached_property
    def slugs(self) -> Mapping[str, str]:
        """The slug of the page of each council that has one, by code."""
        return council_pages(self.pages)

    @cached_property
    def _alike(self) -> dict[str, list[tuple[str, str, str, float]]]:
        return alike_by_code(self.country, self.pages.base.place_figures)

    def alike(self, place: Place) -> list[Alike]:
        """Give up to five places of its nation, the one most like it first."""
        return [(*one, self.country.places[one[0]].council) for one in self._alike[place.code]]

    def types(self, nation: Nation) -> list[str]:
        """Give the activity types for which a figure of a nation says what is needed."""
        return []

    def needs(self, place: Place) -> list[int | None]:
        """Give the need of a place for each of these types, of 100; None where it is not known."""
        return [None for _ in self.types(place.nation)]
