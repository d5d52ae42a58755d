from pathlib import Path

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
    write_learnt,
)

SLUGS = st.sampled_from(["green-space", "fuel-poverty", "none"])
NUMBERS = st.integers(4, 200).map(lambda tenths: tenths / 10)
WEIGHTS = LearntWeights({"none": 1.0}, {"word park": (1.25, {"green-space": 3.1, "none": -0.5})})
SCALE = LearntScale(((0.0, 1.0), (1.0, 98.5)), 0.9)
DIGESTS = {"coded texts": "0a", "words.yml": "1b"}
ANSWER = Answer("policies/a", 'a "text", with marks', "none", "none", 97.5, "none", "green-space", "", "")


@given(st.dictionaries(st.sampled_from(["word a", "pair a b", "idea park"]), st.dictionaries(SLUGS, NUMBERS)))
def test_weights_come_back_as_written(tmp_path_factory: pytest.TempPathFactory, signs: dict) -> None:  # type: ignore[type-arg]
    folder = tmp_path_factory.mktemp("evidence")
    weights = LearntWeights({"none": 1.0}, {sign: (1.5, row) for sign, row in signs.items()})
    write_learnt(folder, weights, SCALE, [ANSWER], DIGESTS)
    assert read_weights(folder) == weights


def test_scale_and_answers_come_back_as_written(tmp_path: Path) -> None:
    write_learnt(tmp_path, WEIGHTS, SCALE, [ANSWER], DIGESTS)
    assert read_scale(tmp_path) == SCALE
    assert read_answers(tmp_path) == (ANSWER,)
    assert read_digests(tmp_path) == DIGESTS


def test_what_is_stale_is_named(tmp_path: Path) -> None:
    write_learnt(tmp_path, WEIGHTS, SCALE, [ANSWER], DIGESTS)
    near = LearntWeights({"none": 1.0}, {"word park": (1.25, {"green-space": 3.2})})
    far = LearntWeights({"none": 1.0}, {"word park": (1.25, {"green-space": 4.1})})
    assert stale_learnt(tmp_path, near, SCALE, [ANSWER], DIGESTS) == []
    assert stale_learnt(tmp_path, far, LearntScale(SCALE.points, 0.5), [], {}) == [
        "weights.csv",
        "scale.csv",
        "held-out.csv",
        "learnt-from.csv",
    ]


@pytest.mark.parametrize("read", [read_weights, read_scale, read_answers, read_digests])
def test_a_missing_file_says_what_to_do(tmp_path: Path, read: object) -> None:
    with pytest.raises(EvidenceError, match="run `make learn`"):
        read(tmp_path)  # type: ignore[operator]
