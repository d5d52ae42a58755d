"""Which signs a text shows, and that what it aims at weighs less than what is done."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from resilience.matching.normalise import LINKING, root
from resilience.matching.phrasebook import compile_phrasebook
from resilience.matching.signs import AIM, read, signs, spoken, strengths

CASES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "cases/signs.yml").read_text("utf-8"))
BOOK = compile_phrasebook(
    {"warmth": ["boiler", "cold home"]},
    {"green-space": ["park", "community garden"], "food-security": ["food bank"]},
    ["cold war", "car park"],
)
BARE = compile_phrasebook({}, {}, ["cold war"])
WORDS = st.sampled_from(
    ["plant", "trees", "to", "for", "so", "the", "food", "bank", "foodbank", "park", "car", "cold", "homes"]
)
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)


def aim_of(text: str) -> str | None:
    """Give the linking word before the first word that weighs less than it would by itself."""
    reading = read(text, BARE)
    aimed = [one.start for one in signs(reading, BARE) if one.name.startswith("word ") and one.value == AIM]
    before = [place for place in range(min(aimed, default=0)) if reading.words[place] in {"to", "so", "for"}]
    return reading.words[before[-1]] if aimed else None


@pytest.mark.parametrize("case", CASES["aims"], ids=lambda case: case["id"])
def test_where_the_aim_begins(case: dict[str, Any]) -> None:
    assert aim_of(case["input"]) == case["aim"]


@pytest.mark.parametrize("case", CASES["signs"], ids=lambda case: case["id"])
def test_signs(case: dict[str, Any]) -> None:
    found = strengths(read(case["input"], BOOK), BOOK)
    assert {sign: found.get(sign) for sign in case["expect"]} == pytest.approx(case["expect"])
    assert not set(case.get("without", [])) & found.keys()


@given(TEXTS)
def test_an_aim_changes_no_sign_but_its_weight(text: str) -> None:
    with_aim = {(one.name, one.start, one.end) for one in signs(read(text, BOOK), BOOK)}
    plain = " ".join("of" if word in {"to", "so", "for"} else word for word in text.split())
    assert {(one.name, one.start, one.end) for one in signs(read(plain, BOOK), BOOK)} == with_aim
    without = strengths(read(plain, BOOK), BOOK)
    for sign, value in strengths(read(text, BOOK), BOOK).items():
        assert value == pytest.approx(without[sign]) or value == pytest.approx(without[sign] * AIM)


@given(TEXTS)
def test_a_sign_stands_where_it_says_and_its_greatest_weight_counts(text: str) -> None:
    reading = read(text, BOOK)
    found = signs(reading, BOOK)
    assert all(0 <= one.start < one.end <= len(reading.words) for one in found)
    assert strengths(reading, BOOK) == {
        name: max(one.value for one in found if one.name == name) for name in {one.name for one in found}
    }


@given(TEXTS)
def test_letters_are_asked_of_all_words_that_tell_something(text: str) -> None:
    reading = read(text, BOOK)
    assert {f"word {root(word)}" for word in spoken(reading)} == {
        one.name for one in signs(reading, BOOK) if one.name.startswith("word ")
    }
    assert LINKING.isdisjoint(spoken(reading))


def test_the_letters_of_a_decoy_are_not_asked() -> None:
    assert spoken(read("a full car park", BOOK)) == ["full"]
