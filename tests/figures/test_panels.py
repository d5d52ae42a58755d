"""Small panels: right is worse in each, and what is missing is said so."""

from typing import Any

import pandas as pd
import pytest

from resilience.figures.panels import panels

COLUMNS = ["panel", "label", "value", "decimals", "is_main", "worse", "middle_low", "middle_high"]
FRAME = pd.DataFrame(
    [
        ("Score", "Here", 40.0, 1, 1, "high", 10.0, 30.0),
        ("Score", "Council", 20.0, 1, 0, "high", 10.0, 30.0),
        ("Tenth", "Here", 2.0, 0, 1, "low", 4.0, 6.0),
        ("Tenth", "Council", None, 0, 0, "low", 4.0, 6.0),
        ("Tenth", "England", 5.0, 0, 0, "low", 4.0, 6.0),
    ],
    columns=COLUMNS,
)


def made() -> Any:
    return panels(FRAME, title="T", sentence="S.", note="N", main="Here", other="Others", row="Figure")


def marks(size: str = "wide") -> dict[tuple[str, str], dict[str, Any]]:
    spec = made().payload()[size]
    rows = [row for rows in spec["datasets"].values() for row in rows if "shown" in row]
    return {(row["panel"], row["label"]): row for row in rows}


def test_the_table_says_what_is_missing() -> None:
    assert made().table.to_dict("records") == [
        {"Figure": "Score", "Here": "40.0", "Council": "20.0", "England": "not in our data"},
        {"Figure": "Tenth", "Here": "2", "Council": "not seen", "England": "5"},
    ]


def test_right_is_worse_whichever_way_numbers_run() -> None:
    found = marks()
    assert found["Score", "Here"]["x"] > found["Score", "Council"]["x"]
    assert found["Tenth", "Here"]["x"] > found["Tenth", "England"]["x"]


def test_a_line_is_as_long_as_the_band_and_its_width_on_both_sides() -> None:
    mark = marks()["Score", "Council"]
    # From -10 to 50, so that 20 is in the middle.
    assert mark["x"] == pytest.approx((mark["left"] + mark["right"]) / 2, abs=0.1)


def test_a_value_that_is_not_seen_has_words_and_no_symbol() -> None:
    spec = made().payload()["wide"]
    drawn = [rows for rows in spec["datasets"].values() if rows and "shown" in rows[0]]
    assert sorted(len(rows) for rows in drawn) == [4, 5]
    assert marks()["Tenth", "Council"]["shown"] == "not seen"


def test_panels_stand_side_by_side_only_where_there_is_room() -> None:
    wide, narrow = marks("wide"), marks("narrow")
    assert wide["Tenth", "Here"]["label_x"] > 0
    assert narrow["Tenth", "Here"]["label_x"] == 0
    assert narrow["Tenth", "Here"]["top"] > narrow["Score", "Council"]["bottom"]
