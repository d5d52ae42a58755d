import pandas as pd

from resilience.figures.reliability import reliability

BANDS = pd.DataFrame(
    [("50 to 70", 60.0, 6, 10, 60.0, 31.3, 83.2), ("90 to 100", 96.0, 5, 10, 50.0, 23.7, 76.3)],
    columns=["label", "score", "right", "n", "value", "ci_low", "ci_high"],
)


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
