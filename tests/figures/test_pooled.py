import pandas as pd
import pytest

from resilience.figures.forest import Scale
from resilience.figures.pooled import funnel, pooled, rows

CELLS = [
    ("A", "", "study", 0.8, 0.6, 1.1),
    ("B", "", "left out", 0.7, 0.5, 0.9),
    ("All together", "", "pooled", 0.78, 0.6, 0.98),
]


def test_every_row_stands_in_the_table_with_its_part() -> None:
    figure = pooled(rows(CELLS), Scale("Odds ratio", True), title="T", sentence="S", note="N")
    assert figure.table["Part"].tolist() == ["study", "left out", "pooled"]
    assert "Group" not in figure.table
    assert "Pooled effect" in str(figure.payload()["wide"])


def test_groups_stand_in_the_table_where_there_are_some() -> None:
    grouped = [("A", "Index", *CELLS[0][2:]), ("B", "Quartile", *CELLS[1][2:])]
    figure = pooled(rows(grouped), Scale("Odds ratio", True), title="T", sentence="S", note="N")
    assert figure.table["Group"].tolist() == ["Index", "Quartile"]


def test_results_side_by_side_have_no_part_in_the_table_and_no_diamond() -> None:
    figure = pooled(rows(CELLS[:1]), Scale("Odds ratio", True), title="T", sentence="S", note="N")
    assert "Part" not in figure.table
    assert "diamond" not in str(figure.payload())


def test_a_set_without_numbers_is_refused() -> None:
    nothing = rows([("A", "", "study", None, None, None)])
    with pytest.raises(ValueError, match="No result in the set has a value"):
        pooled(nothing, Scale("Odds ratio", True), title="T", sentence="S", note="N")


def test_a_funnel_has_every_effect_in_its_table() -> None:
    frame = pd.DataFrame([("A", -0.2, 0.1), ("B", -0.5, 0.4)], columns=["label", "effect", "se"])
    figure = funnel(frame, -0.3, "Standardised mean difference", title="T", sentence="S")
    assert figure.table.to_numpy().tolist() == [["A", -0.2, 0.1], ["B", -0.5, 0.4]]
    assert figure.payload()["narrow"]["width"] <= 284
