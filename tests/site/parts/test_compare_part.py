"""Rankings and the comparison show what the view of the evidence says, and text of records as text."""

import pytest
from bs4 import BeautifulSoup
from markupsafe import escape
from tests.frozen import book

from resilience.site.pages.common import Pages
from resilience.site.pages.ranked import ranking
from resilience.site.parts.compare_part import COMPARISON, NAMES, RANKING
from resilience.site.parts.part import Part

PAGES = Pages(book())
GROUPS = tuple(PAGES.base.outcome_groups)
HOSTILE = '<script>alert("x")</script>'


def html_of(part: Part, about: str) -> BeautifulSoup:
    """Write a part as the page of a group would."""
    html = part.render(PAGES, about, root="../", download="", uri=lambda docname: f"{docname}.html")
    return BeautifulSoup(html, "html.parser")


@pytest.mark.parametrize("group", GROUPS)
def test_a_ranking_has_a_row_for_each_activity_and_its_sentence(group: str) -> None:
    bodies = html_of(RANKING, group).select("tbody")
    assert bool(bodies) is bool(ranking(PAGES, group))
    for one, body in zip(ranking(PAGES, group), bodies, strict=True):
        link = body.select_one("th a")
        assert link
        assert link["href"] == f"../activities/{one.slug}.html"
        says = [cell.get_text() for cell in body.select(".ranking-says")]
        assert says == ([one.says] if one.says else [])
        cells = {str(cell["data-label"]): cell.get_text() for cell in body.select("td[data-label]")}
        assert (cells["Studies"], cells["In the UK"]) == (str(one.studies), str(one.in_uk))


def test_the_two_surest_are_offered_side_by_side_by_a_link() -> None:
    link = html_of(RANKING, "mind").select_one(".ranking-first a")
    assert link
    first, second = [row.slug for row in ranking(PAGES, "mind") if row.is_main and row.is_studied][:2]
    assert link["href"] == f"../book/activities/compare.html?a={first}&b={second}"
    assert html_of(RANKING, "say").select(".ranking-first") == []


def test_the_comparison_holds_a_column_for_each_activity_in_each_row() -> None:
    page = html_of(COMPARISON, "")
    types = list(PAGES.base.types)
    rows = page.select("template tr")
    assert len(rows) == 1 + len(GROUPS) + 5
    for row in rows:
        assert [cell["data-slug"] for cell in row.select("[data-slug]")] == types
    for name in NAMES:
        options = page.select(f"select[name={name}] option")
        assert sorted(str(option["value"]) for option in options) == sorted(["", *types])


def test_without_scripts_a_table_for_each_group_stands_there() -> None:
    found = html_of(COMPARISON, "").select("details.compare-group")
    there = [len(rows) for slug in GROUPS if (rows := ranking(PAGES, slug))]
    assert [len(one.select("tbody tr")) for one in found] == there


def test_text_of_records_is_never_markup() -> None:
    pages = Pages(book())
    slug = next(iter(pages.base.types))
    type_ = pages.base.types[slug]
    pages.base.__dict__["types"] = {**pages.base.types, slug: type_.model_copy(update={"label": HOSTILE})}
    html = COMPARISON.render(pages, "", root="", download="", uri=str)
    assert HOSTILE not in html
    assert str(escape(HOSTILE)) in html
