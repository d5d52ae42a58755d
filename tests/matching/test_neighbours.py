"""Which coded phrases a text is like, by the cosine of the signs that tell texts apart."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience.matching.neighbours import COMMON, NEAREST, STRONGEST, CodedPhrase, Near, Neighbours

SIGNS = st.sampled_from([f"{kind} {word}" for kind in ("word", "idea", "pair") for word in "abcdef"])
VALUES = st.floats(0.01, 1)
VECTORS = st.dictionaries(SIGNS, VALUES, max_size=8)


def phrase(text: str, slug: str = "green-space") -> CodedPhrase:
    return CodedPhrase(text, slug, "policies/a")


def near(asked: dict[str, float], *shown: dict[str, float]) -> list[Near]:
    return Neighbours([phrase(f"{number:03}") for number in range(len(shown))], shown).nearest(asked)


def test_likeness_is_a_cosine() -> None:
    (found,) = near({"word a": 0.6, "word b": 0.8}, {"word a": 1.0, "word c": 1.0})
    assert found.likeness == pytest.approx(0.6 / sqrt(2))


def test_what_is_the_same_is_wholly_alike_and_what_shares_nothing_is_not_near() -> None:
    signs = {"word a": 0.2, "idea b": 0.9}
    assert [one.likeness for one in near(signs, signs, {"word c": 1.0})] == [pytest.approx(1)]
    assert near({}, signs) == near(signs, {}) == near(signs) == []


@given(VECTORS, VECTORS)
def test_likeness_is_the_same_both_ways_and_at_most_one(
    one: dict[str, float], other: dict[str, float]
) -> None:
    there, back = near(one, other), near(other, one)
    assert [found.likeness for found in there] == pytest.approx([found.likeness for found in back])
    assert all(0 < found.likeness <= 1 + 1e-12 for found in there)


@given(st.lists(VECTORS, max_size=6), VECTORS, st.randoms(use_true_random=False))
def test_the_order_of_the_index_does_not_matter(
    shown: list[dict[str, float]], asked: dict[str, float], chance: object
) -> None:
    pairs = [(phrase(f"{number:03}"), signs) for number, signs in enumerate(shown)]
    turned = sorted(pairs, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert Neighbours(*zip(*turned, strict=True)).nearest(asked) == near(asked, *shown) if pairs else True


def test_equal_ones_come_in_the_order_of_their_text_and_at_most_so_many() -> None:
    found = near({"word a": 1.0}, *[{"word a": 1.0}] * COMMON)
    assert [one.phrase.text for one in found] == [f"{number:03}" for number in range(NEAREST)]


def test_the_nearest_come_first() -> None:
    asked = {"word a": 0.8, "word b": 0.6}
    found = near(asked, {"word b": 1.0}, asked, {"word a": 1.0})
    assert [one.phrase.text for one in found] == ["001", "002", "000"]


def test_a_sign_that_too_many_phrases_show_tells_nothing() -> None:
    assert near({"word a": 1.0}, *[{"word a": 1.0}] * (COMMON + 1)) == []


@pytest.mark.parametrize("sign", ["start plan", "term green-space", "~ pa"])
def test_other_kinds_of_sign_are_not_compared(sign: str) -> None:
    assert near({sign: 1.0}, {sign: 1.0}) == []
    (found,) = near({"word a": 0.5, sign: 0.9}, {"word a": 0.5})
    assert found.likeness == pytest.approx(1)


def test_only_the_strongest_signs_are_compared_but_all_count_for_the_length() -> None:
    asked = {f"word {letter}": 1.0 + number / 100 for number, letter in enumerate("abcdefghijkl")}
    assert len(asked) == STRONGEST + 2
    (found,) = near(asked, asked)
    whole = sum(value**2 for value in asked.values())
    assert found.likeness == pytest.approx(sum(sorted(value**2 for value in asked.values())[2:]) / whole)
