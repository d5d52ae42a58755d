"""A pair stands in both of its cells; one that was not found is a dot, not nought."""

from itertools import pairwise

import pandas as pd
import pytest

from resilience.figures.figure import Figure
from resilience.figures.together import NONE_FOUND, together

FRAME = pd.DataFrame(
    [("Parks", "Homes", 9, 12, 20, 2.5), ("Homes", "Arts", 1, 20, 4, None), ("Arts", "Rare", 1, 4, 1, None)],
    columns=["first", "second", "both", "with_first", "with_second", "lift"],
)
NAMES = ["Parks", "Homes", "Arts"]


def make() -> Figure:
    return together(FRAME, NAMES, title="T", things="policies", few="too few")


def test_cells_mirror_each_other() -> None:
    rows = [row for rows in make().payload()["narrow"]["datasets"].values() for row in rows]
    cells = {row["label"]: row["shown"] for row in rows if "ink" in row}
    assert cells == {
        "Parks and Homes": "9",
        "Homes and Parks": "9",
        "Homes and Arts": "1",
        "Arts and Homes": "1",
        "Parks and Arts": NONE_FOUND,
        "Arts and Parks": NONE_FOUND,
    }


def test_the_table_holds_only_named_pairs_and_says_where_there_are_too_few() -> None:
    assert list(make().table["Lift"]) == [2.5, "too few"]
    assert list(make().table["Policies with both"]) == [9, 1]


def test_the_sentence_counts_pairs() -> None:
    assert make().sentence == (
        "Found together most often: Parks and Homes (9 policies). Of 3 pairs, 2 were found."
    )


def test_nothing_together_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        together(FRAME, ["Parks", "Arts"], title="T", things="policies", few="too few")


def test_cells_do_not_overlap_on_a_phone() -> None:
    names = [f"Type {place}" for place in range(16)]
    pair = pd.DataFrame([("Type 0", "Type 1", 9, 12, 20, 2.5)], columns=list(FRAME))
    payload = together(pair, names, title="T", things="policies", few="-").payload()
    rows = [row for rows in payload["narrow"]["datasets"].values() for row in rows if "ink" in row]
    assert max(row["right"] for row in rows) <= payload["narrow"]["width"]
    lefts = sorted({row["left"] for row in rows})
    assert all(later - earlier >= 14 for earlier, later in pairwise(lefts))
