"""The rule table by which the evidence for an activity type is rated."""

from collections import Counter
from typing import Annotated

from pydantic import Field, model_validator

from .base import Record, Slug, Text, Url
from .vocabulary import Cap, Design, Grade, Level, Tier

Percent = Annotated[int, Field(ge=0, le=100)]
Count = Annotated[int, Field(ge=1)]


class LevelMeaning(Record):
    """One level in words; the best stands first."""

    slug: Level
    label: Text
    meaning: Text


class DesignTier(Record):
    """Designs that can show about the same."""

    slug: Tier
    label: Text
    meaning: Text
    designs: tuple[Design, ...]


class Strong(Record):
    """What strong evidence needs, in one line of evidence."""

    studies: Count
    trials: Count
    """Trials among them; not asked of reviews."""
    benefit: Percent
    """Least share of studies that point to benefit, of 100."""


class Threshold(Record):
    """How many studies a level needs, and what share of them points to benefit, of 100."""

    studies: Count
    benefit: Percent


class Against(Record):
    """How many studies say that a type is not supported, and what share of them finds no benefit, of 100."""

    studies: Count
    no_benefit: Percent
    """Least share of studies that find no difference, or harm, of 100."""


class RuleTable(Record):
    """One set of thresholds and caps."""

    slug: Slug
    label: Text
    strong: Strong
    promising: Threshold
    not_supported: Against
    caps: dict[Cap, Level]
    """The best level that is left where a caution applies; a cap that is missing is not used."""


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
    tiers: tuple[DesignTier, ...]
    similar_places: tuple[Text, ...]
    """Places as records write them, besides the UK itself, that are like the UK: high-income countries."""
    weak_words: tuple[Text, ...]
    """Words in `quality` by which a study calls itself, or what it reviews, weak."""
    tables: tuple[RuleTable, ...]
    """The first is in use; the others show how the result would read under them."""
    experience: tuple[ExperienceGrade, ...]
    draws_on: tuple[DrawnOn, ...]

    @model_validator(mode="after")
    def is_whole(self) -> "RatingRules":
        """Refuse a table that leaves out a level or a tier, or a design that has no tier or two."""
        _all_once("level", [level.slug for level in self.levels], list(Level))
        _all_once("tier", [tier.slug for tier in self.tiers], list(Tier))
        _all_once("design", [design for tier in self.tiers for design in tier.designs], list(Design))
        if not self.tables:
            raise ValueError("a rule table is needed")
        _all_once("grade", [grade.slug for grade in self.experience], list(Grade))
        return self


def _all_once(what: str, given: list[str], all_of_them: list[str]) -> None:
    counts = Counter(given)
    odd = [name for name in all_of_them if counts[name] != 1]
    if odd:
        raise ValueError(f"every {what} must stand here once; look at {', '.join(odd)}")
