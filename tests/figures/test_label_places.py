"""Labels on a map: beside their dots, clear of others, inside the map."""

import pandas as pd

from resilience.figures.label_places import DOT, LETTER, label_places


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
