"""How right the matcher is: what was taken for what, and whether scores mean what they say."""

import pandas as pd

from resilience.figures.accuracy import confusion, reliability

PAIRS = pd.DataFrame(
    [("Arts", "Arts", 8), ("Arts", "Clubs", 2), ("Clubs", "Clubs", 5), ("Clubs", "No type", 1)],
    columns=["row", "column", "n"],
)
BANDS = pd.DataFrame(
    [("50 to 70", 60.0, 6, 10, 60.0, 31.3, 83.2), ("90 to 100", 96.0, 5, 10, 50.0, 23.7, 76.3)],
    columns=["label", "score", "right", "n", "value", "ci_low", "ci_high"],
)


def test_the_sentence_counts_what_is_right_and_names_the_commonest_slip() -> None:
    figure = confusion(PAIRS, ["Clubs", "Arts", "No type", "Parks"], title="T", row="type", things="texts")
    assert figure.sentence == (
        "The matcher gave what was coded for 13 of 16 texts. It most often took Arts for Clubs (2 texts)."
    )


def test_pairs_that_are_as_common_are_counted() -> None:
    figure = confusion(PAIRS.assign(n=1), ["Arts", "Clubs", "No type"], title="T", row="type", things="texts")
    assert figure.sentence.endswith("took Arts for Clubs (1 text). 1 other pair is as common.")


def test_without_a_slip_none_is_named() -> None:
    right = PAIRS[PAIRS["row"] == PAIRS["column"]]
    figure = confusion(right, ["Arts", "Clubs"], title="T", row="type", things="texts")
    assert figure.sentence == "The matcher gave what was coded for 13 of 13 texts."


def test_the_table_has_a_row_for_each_type_that_occurs_in_the_order_given() -> None:
    table = confusion(
        PAIRS, ["Clubs", "Arts", "No type", "Parks"], title="T", row="type", things="texts"
    ).table
    assert table.to_numpy().tolist() == [
        [1, "Clubs", 6, 5, "No type (1)"],
        [2, "Arts", 10, 8, "Clubs (2)"],
        [3, "No type", 0, 0, "none"],
    ]


def test_the_chart_is_drawn_at_both_sizes() -> None:
    payload = confusion(PAIRS, ["Arts", "Clubs", "No type"], title="T", row="type", things="texts").payload()
    assert payload["narrow"]["width"] < payload["wide"]["width"]


def test_the_sentence_names_bands_that_do_not_hold_their_score() -> None:
    assert reliability(BANDS, title="T", things="answers").sentence == (
        "In 1 of 2 bands the mean score lies within the interval of the share that was right (20 answers). "
        "It does not in: 90 to 100."
    )


def test_where_all_hold_none_is_named() -> None:
    assert reliability(BANDS.head(1), title="T", things="answers").sentence == (
        "In 1 of 1 bands the mean score lies within the interval of the share that was right (10 answers)."
    )


def test_the_table_has_every_number() -> None:
    assert reliability(BANDS, title="T", things="answers").table.to_numpy().tolist() == [
        ["50 to 70", 60.0, 10, 6, 60.0, 31.3, 83.2],
        ["90 to 100", 96.0, 10, 5, 50.0, 23.7, 76.3],
    ]
