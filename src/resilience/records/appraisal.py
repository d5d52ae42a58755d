"""How activities are ranked when a group chooses what to do next, `appraisal.yml`."""

from collections import Counter
from typing import Annotated

from pydantic import Field, model_validator

from resilience.records.base import Record, Text
from resilience.records.place_figures import FigureKey
from resilience.records.slugs import TypeSlug
from resilience.records.vocabulary import Level, Nation

Points = Annotated[int, Field(ge=0, le=100)]


class Band(Record):
    """Where on the step from worst, 0, to best, 100, something may stand."""

    low: Points
    """Where it starts, from 0."""
    high: Points
    """Where it ends, up to 100."""

    @model_validator(mode="after")
    def _right_way_round(self) -> "Band":
        if self.low > self.high:
            raise ValueError(f"low, {self.low}, is above high, {self.high}")
        return self


class LevelBand(Record):
    """Where a level of evidence may stand; null where the level says that nothing is known."""

    level: Level
    """The level of evidence."""
    band: Band | None

    @model_validator(mode="after")
    def _nothing_known(self) -> "LevelBand":
        if self.level is Level.NONE and self.band:
            raise ValueError("the level none has a band, but it says that nothing is known; give null")
        return self


class Tiers(Record):
    """What puts an activity in which tier."""

    top: Annotated[int, Field(ge=1)]
    """How many places from the first on count as the top."""
    top_share: Points
    """The top is never more than this share of the activities on the table, of 100."""
    leads_at: Annotated[int, Field(ge=51, le=100)]
    """From how many of 100 tries in the top an activity leads."""


class Tries(Record):
    """What is drawn at random to see how steady a ranking is."""

    number: Annotated[int, Field(ge=100, le=10_000)]
    """How many tries are drawn."""
    weight_factor: Annotated[float, Field(gt=1, le=10)]
    """Each weight varies between its share and its multiple by this."""
    link_doubt: Points
    """In how many of 100 tries a link between a figure and an activity is taken for wrong."""


class NeedFigures(Record):
    """The figures of places that tell a need, by nation; none where a nation has none that does."""

    england: tuple[FigureKey, ...]
    """Those of England."""
    wales: tuple[FigureKey, ...]
    """Those of Wales."""
    scotland: tuple[FigureKey, ...]
    """Those of Scotland."""
    northern_ireland: tuple[FigureKey, ...]
    """Those of Northern Ireland."""

    def of(self, nation: Nation) -> tuple[str, ...]:
        """Give the keys of the figures of a nation."""
        fields = {
            Nation.ENGLAND: self.england,
            Nation.WALES: self.wales,
            Nation.SCOTLAND: self.scotland,
            Nation.NORTHERN_IRELAND: self.northern_ireland,
        }
        return fields[nation]


class Need(Record):
    """Which figures of places tell that a type is needed, and why."""

    type: TypeSlug
    """The activity type."""
    figures: NeedFigures
    """Keys of `place-figures.yml`, by nation."""
    why: Text
    """Also what the nearest figure does not count."""


class AppraisalRules(Record):
    """The rules of option appraisal."""

    tiers: Tiers
    tries: Tries
    levels: tuple[LevelBand, ...]
    not_an_aim: Band
    """Where an activity stands on an outcome that it is not done for and that nobody studied."""
    needs: tuple[Need, ...]
    made_by: Text
    """Who linked figures to types, and how."""

    @model_validator(mode="after")
    def _each_once(self) -> "AppraisalRules":
        for what, names in (
            ("type", [one.type for one in self.needs]),
            ("level", [one.level.value for one in self.levels]),
        ):
            if twice := [name for name, n in Counter(names).items() if n > 1]:
                raise ValueError(f"the {what} {twice[0]} stands twice")
        if left_out := [level.value for level in Level if level not in {one.level for one in self.levels}]:
            raise ValueError(f"the level {left_out[0]} is left out of levels")
        return self
