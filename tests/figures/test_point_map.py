"""A map of points: true in scale, with a label for each."""

from typing import Any

import pandas as pd
import pytest

from resilience.figures.figure import Figure
from resilience.figures.palette import SEQUENTIAL
from resilience.figures.point_map import point_map

FRAME = pd.DataFrame(
    {
        "east": [0.0, 3.0, 0.0],
        "north": [0.0, 0.0, 4.0],
        "mark": ["1", "5", "10"],
        "label": ["A", "B", "C"],
    }
)


def made(frame: pd.DataFrame = FRAME, **more: Any) -> Figure:
    return point_map(frame, frame, title="T", sentence="S.", note="N", **{"is_tenths": True} | more)


def dots(figure: Figure, size: str = "wide") -> dict[str, dict[str, Any]]:
    spec: Any = figure.payload()[size]  # type: ignore[literal-required]
    return {
        row["label"]: row
        for rows in spec["datasets"].values()
        for row in rows
        if row.get("label") in ("A", "B", "C")
    }


@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_one_scale_holds_both_ways_and_north_is_up(size: str) -> None:
    found = dots(made(), size)
    east = (found["B"]["x"] - found["A"]["x"]) / 3
    north = (found["A"]["y"] - found["C"]["y"]) / 4
    assert east == pytest.approx(north, abs=0.1)
    assert east > 0


def test_the_most_deprived_tenth_is_darkest_and_pairs_share_a_shade() -> None:
    found = dots(made())
    assert [found[label]["fill"] for label in "ABC"] == [SEQUENTIAL[place].light for place in (4, 2, 0)]


def test_labels_do_not_lie_on_each_other() -> None:
    near = FRAME.assign(east=[0.0, 0.05, 3.0], north=[0.0, 0.0, 4.0])
    found = dots(made(near))
    apart_x = abs(found["A"]["label_x"] - found["B"]["label_x"])
    apart_y = abs(found["A"]["label_y"] - found["B"]["label_y"])
    assert apart_x > 7 or apart_y > 12


def test_the_scale_bar_is_as_long_as_it_says() -> None:
    figure = made()
    spec: Any = figure.payload()["wide"]
    bar = next(row for rows in spec["datasets"].values() for row in rows if "km" in str(row.get("text")))
    found = dots(figure)
    km = float(bar["text"].split(" km")[0])
    assert (bar["right"] - bar["left"]) / km == pytest.approx(
        (found["B"]["x"] - found["A"]["x"]) / 3, rel=0.01
    )


def test_with_places_around_names_stand_in_a_list() -> None:
    around = pd.DataFrame({"east": [-6.0, 9.0], "north": [0.0, 0.0]})
    spec: Any = made(around=around, is_tenths=False).payload()["narrow"]
    rows = [row for rows in spec["datasets"].values() for row in rows]
    at = {row["label"]: row["x"] for row in rows if row.get("label") in ("A", "B")}
    plain = dots(made(), "narrow")
    assert at["B"] - at["A"] < plain["B"]["x"] - plain["A"]["x"]
    names = {row["label"]: row["label_y"] for row in rows if "label_y" in row}
    assert list(names) == ["1  A", "5  B", "10  C"]
    assert min(names.values()) > max(row["y"] for row in rows if "fill" in row and "label_y" not in row)


def test_one_place_alone_can_be_drawn() -> None:
    assert dots(made(FRAME.head(1)))["A"]["mark"] == "1"
