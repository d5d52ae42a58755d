from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience.evidence import EvidenceError
from resilience.evidence.learnt import (
    Answer,
    LearntScale,
    LearntWeights,
    read_answers,
    read_digests,
    read_scale,
    read_weights,
    stale_learnt,
    weights_text,
    write_learnt,
)

TYPES = ["green-space", "fuel-poverty", "none"]
LEANINGS = {"green-space": -75, "fuel-poverty": 0, "none": 120}
WEIGHTS = LearntWeights(LEANINGS, {"word park": (1.25, {"green-space": 310, "none": -50})})
SCALE = LearntScale(((0.0, 1.0), (1.0, 98.5)), 0.9, ((-0.25, 0.0), (1.5, 80.0)))
DIGESTS = {"coded texts": "0a", "words.yml": "1b"}
ANSWER = Answer(
    source="policies/a",
    text='a "text", with marks',
    coded="none",
    type="green-space",
    score=97.5,
    decision="review",
    first="green-space",
    second="fuel-poverty",
    third="",
    types="green-space;fuel-poverty",
)

SIGNS = st.one_of(
    st.sampled_from(["word a", "pair a b", "idea park", "~ ab", "~ab ", "~ a ", "~é’s", "always", "", ","]),
    st.text(st.characters(exclude_categories=["C"]), max_size=6),
)
HUNDREDTHS = st.integers(-400, 400).filter(bool)
SPOKEN = st.dictionaries(st.sampled_from(TYPES), HUNDREDTHS)
RARITIES = st.integers(0, 1200).map(lambda hundredths: hundredths / 100)
LEARNT = st.builds(
    LearntWeights,
    st.fixed_dictionaries({slug: st.integers(-400, 400) for slug in TYPES}),
    st.dictionaries(SIGNS, st.tuples(RARITIES, SPOKEN)),
)


def line(least: float) -> st.SearchStrategy[tuple[tuple[float, float], ...]]:
    """Draw points as a scale is learnt: places to three digits, scores to one."""
    places = st.floats(least, 5).map(lambda at: round(at, 3) + 0.0)
    scores = st.floats(0, 98.5).map(lambda score: round(score, 1))
    return st.lists(st.tuples(places, scores), min_size=1, max_size=15).map(tuple)


SCALES = st.builds(LearntScale, line(0), st.floats(0, 1.1).map(lambda at: round(at, 3)), line(-5))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("evidence")


@given(weights=LEARNT)
def test_weights_come_back_as_written_whatever_the_signs(folder: Path, weights: LearntWeights) -> None:
    write_learnt(folder, weights, SCALE, [ANSWER], DIGESTS)
    found = read_weights(folder)
    assert found == weights
    assert list(found.leanings) == list(weights.leanings)


@given(weights=LEARNT)
def test_the_same_weights_are_written_as_the_same_bytes_in_any_order(weights: LearntWeights) -> None:
    turned = {
        sign: (rarity, dict(reversed(spoken.items())))
        for sign, (rarity, spoken) in reversed(weights.signs.items())
    }
    assert weights_text(LearntWeights(weights.leanings, turned)) == weights_text(weights)


@given(scale=SCALES)
def test_a_scale_comes_back_as_written(folder: Path, scale: LearntScale) -> None:
    write_learnt(folder, WEIGHTS, scale, [ANSWER], DIGESTS)
    assert read_scale(folder) == scale


def test_answers_and_digests_come_back_as_written(tmp_path: Path) -> None:
    write_learnt(tmp_path, WEIGHTS, SCALE, [ANSWER], DIGESTS)
    assert read_answers(tmp_path) == (ANSWER,)
    assert read_digests(tmp_path) == DIGESTS


def test_a_sign_is_one_sorted_row_and_names_types_by_their_place() -> None:
    weights = LearntWeights(
        LEANINGS,
        {
            "word tree": (2.0, {}),
            "~ tre": (1.5, {"none": -12, "fuel-poverty": 12, "green-space": 31}),
            "idea park": (4.25, {"none": -100}),
        },
    )
    assert weights_text(weights).splitlines() == [
        "sign,rarity,speaks_for",
        "always,1,green-space -75; fuel-poverty 0; none 120",
        "idea park,4.25,2-100",
        "word tree,2,",
        "~ tre,1.5,0+31 1+12 2-12",
    ]


def test_what_is_stale_is_named(tmp_path: Path) -> None:
    write_learnt(tmp_path, WEIGHTS, SCALE, [ANSWER], DIGESTS)
    near = LearntWeights(
        LEANINGS, {"word park": (1.25, {"green-space": 320, "none": -40, "fuel-poverty": 12})}
    )
    far = LearntWeights(LEANINGS, {"word park": (1.25, {"green-space": 410, "none": -50})})
    assert stale_learnt(tmp_path, near, SCALE, [ANSWER], DIGESTS) == []
    assert stale_learnt(tmp_path, far, LearntScale(SCALE.points, 0.5, SCALE.named), [], {}) == [
        "weights.csv",
        "scale.csv",
        "held-out.csv",
        "learnt-from.csv",
    ]


@pytest.mark.parametrize("read", [read_weights, read_scale, read_answers, read_digests])
def test_a_missing_file_says_what_to_do(tmp_path: Path, read: Any) -> None:
    with pytest.raises(EvidenceError, match="run `make learn`"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("read", "file", "text"),
    [
        (read_weights, "weights", "sign,rarity,speaks_for\nalways,1.00,none 3.2; green-space -0.6\n"),
        (read_weights, "weights", "sign,rarity,speaks_for\nword park,1.00,0+12\n"),
        (read_weights, "weights", "sign,rarity,speaks_for\nalways,1,none 3\nword park,1,1+12\n"),
        (read_weights, "weights", "sign,rarity,speaks_for\nalways,1,none 3\nword park,rare,0+12\n"),
        (read_weights, "weights", "sign,rarity,speaks_for\n"),
        (read_scale, "scale", "strength,score\n0.000,0.0\n0.800,auto\n"),
        (read_scale, "scale", "of,from,score\nfirst,0.000,0.0\nnamed,0.000,0.0\n"),
        (read_scale, "scale", "of,from,score\nfirst,0.000,0.0\nfirst,0.900,auto\n"),
        (read_answers, "held-out", "source,text,coded,type,score\npolicies/a,text,none,none,9.0\n"),
        (read_digests, "learnt-from", "part\nwords.yml\n"),
    ],
)
def test_a_file_of_another_form_says_what_to_do(tmp_path: Path, read: Any, file: str, text: str) -> None:
    write_learnt(tmp_path, WEIGHTS, SCALE, [ANSWER], DIGESTS)
    (tmp_path / f"learnt/{file}.csv").write_text(text, "utf-8")
    with pytest.raises(EvidenceError, match=rf"{file}\.csv is not in the form of today; run `make learn`"):
        read(tmp_path)
