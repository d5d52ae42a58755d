"""Shares by row and column: points stand where the share is, and small groups are named."""

import pandas as pd
import pytest

from resilience.figures.share_grid import INSET, share_grid

FRAME = pd.DataFrame(
    [
        ("Parks", "England", 30, 60, 50.0, 37.7, 62.3),
        ("Parks", "Wales", 8, 8, 100.0, 67.6, 100.0),
        ("Homes", "England", 0, 60, 0.0, 0.0, 6.0),
        ("Homes", "Wales", 2, 8, 25.0, 7.1, 59.1),
    ],
    columns=["row", "column", "right", "n", "value", "ci_low", "ci_high"],
)
FIGURE = share_grid(
    FRAME, title="T", row="activity type", column="nation", groups="column", things="councils"
)


def marks() -> dict[tuple[str, str], dict[str, float]]:
    rows = [row for rows in FIGURE.payload()["narrow"]["datasets"].values() for row in rows]
    return {(row["label"], row["column"]): row for row in rows if "low_x" in row}


def test_small_groups_are_named_and_not_called_highest() -> None:
    assert FIGURE.sentence == (
        "The highest share of a group of 20 or more is Parks, England (30 of 60). "
        "Few councils, so shares are known only roughly: Wales (8)."
    )


def test_groups_may_be_rows() -> None:
    turned = FRAME.rename(columns={"row": "column", "column": "row"})
    figure = share_grid(turned, title="T", row="nation", column="type", groups="row", things="councils")
    assert "Few councils, so shares are known only roughly: Wales (8)." in figure.sentence


def test_points_stand_where_their_share_is() -> None:
    found = marks()
    for cell in found.values():
        width = cell["right"] - cell["left"] - 2 * INSET
        assert cell["left"] <= cell["low_x"] <= cell["x"] <= cell["high_x"] <= cell["right"]
        assert width > 0
    half = found["Parks", "England"]
    assert half["x"] == pytest.approx((half["left"] + half["right"]) / 2, abs=0.1)
    full = found["Parks", "Wales"]
    assert full["x"] == pytest.approx(full["right"] - INSET, abs=0.1)


def test_each_cell_says_how_many_of_how_many() -> None:
    assert {key: cell["shown"] for key, cell in marks().items()}["Homes", "England"] == "0 of 60"
    assert list(FIGURE.table["Of councils"]) == [60, 8, 60, 8]


def test_no_share_at_all_names_no_highest() -> None:
    none = FRAME.assign(right=0, value=0.0, n=60)
    figure = share_grid(none, title="T", row="type", column="nation", groups="column", things="councils")
    assert figure.sentence == "Nothing was found in a group of 20 or more."
