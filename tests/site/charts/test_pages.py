"""Figures on built pages, read without any script."""

import csv
import json
from typing import TYPE_CHECKING

import pytest
from bs4 import Tag
from tests.site.charts.conftest import HOSTILE

if TYPE_CHECKING:
    from tests.site.charts.conftest import Built

pytestmark = pytest.mark.slow

WRITTEN = {"a", "button", "details", "div", "figcaption", "p", "script", "summary"}
TABULATED = {"caption", "table", "tbody", "td", "th", "thead", "tr"}
LAID_OUT = {"li", "ol", "span", "strong", "ul"}
DRAWN = {"g", "line", "path", "svg", "text", "tspan"}


def figures(book: "Built", page: str = "notebooks/hostile") -> list[Tag]:
    return book.page(page).select("figure.figure")


def text_of(figure: Tag, selector: str) -> str:
    found = figure.select_one(selector)
    assert found is not None, selector
    return found.get_text()


def test_the_book_builds_without_warnings(book: "Built") -> None:
    assert book.warnings == ""


@pytest.mark.parametrize("page", ["notebooks/hostile", "notebooks/boxes", "by-code"])
def test_hostile_text_adds_no_element(book: "Built", page: str) -> None:
    for figure in figures(book, page):
        assert {tag.name for tag in figure.find_all()} <= WRITTEN | TABULATED | DRAWN | LAID_OUT


def test_hostile_text_is_shown_as_it_is(book: "Built") -> None:
    figure = figures(book)[0]
    for selector in (".figure-title", ".figure-note", "caption", "tbody th"):
        assert text_of(figure, selector) == HOSTILE
    assert HOSTILE in text_of(figure, ".figure-sentence")


def test_a_figure_can_be_read_without_a_script(book: "Built") -> None:
    figure = figures(book)[0]
    assert figure["aria-labelledby"] == "figure-1-title"
    drawings = figure.select(".figure-chart > svg")
    assert [drawing["class"] for drawing in drawings] == [["figure-narrow"], ["figure-wide"]]
    assert all(drawing["role"] == "img" and HOSTILE in drawing["aria-label"] for drawing in drawings)
    assert [cell.get_text() for cell in figure.select("tbody td")] == ["1,200", "3"]
    assert {cell["scope"] for cell in figure.select("th")} == {"col", "row"}


def test_only_a_figure_of_many_marks_that_tells_more_can_be_made_interactive(book: "Built") -> None:
    few, years, many = figures(book)
    for figure in (few, years):
        assert not figure.select(".figure-go, .figure-spec")
    assert many.select_one("button.figure-go[hidden]"), "Without a script the button would do nothing."


def test_the_specs_survive_their_script_element(book: "Built") -> None:
    specs = json.loads(text_of(figures(book)[2], "script.figure-spec"))
    assert set(specs) == {"wide", "narrow"}
    assert HOSTILE in json.dumps(specs["wide"]["datasets"]).replace('\\"', '"')


@pytest.mark.parametrize(
    ("page", "number", "rows"),
    [
        ("notebooks/hostile", 2, [["2001", "1"], ["2002", "0"], ["2003", "1"], ["Year not seen", "1"]]),
        (
            "by-code",
            1,
            [[HOSTILE, "4", "0", "0", "0", "0", "4"], ["Green space", "0", "0", "0", "1", "0", "1"]],
        ),
    ],
)
def test_the_link_leads_to_the_numbers(book: "Built", page: str, number: int, rows: list[list[str]]) -> None:
    figure = figures(book, page)[number - 1]
    link = figure.select_one("a.figure-numbers[download]")
    assert link is not None
    file = (book.site / page).parent / str(link["href"])
    assert file.resolve() == (book.site / f"_static/figures/{page}-{number}.csv").resolve()
    with file.open(encoding="utf-8-sig", newline="") as lines:
        assert list(csv.reader(lines))[1:] == rows


def test_figures_of_a_page_are_numbered(book: "Built") -> None:
    assert [figure["id"] for figure in figures(book)] == ["figure-1", "figure-2", "figure-3"]


def test_only_pages_with_figures_load_their_script_and_style(book: "Built") -> None:
    assert book.page("by-code").select("script[src*='figures.js']")
    assert not book.page("index").select("script[src*='figures.js'], link[href*='figures.css']")


def test_the_script_of_interactive_charts_is_on_the_site_and_calls_no_other(book: "Built") -> None:
    figure = figures(book)[2]
    script = (book.site / "notebooks" / str(figure["data-script"])).resolve()
    assert script.name.startswith("vega-")
    assert "cdn" not in script.read_text("utf-8")


def test_boxes_say_all_their_words_as_text_and_have_no_script(book: "Built") -> None:
    flow, logic, regions, councils = figures(book, "notebooks/boxes")
    assert text_of(flow, ".box") == f"{HOSTILE}: 1,200"
    assert [line.get_text() for line in flow.select(".flow-aside li")] == [f"{HOSTILE}: 3", HOSTILE]
    assert [box.get_text() for box in logic.select(".box")] == [HOSTILE, "Money", HOSTILE, "Health"]
    arrows = {arrow.get_text(): "unstudied" in arrow["class"] for arrow in logic.select(".logic-arrow")}
    assert arrows == {HOSTILE: True, "sure": False}
    assert text_of(regions, ".region-tile.shade-0") == "Scotland –"
    assert councils.select(".council-tiles .shade-1")[0]["title"] == f"{HOSTILE} 0: 1"
    assert len(councils.select(".council-tiles > span")) == 12 * 30
    for figure in (flow, logic, regions, councils):
        assert not figure.select("button, script")
        assert figure.select_one("details.figure-table table")
