"""A figure can't be made without its parts, and survives in a notebook."""

from typing import Any

import altair as alt
import nbformat
import pandas as pd
import pytest

from resilience.figures.figure import MIME_TYPE, Figure

TABLE = pd.DataFrame({"Nation": ["Wales", "Scotland"], "n": [3, 5]})
CHART = alt.Chart(TABLE).mark_bar().encode(x="n:Q", y="Nation:N")
PARTS: dict[str, Any] = {"title": "A title", "sentence": "A sentence.", "table": TABLE, "chart": CHART}


@pytest.mark.parametrize(
    ("part", "value", "message"),
    [
        ("title", " ", "needs a title"),
        ("sentence", "", "needs a sentence"),
        ("table", TABLE.head(0), "needs a table"),
        ("chart", {}, "needs a chart"),
    ],
)
def test_a_figure_needs_each_part(part: str, value: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Figure(**PARTS | {part: value})


@pytest.mark.parametrize("part", ["sentence", "table"])
def test_a_part_may_not_be_left_out(part: str) -> None:
    with pytest.raises(TypeError, match=part):
        Figure(**{name: value for name, value in PARTS.items() if name != part})


def test_a_figure_goes_through_a_notebook_and_back() -> None:
    data = Figure(**PARTS)._repr_mimebundle_()
    output = nbformat.v4.new_output("execute_result", data=data, execution_count=1)
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(outputs=[output])])
    nbformat.validate(notebook)
    again = nbformat.reads(nbformat.writes(notebook), as_version=4)
    assert again.cells[0].outputs[0].data == {MIME_TYPE: data[MIME_TYPE]}


def test_the_payload_holds_both_sizes_in_the_look_of_the_house() -> None:
    payload = Figure(**PARTS).payload()
    assert payload["wide"]["width"] > payload["narrow"]["width"]
    assert payload["wide"]["config"]["background"] == "transparent"
    assert payload["alt"] == "Chart: A title"
    assert [row[0] for row in payload["table"]["rows"]] == ["Wales", "Scotland"]


def test_a_chart_of_its_own_for_narrow_screens() -> None:
    payload = Figure(**PARTS, narrow=CHART.properties(width=120)).payload()
    assert payload["narrow"]["width"] == 120


@pytest.mark.parametrize(
    "chart",
    [
        {"data": {"url": "https://example.org/data.csv"}, "mark": "bar"},
        {"layer": [{"mark": "bar", "data": {"url": "numbers.json"}}]},
        {"mark": {"type": "image", "url": "https://example.org/picture.png"}},
    ],
)
def test_a_chart_may_not_load_anything(chart: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="its own data"):
        Figure(**PARTS | {"chart": chart}).payload()


def test_a_column_named_url_is_no_address() -> None:
    rows = [{"url": "https://example.org", "n": 1}]
    chart = {
        "data": {"values": rows},
        "mark": "bar",
        "encoding": {"x": {"field": "n", "type": "quantitative"}},
    }
    assert Figure(**PARTS | {"chart": chart}).payload()["wide"]["data"]["values"] == rows


def test_a_figure_prints_as_its_title() -> None:
    assert repr(Figure(**PARTS)) == "<Figure: A title>"
