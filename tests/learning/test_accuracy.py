import pytest

from resilience.evidence.learnt import Answer
from resilience.learning import accuracy
from resilience.learning.accuracy import ENOUGH
from resilience.learning.learn import PROMISED, broken_promises
from resilience.synthesis.shares import Share


def answer(
    coded: str, said: str, score: float = 90, decision: str = "auto", second: str = "", types: str = ""
) -> Answer:
    return Answer("policies/a", "text", coded, said, score, decision, said, second, "", types)


ANSWERS = [
    answer("a", "a", 96),
    answer("a", "b", 92, "review", second="a"),
    answer("b", "b", 60, "review"),
    answer("none", "b", 40, "review"),
    answer("b", "none", 70, "none"),
    answer("none", "none", 80, "none"),
]


def test_micro_f1_leaves_out_what_is_rightly_none() -> None:
    # Two right, of four that were given a type and four that have one.
    assert accuracy.micro_f1(ANSWERS) == pytest.approx(0.5)


def test_macro_f1_counts_each_type_alike() -> None:
    assert accuracy.macro_f1(ANSWERS * 3) == pytest.approx((2 / 3 + 2 / 5) / 2)


def test_macro_f1_leaves_out_types_with_few_texts() -> None:
    few = [answer("c", "a") for _ in range(ENOUGH - 1)]
    right = [answer("a", "a") for _ in range(ENOUGH)]
    assert accuracy.macro_f1([*few, *right]) == pytest.approx(2 * 5 / (2 * 5 + 4))
    assert accuracy.macro_f1(few) == 0


def test_any_f1_takes_what_a_coder_named_too() -> None:
    named = [["a"], ["a", "b"], ["b"], [], ["b"], []]
    # One more is right: "b" of the second text.
    assert accuracy.any_f1(ANSWERS, named) == pytest.approx(0.75)
    assert accuracy.any_f1(ANSWERS, [[one.coded] for one in ANSWERS]) == accuracy.micro_f1(ANSWERS)
    assert accuracy.any_f1([], []) == 0


def test_any_f1_is_at_most_one() -> None:
    # No type came first for one coder, another named one: there is a type to find.
    assert accuracy.any_f1([answer("none", "a")], [["a"]]) == 1
    assert accuracy.any_f1([answer("none", "a")], [[]]) == 0


def test_false_types_are_counted_among_texts_without_a_type() -> None:
    assert accuracy.false_types(ANSWERS) == Share(1, 2)


def test_a_second_type_is_right_if_a_coder_named_it() -> None:
    said = [answer("a", "a", types="a;b;c"), answer("a", "b", types="b;a"), answer("a", "a", types="a")]
    said += [answer("none", "none", types="")]
    assert accuracy.second_right(said, [["a", "c"], ["a"], ["a"], []]) == Share(2, 3)


def test_shares() -> None:
    assert accuracy.in_first_three(ANSWERS) == Share(3, 4)
    assert accuracy.auto_right(ANSWERS) == Share(1, 1)
    assert accuracy.auto_cover(ANSWERS) == Share(1, 4)
    sure = [answer("a", "a"), answer("a", "b"), answer("none", "a"), answer("b", "a", decision="review")]
    assert accuracy.auto_right(sure) == Share(1, 3)


def test_the_interval_is_that_of_wilson() -> None:
    # Newcombe (1998), Statistics in Medicine 17, table I: 81 of 263 gives 0.2553 to 0.3662.
    low, high = Share(81, 263).interval or (0, 0)
    assert (low, high) == (pytest.approx(25.53, abs=0.005), pytest.approx(36.62, abs=0.005))
    assert Share(0, 0).interval is None
    assert Share(0, 0).value is None


def test_types_without_texts_are_left_out() -> None:
    frame = accuracy.by_type(ANSWERS, {"a": "A", "b": "B", "c": "C", "none": "No type"})
    assert list(frame["label"]) == ["A", "B", "No type"]
    assert list(frame["right"]) == [1, 1, 1]


def test_bands_hold_every_answer_once() -> None:
    assert accuracy.by_score(ANSWERS)["n"].sum() == len(ANSWERS)
    assert accuracy.by_score([answer("a", "a", 100)])["n"].sum() == 1


def test_confusion_counts_pairs_by_name() -> None:
    frame = accuracy.confusion(ANSWERS, {"a": "One", "b": "One", "none": "No type"})
    assert frame.values.tolist() == [
        ["One", "One", 3],
        ["One", "No type", 1],
        ["No type", "One", 1],
        ["No type", "No type", 1],
    ]


def test_wrong_answers_come_surest_first() -> None:
    frame = accuracy.wrong(ANSWERS, {"a": "A", "b": "B", "none": "No type"})
    assert list(frame["Score"]) == [92, 70, 40]


def test_a_broken_promise_is_named_with_both_numbers() -> None:
    assert broken_promises([answer("a", "a")]) == []
    assert broken_promises(ANSWERS)[0] == "F1 over all texts: 50.0 in 100, promised 85"
    assert len(broken_promises([])) == len(PROMISED)
