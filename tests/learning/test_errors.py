"""Errors are told by kind, and the pairs that are confused most often come first."""

from resilience.evidence.learnt import Answer
from resilience.evidence.measured_limits import Error
from resilience.learning.errors import confused, kinds

DOMAINS = {"a": "One", "b": "One", "c": "Two", "none": "No type"}
LABELS = {"a": "A", "b": "B", "c": "C", "none": "No type"}


def answer(coded: str, said: str, text: str = "text", score: float = 90, second: str = "") -> Answer:
    return Answer("policies/a", text, coded, said, score, "review", said, second, "", said)


ANSWERS = [
    answer("a", "a"),
    answer("none", "none"),
    answer("none", "a"),
    answer("a", "none", second="a"),
    answer("a", "b", "less sure", 60),
    answer("a", "b", "surest", 80, second="a"),
    answer("c", "b"),
    answer("b", "c"),
]


def test_each_wrong_answer_is_of_one_kind() -> None:
    frame = kinds(ANSWERS, DOMAINS).set_index("Kind")
    assert list(frame["Texts"]) == [1, 1, 2, 2]
    assert list(frame["Of 100 answers"]) == ["12.5", "12.5", "25.0", "25.0"]
    assert list(frame["The right type was among the first three"]) == ["–", "1", "1", "0"]
    assert frame.loc[Error.NEAR.value, "Texts"] == 2


def test_without_answers_there_is_nothing_to_count() -> None:
    assert list(kinds([], DOMAINS)["Texts"]) == [0, 0, 0, 0]
    assert confused([], LABELS).empty


def test_a_pair_that_was_confused_often_has_its_surest_text() -> None:
    assert confused(ANSWERS, LABELS).values.tolist() == [["A", "B", 2, "surest"]]


def test_of_two_pairs_the_more_frequent_comes_first() -> None:
    more = [*ANSWERS, *[answer("b", "none")] * 3]
    assert list(confused(more, LABELS)["Texts"]) == [3, 2]
