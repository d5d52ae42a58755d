"""How options are scored when a group chooses what to do next, `appraisal.yml`."""

from collections import Counter
from typing import Annotated, Literal

from pydantic import Field, model_validator

from resilience.records.base import Record, Text
from resilience.records.slugs import TypeSlug
from resilience.records.vocabulary import Level

WeightedGround = Literal["need", "evidence", "experience"]
Points = Annotated[int, Field(ge=0, le=100)]


class Weights(Record):
    """How much each ground counts before a group sets its own weights; only their ratios matter."""

    need: Points
    evidence: Points
    experience: Points
    community: Points


class LevelPoints(Record):
    """What a level of evidence is worth; null where the level says that nothing is known."""

    level: Level
    points: Points | None


class ExperiencePoints(Record):
    """What each kind of experience on record adds."""

    programme: Points
    """A neighbourhood of the programme other than the place itself did it."""
    evaluated: Points
    """A council in the UK did it, and an evaluation or monitoring figures were seen."""


class Need(Record):
    """Which figures of small areas tell that a type is needed, and why."""

    type: TypeSlug
    indicators: tuple[Text, ...] = ()
    """Columns of the tables in `places/`; none where no figure on record tells it."""
    why: Text


class AppraisalRules(Record):
    """The rules of option appraisal."""

    weights: Weights
    least_known: Points
    """Share of the weight, of 100, on which an option must be known to be ranked."""
    must_be_known: tuple[WeightedGround, ...] = ()
    """Grounds on which an option must be known to be ranked, as long as they have a weight."""
    evidence: tuple[LevelPoints, ...]
    experience: ExperiencePoints
    needs: tuple[Need, ...]
    made_by: Text
    """Who linked figures to types, and how."""

    @model_validator(mode="after")
    def _each_once(self) -> "AppraisalRules":
        for what, names in (
            ("type", [one.type for one in self.needs]),
            ("level", [one.level.value for one in self.evidence]),
        ):
            if twice := [name for name, n in Counter(names).items() if n > 1]:
                raise ValueError(f"the {what} {twice[0]} stands twice")
        return self
