"""The page of any place has the words and names for each nation, and says what to do without a script."""

import json

from bs4 import BeautifulSoup
from tests.frozen import book

from resilience.planning.from_records.place import place_facts
from resilience.records.vocabulary import Nation
from resilience.site.pages.common import Pages
from resilience.site.parts.any_place_part import ANY_PLACE, lying_there
from resilience.site.parts.find_place_part import FIND_PLACE

PAGES = Pages(book())
HTML = BeautifulSoup(ANY_PLACE.render(PAGES, "", root="./", download="", uri=str), "html.parser")


def test_every_figure_of_each_nation_has_its_name_unit_and_source_with_a_year() -> None:
    told = place_facts(PAGES)
    assert set(told) == {one.value for one in Nation}
    for nation in PAGES.base.place_figures.nations:
        figures = told[nation.nation.value]["figures"]
        assert set(figures) == {one.key for one in nation.figures}
        assert all(any(letter.isdigit() for letter in one["source"]) for one in figures.values())


def test_a_ward_names_the_neighbourhood_that_lies_there() -> None:
    assert lying_there(PAGES)["E05015190"] == [["claremont", "Claremont", 100]]


def test_what_the_page_is_told_can_be_read() -> None:
    (script,) = HTML.select("script")
    assert set(json.loads(script.text)) == {"nations", "neighbourhoods", "groups"}


def test_without_a_script_a_list_of_councils_leads_on() -> None:
    (link,) = HTML.select("noscript a")
    assert link["href"] == "./book/neighbourhoods/all-councils"
    box = BeautifulSoup(FIND_PLACE.render(PAGES, "", root="./", download="", uri=str), "html.parser")
    assert box.select(".find-place-list a")[0]["href"] == "./book/neighbourhoods/all-councils"
    assert "hidden" in box.select(".find-place-box")[0].attrs


def test_the_field_is_a_combobox_that_names_its_list() -> None:
    (field,) = HTML.select("[role=combobox]")
    (options,) = HTML.select("[role=listbox]")
    assert field["aria-controls"] == options["id"]
    assert HTML.select(f"label[for={field['id']}]")
