"""Directions: every direction has its column, and harm its own sentence."""

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
        "Benefit": [9, 5],
        "No difference": [0, 0],
        "Mixed": [0, 0],
        "Harm": [0, 1],
        "Unclear": [0, 0],
        "All results": [9, 6],
    }


@pytest.mark.parametrize(
    ("frame", "sentence"),
    [
        (
            FRAME,
            "Of 15 results, 14 point to benefit and 1 points to harm. "
            "Harm was found for 1 of 2 activity types.",
        ),
        (FRAME.query("direction == 'benefit'"), "All 14 results point to benefit."),
    ],
    ids=["some harm", "no harm"],
)
def test_the_sentence_counts_and_points_out_harm(frame: pd.DataFrame, sentence: str) -> None:
    assert directions(frame, title="T").sentence == sentence


def test_each_cell_shows_its_number_in_the_column_of_its_direction() -> None:
    spec = directions(FRAME, title="T").payload()["narrow"]
    cells = [row for rows in spec["datasets"].values() for row in rows if "shown" in row]
    assert {(cell["label"], cell["direction"]): cell["shown"] for cell in cells if cell["shown"] != "0"} == {
        ("Living wage", "Benefit"): "9",
        ("Green space", "Benefit"): "5",
        ("Green space", "Harm"): "1",
    }
    assert len({cell["left"] for cell in cells}) == 5
