import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience.matching.normalise import MOST_WORDS, normalise, root, words


@given(st.text())
def test_what_is_normal_stays_as_it_is(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.text())
def test_words_are_small_and_bare(text: str) -> None:
    assert all(word and word == word.casefold() and word.isalnum() for word in words(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fly-Tipping", "fly tipping"),
        ("Men's Sheds", "mens sheds"),
        ("residents' views", "residents views"),
        ("Café", "cafe"),
        ("co-operative", "cooperative"),
        ("pre school", "preschool"),
        ("organization", "organisation"),
        ("a prize size", "a prize size"),
        ("neighborhood center program", "neighbourhood centre programme"),
        ("", ""),
    ],
)
def test_one_spelling(text: str, expected: str) -> None:
    assert normalise(text) == expected


@pytest.mark.parametrize(
    "forms",
    [
        ("insulate", "insulating", "insulation", "insulated"),
        ("garden", "gardens", "gardening"),
        ("lender", "lending", "lend"),
        ("party", "parties"),
        ("shop", "shops", "shopping"),
    ],
)
def test_forms_of_a_word_share_a_root(forms: tuple[str, ...]) -> None:
    assert len({root(form) for form in forms}) == 1


def test_words_that_only_look_alike_have_roots_of_their_own() -> None:
    pairs = [("better", "betting"), ("letters", "letting"), ("missions", "missing")]
    assert [one for one in pairs if root(one[0]) == root(one[1])] == []


def test_a_long_text_is_cut() -> None:
    assert len(words("food " * 5_000)) == MOST_WORDS
