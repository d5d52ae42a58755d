"""The rule table by which the evidence for an activity type is rated."""

from collections import Counter
from collections.abc import Sequence
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from resilience.records.base import Record, Slug, Text, Url
from resilience.records.vocabulary import Cap, Comparison, Grade, Level, LevelKind, Tier

Count = Annotated[int, Field(ge=1)]
Share = Annotated[str, StringConstraints(pattern=r"^[1-9]\d*/[1-9]\d*$")]
"""A share as a fraction, such as `2/3`, so that two of three are two thirds."""
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]


class LevelMeaning(Record):
    """One level in words; the best stands first."""

    slug: Level
    label: Text
    kind: LevelKind
    """What it says in one word."""
    meaning: Text


class ComparisonTier(Record):
    """Comparisons that can show about the same."""

    slug: Tier
    label: Text
    meaning: Text
    comparisons: tuple[Comparison, ...]


class Threshold(Record):
    """How much a level needs."""

    votes: Count
    share: Share
    """Least share of the votes that point its way."""
    trials: Annotated[int, Field(ge=0)] = 0
    """Trials among them."""


class RuleTable(Record):
    """One set of thresholds and caps."""

    slug: Slug
    label: Text
    strong: Threshold
    promising: Threshold
    no_difference: Threshold
    harm: Threshold
    each_way: Count
    """Evaluations or reviews that must be clear on each side before the evidence is called mixed."""
    lead_weight: Count
    """Votes of the newest review of the activity, as it brings several studies together."""


class ExperienceGrade(Record):
    """What local experience there is, graded apart from studies."""

    slug: Grade
    label: Text
    meaning: Text


class DrawnOn(Record):
    """A way of rating from which the rules take an idea."""

    name: Text
    idea: Text
    reference: Text
    url: Url | None = None


class RatingRules(Record):
    """The whole of `rating.yml`."""

    version: int
    levels: tuple[LevelMeaning, ...]
    tiers: tuple[ComparisonTier, ...]
    similar_countries: tuple[Country, ...]
    """Countries, besides the UK itself, that are like the UK: high-income countries."""
    clear_share: Share
    """Share of an evaluation's results in a group that must point one way to give it a vote that way."""
    caps: dict[Cap, Level]
    """The best level that is left where a caution applies; a cap that is missing is not used."""
    tables: tuple[RuleTable, ...]
    """The first is in use; the others show how the result would read under them."""
    experience: tuple[ExperienceGrade, ...]
    draws_on: tuple[DrawnOn, ...]

    @model_validator(mode="after")
    def is_whole(self) -> "RatingRules":
        """Refuse a table that leaves out a level or a tier, or a comparison that has no tier or two."""
        _all_once("level", [level.slug for level in self.levels], list(Level))
        _all_once("tier", [tier.slug for tier in self.tiers], list(Tier))
        compared = [comparison for tier in self.tiers for comparison in tier.comparisons]
        _all_once("comparison", compared, list(Comparison))
        if not self.tables:
            raise ValueError("a rule table is needed")
        _all_once("grade", [grade.slug for grade in self.experience], list(Grade))
        return self


def _all_once(what: str, given: Sequence[str], all_of_them: Sequence[str]) -> None:
    counts = Counter(given)
    odd = [name for name in all_of_them if counts[name] != 1]
    if odd:
        raise ValueError(f"every {what} must stand here once; look at {', '.join(odd)}")
