"""Directions: every direction has its column, and what points to worse its own sentence."""

import pandas as pd
import pytest

from resilience.figures.directions import directions

FRAME = pd.DataFrame(
    [("Green space", "benefit", 5), ("Green space", "harm", 1), ("Living wage", "benefit", 9)],
    columns=["label", "direction", "n"],
)


def test_the_table_counts_each_direction_even_where_there_is_none() -> None:
    table = directions(FRAME, title="T").table
    assert table.to_dict("list") == {
        "Activity type": ["Living wage", "Green space"],
        "Better": [9, 5],
        "No difference": [0, 0],
        "Mixed": [0, 0],
        "Worse": [0, 1],
        "Not told": [0, 0],
        "All results": [9, 6],
    }


@pytest.mark.parametrize(
    ("frame", "sentence"),
    [
        (
            FRAME,
            "Of 15 results, 14 point to better and 1 points to worse. "
            "A result that points to worse stands under 1 of 2 activity types.",
        ),
        (FRAME.query("direction == 'benefit'"), "All 14 results point to better."),
    ],
    ids=["some worse", "none worse"],
)
def test_the_sentence_counts_and_points_out_what_is_worse(frame: pd.DataFrame, sentence: str) -> None:
    assert directions(frame, title="T").sentence == sentence


def test_each_cell_shows_its_number_in_the_column_of_its_direction() -> None:
    spec = directions(FRAME, title="T").payload()["narrow"]
    cells = [row for rows in spec["datasets"].values() for row in rows if "shown" in row]
    assert {(cell["label"], cell["direction"]): cell["shown"] for cell in cells if cell["shown"] != "0"} == {
        ("Living wage", "Better"): "9",
        ("Green space", "Better"): "5",
        ("Green space", "Worse"): "1",
    }
    assert len({cell["left"] for cell in cells}) == 5
