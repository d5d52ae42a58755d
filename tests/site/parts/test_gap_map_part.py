"""The gap map says in each cell what the room of findings counted, in signs and in words."""

import pytest
from bs4 import BeautifulSoup, Tag
from tests.frozen import book

from resilience.findings.gap_map import NO_TYPE, Cell
from resilience.records.vocabulary import Direction
from resilience.site.pages.common import Pages
from resilience.site.parts.gap_map_cells import SIGNS
from resilience.site.parts.gap_map_part import GAP_MAP

PAGES = Pages(book())


@pytest.fixture(scope="module")
def rows() -> dict[str, list[Tag]]:
    html = BeautifulSoup(GAP_MAP.render(PAGES, "", root="../", download="", uri=str), "html.parser")
    found = html.select(".gap-matrix tbody tr:has(td)")
    by_domain = [
        slug for domain in PAGES.base.domains for slug in PAGES.base.types if domain_of(slug) == domain
    ]
    return dict(zip([*by_domain, NO_TYPE], (row.select("td") for row in found), strict=True))


def domain_of(slug: str) -> str:
    return PAGES.base.types[slug].domain


def words(cell: Tag) -> str:
    return cell.select(".gap-spoken")[0].get_text()


def test_an_empty_cell_says_whether_anybody_looked(rows: dict[str, list[Tag]]) -> None:
    for slug, cells in PAGES.gap_map.items():
        for cell, shown in zip(cells, rows[slug], strict=True):
            if cell.seen:
                continue
            if slug == NO_TYPE:
                assert words(shown) == "none on record"
            else:
                assert words(shown) == ("looked for, none on record" if cell.looked_for else "not looked for")


def test_a_cell_says_how_many_point_which_way(rows: dict[str, list[Tag]]) -> None:
    for slug, cells in PAGES.gap_map.items():
        for cell, shown in zip(cells, rows[slug], strict=True):
            if cell.seen:
                assert words(shown).partition(": ")[2] == said(cell)
                signs = [f"{sign}{n}" for one, sign in SIGNS.items() if (n := count(cell, one))]
                assert shown.select(".gap-signs")[0].get_text() == " ".join(signs)


def count(cell: Cell, direction: Direction) -> int:
    return sum(one.direction is direction for one in cell.studies)


def said(cell: Cell) -> str:
    """Say a cell in the way of the page, from the cell itself."""
    n = len(cell.studies)
    parts = [f"{n} evaluation or review" if n == 1 else f"{n} evaluations or reviews"]
    parts[0] += pointing([one.direction for one in cell.studies])
    if cell.exposures:
        directions = [one.direction for one in cell.exposures]
        parts.append(f"{len(directions)} of what people live with{pointing(directions, 'goes with ')}")
    if cell.not_told:
        parts.append(f"{len(cell.not_told)} that name no side")
    return "; ".join(parts)


def pointing(directions: list[Direction], before: str = "") -> str:
    named = [f"{directions.count(one)} {before}{one.label.lower()}" for one in SIGNS if directions.count(one)]
    return f" ({', '.join(named)})" if named else ""
