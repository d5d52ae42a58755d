import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience.matching import english
from resilience.matching.english import FILE, LICENCE, WordList, word_list
from resilience.matching.normalise import singular
from resilience.matching.slips import may_be_mended

LIST = Path(english.__file__).with_name(FILE)
WORDS = LIST.read_text("ascii").splitlines()
MOST_SENT = 300_000
"""Bytes that a reader's browser may have to fetch for the list."""


def test_the_list_is_sorted_and_holds_what_may_be_mended() -> None:
    assert sorted(set(WORDS)) == WORDS
    assert [word for word in WORDS if word != singular(word) or not may_be_mended(word)] == []
    assert 80_000 < len(WORDS) < 100_000


def test_the_list_is_small_and_its_licence_lies_beside() -> None:
    assert len(gzip.compress(LIST.read_bytes(), 9)) < MOST_SENT
    assert "Kevin Atkinson" in LIST.with_name(LICENCE).read_text("ascii")


@given(st.sampled_from([*WORDS[:50], *WORDS[-50:], *WORDS[::500]]))
def test_every_word_is_found_and_what_stands_between_two_is_not(word: str) -> None:
    assert word_list().holds(word)
    assert not word_list().holds(f"{word}zz")


@pytest.mark.parametrize("word", ["debates", "autistic", "colourful", "favourite", "focussed", "fundraise"])
def test_a_form_of_a_word_counts(word: str) -> None:
    assert word_list().holds_form_of(word)


@pytest.mark.parametrize("word", ["", "a", "zzzzzz", "aaaaaa", "lonley", "gambeling", "comunity", "12345"])
def test_a_slip_is_no_word(word: str) -> None:
    assert not word_list().holds_form_of(word)


@pytest.mark.parametrize("word", ["garden", "gardens", "art", "zoo"])
def test_another_list_may_be_given(word: str) -> None:
    assert WordList("art\ngarden\nzoo\n").holds(word)
    assert not WordList("").holds(word)
    assert not WordList("").holds_form_of(word)


def test_a_word_with_the_same_root_is_a_form_of_it() -> None:
    words = WordList("gardener\ngardening\n")
    assert words.holds_form_of("gardened")
    assert not words.holds_form_of("gardenia")
