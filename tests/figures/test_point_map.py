"""Points stand where their places lie, and labels where they cover least."""

from typing import Any

import pandas as pd
import pytest

from resilience.figures.figure import Figure
from resilience.figures.palette import SEQUENTIAL
from resilience.figures.point_map import DOT, LETTER, label_places, point_map

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


def placed(*dots: tuple[float, float, str], width: float = 300) -> list[tuple[float, float]]:
    found = label_places(pd.DataFrame(dots, columns=["x", "y", "label"]), width)
    return list(zip(found["label_x"], found["label_y"], strict=True))


def test_a_label_alone_stands_right_of_its_dot() -> None:
    # Four letters, so half of it is 14 wide, after the dot and a space of 2.
    assert placed((100, 50, "003A")) == [(100 + DOT + 2 + 4 * LETTER / 2, 50)]


def test_at_the_right_edge_it_stands_left() -> None:
    assert placed((290, 50, "003A")) == [(290 - DOT - 2 - 4 * LETTER / 2, 50)]


def test_a_label_makes_way_for_a_dot() -> None:
    (x, y), _ = placed((100, 50, "003A"), (130, 50, "003B"))
    assert x < 100
    assert y == 50


def test_a_label_makes_way_for_a_label() -> None:
    first, second = placed((100, 50, "003A"), (100, 55, "003B"))
    assert abs(first[0] - second[0]) >= 4 * LETTER or abs(first[1] - second[1]) >= 14
