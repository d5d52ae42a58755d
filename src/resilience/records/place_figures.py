"""What is known of places in each nation, `place-figures.yml`: the dictionary of the tables in `places/`."""

from collections import Counter
from math import inf
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from resilience.records.base import Record, Text, Url, Year
from resilience.records.vocabulary import Nation

INDEX = "index"
"""The key of the figure that puts all subjects together."""
INDEX_DECIMALS = 4
SCORE = "score"
RANKS = ("rank", "mean rank")
"""Units in which 1 is the most deprived."""

FigureKey = Annotated[str, StringConstraints(pattern=r"^[a-z]+(_[a-z]+)*$")]
"""A name in snake case, the same in each nation for one subject; values are compared within a nation only."""


class PlaceFigure(Record):
    """A figure that the places of a nation have."""

    key: FigureKey
    """The name of its column."""
    label: Text
    """What it counts, in the words of a reader."""
    unit: Text
    """What it counts in."""
    worse: Literal["high", "low"]
    """Which end is worse."""
    decimals: Annotated[int, Field(ge=0, le=3)]
    """How many are shown."""
    year: Year
    """Of the publication, as its title has it."""
    table: Text
    """The official file that it is read from, without its ending."""
    column: Text
    """The column in that file."""
    of: Text | None = None
    """The column of the whole of which `column` counts a part; the figure is then the share of both sums."""
    times: Annotated[float, Field(gt=0)] = 1
    """What a value in the file is multiplied by."""
    part_of: FigureKey | None = None
    """The figure that already counts this one, so that no comparison counts both."""
    source: FigureKey
    """The key of its source."""

    @property
    def limits(self) -> tuple[float, float]:
        """The lowest and the highest value that can be true, by its unit."""
        if self.unit.startswith("%"):
            return 0, 100
        if self.unit in RANKS:
            return 1, inf
        return (-inf, inf) if self.unit == SCORE else (0, inf)

    @property
    def decimals_kept(self) -> int:
        """How many decimals the table has: one more than are shown; an index has four, to be checked by."""
        return INDEX_DECIMALS if self.key == INDEX else self.decimals + 1


class NationFigures(Record):
    """The places of a nation, and their figures."""

    nation: Nation
    """The nation."""
    place: Text
    """What a place is called, such as `ward`."""
    places: Text
    """The same with its year, such as `wards of 2024`."""
    areas: Text
    """The small areas that figures were published for."""
    weight: Literal["households", "people"] | None
    """What small areas are weighted by; null where each place is one small area."""
    figures: Annotated[tuple[PlaceFigure, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _named_once(self) -> "NationFigures":
        keys = [one.key for one in self.figures]
        if twice := [key for key, times in Counter(keys).items() if times > 1]:
            raise ValueError(f"{self.nation.value} has the figure {twice[0]} twice")
        if lost := [one.part_of for one in self.figures if one.part_of and one.part_of not in keys]:
            raise ValueError(
                f"{self.nation.value} has no figure {lost[0]}, of which another is said to be a part"
            )
        return self

    def figure(self, key: str) -> PlaceFigure:
        """Give a figure; raises KeyError where the nation has none of that name."""
        found = {one.key: one for one in self.figures}
        return found[key]


class FigureSource(Record):
    """An official publication."""

    key: FigureKey
    """Its permanent name."""
    title: Text
    """As it stands on the work itself."""
    publisher: Text
    """Who published it."""
    url: Url | None = None
    """Null where its address was not seen."""
    read_through: Text | None = None
    """What it was read through, if not itself."""
    licence: Text
    """Under what licence."""


class PlaceFigures(Record):
    """The figures of places by nation, and where they come from."""

    nations: tuple[NationFigures, ...]
    sources: tuple[FigureSource, ...]

    def source(self, key: str) -> FigureSource:
        """Give a source; raises KeyError where none has that key."""
        return {one.key: one for one in self.sources}[key]

    @model_validator(mode="after")
    def _sources_named(self) -> "PlaceFigures":
        known = {one.key for one in self.sources}
        lost = [one.source for nation in self.nations for one in nation.figures if one.source not in known]
        if lost:
            raise ValueError(f"no source is named {lost[0]}")
        return self
