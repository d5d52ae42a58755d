"""Grids of shaded numbers say what was found together, and what was not."""

from itertools import pairwise

import pandas as pd
import pytest

from resilience.figures.crosstab import DOT, crosstab, together
from resilience.figures.figure import Figure
from resilience.figures.palette import INK_SOFT, SEQUENTIAL, custom_properties

FRAME = pd.DataFrame(
    [("Green space", "England", 8), ("Green space", "Wales", 2), ("Clean streets", "England", 0)],
    columns=["row", "column", "n"],
)
TOGETHER_FRAME = pd.DataFrame(
    [("Parks", "Homes", 9, 12, 20, 2.5), ("Homes", "Arts", 1, 20, 4, None), ("Arts", "Rare", 1, 4, 1, None)],
    columns=["first", "second", "both", "with_first", "with_second", "lift"],
)
NAMES = ["Parks", "Homes", "Arts"]


def lightness(colour: str) -> float:
    """Give the relative luminance of `#rrggbb`, as WCAG 2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((lightness(one), lightness(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def make(frame: pd.DataFrame = FRAME) -> Figure:
    return crosstab(frame, title="T", row="activity type", column="nation", things="policies")


def cells() -> dict[tuple[str, str], dict[str, str]]:
    spec = make().payload()["wide"]
    found = [row for rows in spec["datasets"].values() for row in rows if "ink" in row]
    return {(cell["label"], cell["column"]): cell for cell in found}


def test_the_table_tells_none_found_from_nought() -> None:
    assert make().table.to_dict("list") == {
        "Activity type": ["Green space", "Clean streets"],
        "England": [8, 0],
        "Wales": [2, "none found"],
    }


def test_a_cell_that_was_not_found_is_empty_but_for_its_words() -> None:
    assert cells()["Clean streets", "Wales"] == cells()["Clean streets", "Wales"] | {
        "shown": "none found",
        "fill": "transparent",
        "ink": INK_SOFT.light,
    }


def test_the_shade_grows_with_the_number() -> None:
    found = cells()
    assert found["Green space", "England"]["fill"] == SEQUENTIAL[-1].light
    assert found["Clean streets", "England"]["fill"] == SEQUENTIAL[0].light
    assert found["Clean streets", "England"]["shown"] == "0"


def test_a_number_can_be_read_on_every_shade_light_and_dark() -> None:
    frame = pd.DataFrame({"row": list("abcde"), "column": "England", "n": [1, 3, 5, 7, 9]})
    spec = make(frame).payload()["wide"]
    found = [row for rows in spec["datasets"].values() for row in rows if "ink" in row]
    dark = {shade.light: shade.dark for shade in custom_properties().values()}
    assert {cell["fill"] for cell in found} == {shade.light for shade in SEQUENTIAL}
    for cell in found:
        assert contrast(cell["ink"], cell["fill"]) >= 4.5
        assert contrast(dark[cell["ink"]], dark[cell["fill"]]) >= 4.5


def test_short_headings_stand_in_the_chart_alone_and_the_note_explains_them() -> None:
    figure = crosstab(
        FRAME, title="T", row="activity type", column="nation", things="policies", note="N",
        short={"England": "1", "Wales": "2"},
    )  # fmt: skip
    assert figure.note == "Each column is a nation: 1 is England; 2 is Wales. A dash is none found. N"
    assert list(figure.table.columns) == ["Activity type", "England", "Wales"]
    spec = figure.payload()["wide"]
    headings = [row["heading"] for rows in spec["datasets"].values() for row in rows if "heading" in row]
    assert headings == ["1", "2"]
    cells = [row["shown"] for rows in spec["datasets"].values() for row in rows if "ink" in row]
    assert sorted(cells) == ["0", "2", "8", "\N{EN DASH}"]


@pytest.mark.parametrize(
    ("frame", "sentence"),
    [
        (
            FRAME,
            "Found most often together: Green space and England (8 policies). "
            "For 1 of 4 pairs none were found.",
        ),
        (
            FRAME.assign(n=2),
            "Found most often together: Green space and England; Green space and Wales; "
            "Clean streets and England (2 policies each). For 1 of 4 pairs none were found.",
        ),
        (FRAME.head(2), "Found most often together: Green space and England (8 policies)."),
    ],
    ids=["one", "tie", "all found"],
)
def test_the_sentence_names_the_most_and_counts_the_gaps(frame: pd.DataFrame, sentence: str) -> None:
    assert make(frame).sentence == sentence


def make_together() -> Figure:
    return together(TOGETHER_FRAME, NAMES, title="T", things="policies", few="too few")


def test_cells_mirror_each_other() -> None:
    rows = [row for rows in make_together().payload()["narrow"]["datasets"].values() for row in rows]
    cells = {row["label"]: row["shown"] for row in rows if "ink" in row}
    assert cells == {
        "Parks and Homes": "9",
        "Homes and Parks": "9",
        "Homes and Arts": "1",
        "Arts and Homes": "1",
        "Parks and Arts": DOT,
        "Arts and Parks": DOT,
    }


def test_the_table_holds_only_named_pairs_and_says_where_there_are_too_few() -> None:
    assert list(make_together().table["Lift"]) == [2.5, "too few"]
    assert list(make_together().table["Policies with both"]) == [9, 1]


def test_the_sentence_counts_pairs() -> None:
    assert make_together().sentence == (
        "Found together most often: Parks and Homes (9 policies). Of 3 pairs, 2 were found."
    )


def test_nothing_together_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        together(TOGETHER_FRAME, ["Parks", "Arts"], title="T", things="policies", few="too few")


def test_cells_do_not_overlap_on_a_phone() -> None:
    names = [f"Type {place}" for place in range(16)]
    pair = pd.DataFrame([("Type 0", "Type 1", 9, 12, 20, 2.5)], columns=list(TOGETHER_FRAME))
    payload = together(pair, names, title="T", things="policies", few="-").payload()
    rows = [row for rows in payload["narrow"]["datasets"].values() for row in rows if "ink" in row]
    assert max(row["right"] for row in rows) <= payload["narrow"]["width"]
    lefts = sorted({row["left"] for row in rows})
    assert all(later - earlier >= 14 for earlier, later in pairwise(lefts))
