"""The rule table by which the evidence for an activity type is rated."""

from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from resilience.records.base import Record, Slug, Text, Url
from resilience.records.vocabulary import Cap, Comparison, Grade, Level, Tier

Count = Annotated[int, Field(ge=1)]
Share = Annotated[str, StringConstraints(pattern=r"^[1-9]\d*/[1-9]\d*$")]
"""A share as a fraction, such as `2/3`, so that two of three are two thirds."""
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]


class LevelMeaning(Record):
    """One level in words; the best stands first."""

    slug: Level
    """The level."""
    label: Text
    """What readers call it."""
    meaning: Text
    """`{promising}`, `{no_difference}` and `{harm}` stand for the shares of the first table, in words."""
    said_by: tuple[Text, ...] = Field(min_length=1)
    """One of these must stand in a written answer at this level, so that it says how sure it is."""


class ComparisonTier(Record):
    """Comparisons that can show about the same."""

    slug: Tier
    """The tier."""
    label: Text
    """What readers call it."""
    one: Text
    """What one such study is called."""
    many: Text
    """The label for several."""
    letter: Annotated[str, StringConstraints(pattern=r"^[A-Z]$")]
    """What stands for it in the gap map."""
    meaning: Text
    """What a comparison of this kind can show."""
    comparisons: tuple[Comparison, ...]
    """The comparisons that belong here."""


class Threshold(Record):
    """How much a level needs."""

    votes: Count
    """How many votes are needed."""
    share: Share
    """Least share of the votes that point its way."""
    trials: Annotated[int, Field(ge=0)] = 0
    """Trials among them."""

    @cached_property
    def least(self) -> Fraction:
        """Give the share as a number."""
        return Fraction(self.share)


class RuleTable(Record):
    """One set of thresholds and caps."""

    slug: Slug
    """Its permanent name."""
    label: Text
    """What readers call it."""
    strong: Threshold
    promising: Threshold
    no_difference: Threshold
    harm: Threshold
    each_way: Count
    """Evaluations or reviews that must be clear on each side before the evidence is called mixed."""
    lead_weight: Count
    """Votes of the newest review of the activity, as it brings several studies together."""


class Caution(Record):
    """A caution that keeps what says that an activity helps from going higher."""

    slug: Cap
    """The caution."""
    level: Level
    """The best level that is left where it holds."""
    label: Text
    """What it is about, as a clause after `the cap on`."""
    holds: Text
    """Where it holds."""


class AnswerWords(Record):
    """Words of written answers that say more than the evidence does."""

    never: tuple[Text, ...]
    """No level goes so far."""
    only_promising: tuple[Text, ...]
    """They say flatly that an activity helps, which only strong and promising evidence does."""


class ExperienceGrade(Record):
    """What local experience there is, graded apart from studies."""

    slug: Grade
    """The grade."""
    label: Text
    """What readers call it."""
    meaning: Text
    """What it means."""


class DrawnOn(Record):
    """A way of rating from which the rules take an idea."""

    name: Text
    """Whose rules they are."""
    idea: Text
    """What was taken from them."""
    reference: Text
    """Where they are published."""
    url: Url | None = None
    """A page that we may link to; null where none was seen."""


class RatingRules(Record):
    """The whole of `rating.yml`."""

    version: int
    """Rises by one with each change of what it says."""
    levels: tuple[LevelMeaning, ...]
    tiers: tuple[ComparisonTier, ...]
    similar_countries: tuple[Country, ...]
    """Countries, besides the UK itself, that are like the UK: high-income countries."""
    clear_share: Share
    """Share of an evaluation's results in a group that must point one way to give it a vote that way."""
    caps: tuple[Caution, ...]
    """In the order in which they are looked at; a caution that is missing is not used."""
    trials_tried: Count
    """How many more trials are tried, at most, to find what would raise or lower a level."""
    tables: tuple[RuleTable, ...]
    """The first is in use; the others show how the result would read under them."""
    answers: AnswerWords
    experience: tuple[ExperienceGrade, ...]
    draws_on: tuple[DrawnOn, ...]

    @cached_property
    def share_of_results(self) -> Fraction:
        """Give `clear_share` as a number."""
        return Fraction(self.clear_share)

    @cached_property
    def of_level(self) -> dict[Level, LevelMeaning]:
        """Give the words of each level, with the shares filled in."""
        first = self.tables[0]
        shares = {
            name: in_words(getattr(first, name).share) for name in ("promising", "no_difference", "harm")
        }
        return {
            one.slug: one.model_copy(update={"meaning": one.meaning.format(**shares)}) for one in self.levels
        }

    @model_validator(mode="after")
    def is_whole(self) -> "RatingRules":
        """Refuse levels, tiers or grades that are not all there in order, and a comparison without a tier.

        Their order is that of the vocabulary, by which pages and scripts sort.
        """
        if not self.tables:
            raise ValueError("a rule table is needed")
        _all_in_order("level", [level.slug for level in self.levels], list(Level))
        _all_in_order("tier", [tier.slug for tier in self.tiers], list(Tier))
        _all_in_order("grade", [grade.slug for grade in self.experience], list(Grade))
        compared = [comparison for tier in self.tiers for comparison in tier.comparisons]
        _all_in_order("comparison", sorted(compared), sorted(Comparison))
        caps = [caution.slug for caution in self.caps]
        _all_in_order("cap", sorted(caps), sorted(set(caps)))
        try:
            _ = self.of_level
        except (KeyError, IndexError, ValueError):
            raise ValueError(
                "a meaning may hold {promising}, {no_difference} and {harm}, and no other brackets"
            ) from None
        return self


def _all_in_order(what: str, given: Sequence[str], all_of_them: Sequence[str]) -> None:
    if list(given) != list(all_of_them):
        raise ValueError(f"every {what} must stand here once, in this order: {', '.join(all_of_them)}")


_PARTS = ("", "whole", "half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def in_words(share: str) -> str:
    """Write a share as a reader says it, such as `two thirds`, or as it stands where it has no such words."""
    number, of = (int(part) for part in share.split("/"))
    if number >= of or not 1 < of < len(_PARTS):
        return share
    return f"{_NUMBERS[number]} {_PARTS[of]}{'s' if number > 1 else ''}"
