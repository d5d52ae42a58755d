"""The rules of the rating: levels in one order, and shares that are said in words from the same number."""

from typing import Any

import pytest
from pydantic import ValidationError
from tests.frozen import book

from resilience.records.rating import RatingRules, in_words
from resilience.records.vocabulary import Cap, Direction, Level, LevelKind

RULES = book().rating


def changed(**fields: Any) -> RatingRules:
    return RatingRules.model_validate({**RULES.model_dump(mode="json"), **fields})


@pytest.mark.parametrize(
    ("share", "words"),
    [("2/3", "two thirds"), ("1/2", "one half"), ("9/10", "nine tenths"), ("7/20", "7/20"), ("3/2", "3/2")],
)
def test_a_share_is_said_in_words(share: str, words: str) -> None:
    assert in_words(share) == words


def test_the_meaning_of_a_level_follows_the_threshold() -> None:
    tables = [one.model_dump(mode="json") for one in RULES.tables]
    tables[0]["harm"]["share"] = "4/5"
    rules = changed(tables=tables)
    assert rules.of_level[Level.HARM].meaning.startswith("At least four fifths of the votes")
    assert rules.of_level[Level.PROMISING].meaning.startswith("At least two thirds of the votes")


@pytest.mark.parametrize("field", ["levels", "tiers", "experience"])
def test_another_order_than_that_of_the_vocabulary_is_refused(field: str) -> None:
    backwards = RULES.model_dump(mode="json")[field][::-1]
    with pytest.raises(ValidationError, match="must stand here once, in this order: "):
        changed(**{field: backwards})


def test_a_cap_that_stands_twice_is_refused() -> None:
    caps = RULES.model_dump(mode="json")["caps"]
    with pytest.raises(ValidationError, match="every cap must stand here once"):
        changed(caps=[*caps, caps[0]])
    assert [one.slug for one in changed(caps=caps[1:]).caps] == list(Cap)[1:]


@pytest.mark.parametrize(
    "meaning", ["At least {half} of them.", "At least {} of them.", "At least { of them."]
)
def test_unknown_brackets_in_a_meaning_are_refused(meaning: str) -> None:
    levels = RULES.model_dump(mode="json")["levels"]
    levels[1]["meaning"] = meaning
    with pytest.raises(ValidationError, match="and no other brackets"):
        changed(levels=levels)


def test_levels_that_help_stand_highest_and_harm_lowest() -> None:
    by_height = sorted(Level, key=lambda level: level.height)
    assert [level for level in by_height if level.kind is LevelKind.HELPS] == by_height[-3:]
    assert by_height[0] is Level.HARM


def test_signs_tell_levels_and_directions_apart() -> None:
    assert len({level.sign for level in Level}) == len(Level)
    assert len({direction.sign for direction in Direction}) == len(Direction)
