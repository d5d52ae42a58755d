"""Both ends of a list of differences are named, with the counts behind them."""

import pandas as pd

from resilience.figures.differences import differences
from resilience.figures.figure import Figure

FRAME = pd.DataFrame(
    [
        ("Parks", 6, 10, 2, 20, 50.4, 10.2, 70.0),
        ("Homes", 1, 10, 2, 20, 0.0, -20.0, 30.0),
        ("Arts", 0, 10, 10, 20, -50.0, -70.0, -10.0),
    ],
    columns=["label", "here", "here_n", "elsewhere", "elsewhere_n", "value", "ci_low", "ci_high"],
)


def make(frame: pd.DataFrame = FRAME) -> Figure:
    return differences(
        frame, title="T", row="type", things="councils", here="in the east", elsewhere="elsewhere", note="N."
    )


def test_the_sentence_names_both_ends() -> None:
    assert make().sentence == (
        "Of the councils, more often in the east: Parks (50 points); more often elsewhere: Arts (50 points)."
    )


def test_no_difference_is_said_so() -> None:
    assert make(FRAME.iloc[[1]]).sentence == "No share differs between councils in the east and elsewhere."


def test_counts_of_both_sides_stand_beside_each_row() -> None:
    rows = [row for rows in make().payload()["wide"]["datasets"].values() for row in rows]
    assert "Parks (6 of 10; 2 of 20)" in {row.get("label") for row in rows}
    assert list(make().table["Found in the east"]) == [6, 1, 0]
    assert list(make().table["All elsewhere"]) == [20, 20, 20]
