"""What the letters of words say, worked out word by word, is what they say in a plain sum over all runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience.matching import characters
from resilience.matching.characters import LONGEST, RUN, SHORTEST, Letters, Weight, runs, weighed_runs

TYPES = 4
WORDS = st.one_of(
    st.sampled_from(["park", "parks", "parking", "spark", "pb", "é"]),
    st.text("abcé’", min_size=1, max_size=9),
)
TEXTS = st.lists(WORDS, max_size=8)
SPEAKS_FOR = st.dictionaries(st.integers(0, TYPES - 1), st.floats(-3, 3))
WEIGHT = st.builds(lambda rarity, told: Weight(rarity, tuple(told.items())), st.floats(0.5, 12), SPEAKS_FOR)


@st.composite
def learnt(draw: st.DrawFn) -> tuple[list[str], dict[str, Weight]]:
    """Draw a text, and weights for some runs of its words and of others."""
    text = draw(TEXTS)
    known = sorted({run for word in [*text, *draw(TEXTS)] for run in runs(word)})
    kept = draw(st.lists(st.sampled_from(known), unique=True)) if known else []
    return text, {run: draw(WEIGHT) for run in kept}


def plain_sums(words: list[str], weights: dict[str, Weight]) -> list[float]:
    weighed = weighed_runs(words, {run: one.rarity for run, one in weights.items()})
    sums = [0.0] * TYPES
    for run, value in weighed.items():
        for place, weight in weights[run].speaks_for:
            sums[place] += value * weight
    return sums


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("park", [" pa", "par", "ark", "rk ", " par", "park", "ark ", " park", "park "]),
        ("pea", [" pe", "pea", "ea ", " pea", "pea ", " pea "]),
        ("é’s", [" é’", "é’s", "’s ", " é’s", "é’s ", " é’s "]),
    ],
)
def test_runs_of_three_to_five_letters_know_where_a_word_begins_and_ends(word: str, found: list[str]) -> None:
    assert runs(word) == [f"{RUN}{run}" for run in found]


@given(st.text(min_size=1, max_size=12))
def test_runs_are_no_longer_and_hardly_shorter_than_they_should_be(word: str) -> None:
    lengths = {len(run) - len(RUN) for run in runs(word)}
    assert max(lengths) <= LONGEST
    assert min(lengths) >= min(SHORTEST, len(word) + 2)


@given(learnt())
def test_sums_by_word_are_the_plain_sums(drawn: tuple[list[str], dict[str, Weight]]) -> None:
    text, weights = drawn
    assert Letters(weights, TYPES).sums(text) == pytest.approx(plain_sums(text, weights), abs=1e-9)


@given(learnt(), TEXTS)
def test_what_was_asked_before_changes_nothing(
    drawn: tuple[list[str], dict[str, Weight]], before: list[str]
) -> None:
    text, weights = drawn
    letters = Letters(weights, TYPES)
    letters.sums(before)
    assert letters.sums(text) == Letters(weights, TYPES).sums(text) == letters.sums(text)


@given(learnt(), st.randoms(use_true_random=False))
def test_the_order_of_words_does_not_matter(
    drawn: tuple[list[str], dict[str, Weight]], chance: object
) -> None:
    text, weights = drawn
    turned = sorted(text, key=lambda _: chance.random())  # type: ignore[attr-defined]
    letters = Letters(weights, TYPES)
    assert letters.sums(turned) == pytest.approx(letters.sums(text), abs=1e-9)


def test_forgetting_what_was_worked_out_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = {f"{RUN}par": Weight(2.0, ((0, 1.5), (2, -0.5))), f"{RUN} bo": Weight(3.0, ((1, 1.0),))}
    words = ["park", "boilers", "parking", "boat", "park"]
    expected = Letters(weights, TYPES).sums(words)
    monkeypatch.setattr(characters, "MOST_KEPT", 2)
    letters = Letters(weights, TYPES)
    for _ in range(3):
        assert letters.sums(words) == expected
        assert letters.sums(words[::-1]) == pytest.approx(expected, abs=1e-12)
    assert len(letters._kept) <= 2


@pytest.mark.parametrize("words", [[], [""], ["zzz", "q"]])
def test_letters_that_are_not_known_say_nothing(words: list[str]) -> None:
    assert Letters({f"{RUN}par": Weight(2.0, ((0, 1.5),))}, TYPES).sums(words) == [0.0] * TYPES


@given(learnt())
def test_runs_are_weighed_to_length_one_by_word(drawn: tuple[list[str], dict[str, Weight]]) -> None:
    text, weights = drawn
    rarity = {run: one.rarity for run, one in weights.items()}
    weighed = weighed_runs(text, rarity)
    assert weighed.keys() == {run for word in text for run in runs(word)} & rarity.keys()
    counted = {run: sum(runs(word).count(run) for word in text) for run in weighed}
    assert sum(value**2 / counted[run] for run, value in weighed.items()) == pytest.approx(
        float(bool(weighed))
    )
