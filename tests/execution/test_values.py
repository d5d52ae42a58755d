"""The digest of a value changes with what it holds, and with nothing else."""

import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience.execution.values import Answers, Content, content
from resilience.records.vocabulary import Direction


class Pair(NamedTuple):
    a: int
    b: Any


@dataclass(frozen=True)
class Held:
    a: int
    b: Any


FRAME = pd.DataFrame({"n": [1, 2], "label": ["x", None]})
VALUES: list[Any] = [
    None, 0, 0.0, False, "", "0", b"", [], [[]], ["a", "b"], ["b", "a"], ["ab"], ("a", "b"),
    {"a": 1}, {"a": 2}, {"a": 1, "b": 2}, {"b": 2, "a": 1}, {1, 2}, {1, 3}, frozenset({1, 2}),
    Pair(1, "x"), Pair(1, "y"), Held(1, "x"), Held(1, ["x"]), Direction.BENEFIT, Direction.HARM,
    date(2026, 1, 2), float("nan"), FRAME, FRAME[["label", "n"]], FRAME.rename(columns={"n": "m"}),
    FRAME.iloc[::-1], FRAME.astype({"n": "Int64"}),
    FRAME.assign(n=[1, 3]), FRAME.assign(n=[1.0, 2.0]), FRAME["n"], FRAME["label"], FRAME.astype("category"),
    FRAME["label"].astype(pd.CategoricalDtype(["x", "y"])), np.array([1, 2]), np.array([1, 3]), np.float64(1),
]  # fmt: skip


def test_different_values_differ() -> None:
    assert len({content(value).digest for value in VALUES}) == len(VALUES)


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner, inner),
    max_leaves=8,
)


@given(plain, plain)
def test_values_are_told_apart_as_their_text_is(one: object, other: object) -> None:
    assert (content(one) == content(other)) == (repr(one) == repr(other))


def test_the_order_of_a_set_and_the_process_make_no_difference() -> None:
    code = (
        "from resilience.execution.values import content\n"
        "print(content([{'a', 'b', 'c'}, {'x': 1.5}]).digest)"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert found == {content([{"c", "b", "a"}, {"x": 1.5}]).digest + "\n"}


def test_the_modules_of_classes_are_named() -> None:
    assert set(content([Direction.HARM, Pair(1, {Held(1, None)})]).modules) == {
        "builtins",
        "resilience.records.vocabulary",
        __name__,
    }


def test_what_cannot_be_told_is_refused() -> None:
    with pytest.raises(TypeError, match="A object can't be compared by its value"):
        content([object()])


def test_answers_are_computed_once_and_known_to_the_next_build() -> None:
    asked: list[str] = []

    def answer(name: str) -> object:
        asked.append(name)
        return {"a": 1, "b": [2]}[name]

    known: dict[str, Content] = {}
    first = Answers(answer, known)
    assert first.contents(["a", "b"]) == first.contents(["a", "b"])
    first.pickled(["a"])
    assert asked == ["a", "b"]
    next_day = Answers(answer, known)
    assert next_day.contents(["a"]) == first.contents(["a"])
    assert asked == ["a", "b"]
    next_day.pickled(["a"])
    assert asked == ["a", "b", "a"]


def test_a_name_without_an_answer_is_a_fault() -> None:
    answers = Answers({"a": object()}.__getitem__, {})
    assert answers.contents(["a", "b"]) == {}
    assert answers.faults == {"a": "A object can't be compared by its value.", "b": "'b'"}
