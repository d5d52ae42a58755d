"""The gap map says in each cell what the room of findings counted, in signs and in words."""

import pytest
from bs4 import BeautifulSoup, Tag
from tests.frozen import book

from resilience.findings.gap_map import NO_TYPE, Cell
from resilience.records.vocabulary import Direction
from resilience.site.pages.common import Pages
from resilience.site.parts.gap_map_part import EXPOSURE, GAP_MAP, RINGED, TOLD, size_of

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


def test_a_mark_tells_size_direction_and_ring(rows: dict[str, list[Tag]]) -> None:
    for slug, cells in PAGES.gap_map.items():
        for cell, shown in zip(cells, rows[slug], strict=True):
            if not cell.seen:
                continue
            (mark,) = shown.select(".gap-mark")
            kinds = {one.removeprefix("is-") for one in mark["class"]} & {EXPOSURE, *Direction}
            assert kinds == {kind_of(cell)}
            assert f"size-{size_of(len(cell.studies))}" in mark["class"]
            is_ringed = any(one.tier in RINGED for one in cell.studies)
            assert ("is-ringed" in mark["class"]) == is_ringed


def kind_of(cell: Cell) -> str:
    """Name the direction of two in three of the studies of a cell, else mixed."""
    if not cell.studies:
        return EXPOSURE if cell.exposures else Direction.NOT_TOLD
    for one in TOLD:
        if 3 * sum(study.direction is one for study in cell.studies) >= 2 * len(cell.studies):
            return one
    return Direction.MIXED


@pytest.mark.parametrize(
    ("studies", "size"), [(0, 1), (1, 1), (2, 2), (3, 2), (4, 3), (7, 3), (8, 4), (40, 4)]
)
def test_the_more_studies_the_larger(studies: int, size: int) -> None:
    assert size_of(studies) == size


def test_every_cell_opens_a_card_of_its_own_without_a_script() -> None:
    html = BeautifulSoup(GAP_MAP.render(PAGES, "", root="../", download="", uri=str), "html.parser")
    opened = [button["popovertarget"] for button in html.select("button.gap-cell")]
    assert opened == [card["id"] for card in html.select("[popover].gap-card")]
    assert len(set(opened)) == len(opened)


def said(cell: Cell) -> str:
    """Say a cell in the way of the page, from the cell itself."""
    n = len(cell.studies)
    parts = [f"{n} evaluation or review" if n == 1 else f"{n} evaluations or reviews"]
    parts[0] += pointing([one.direction for one in cell.studies])
    if cell.exposures:
        directions = [one.direction for one in cell.exposures]
        parts.append(
            f"{len(directions)} of what people live with{pointing(directions, 'goes with ', 'go with ')}"
        )
    if cell.not_told:
        parts.append(f"{len(cell.not_told)} that name no side")
    return "; ".join(parts)


def pointing(directions: list[Direction], one: str = "", more: str = "") -> str:
    counts = [(directions.count(direction), direction.label.lower()) for direction in TOLD]
    named = [f"{n} {one if n == 1 else more}{label}" for n, label in counts if n]
    return f" ({', '.join(named)})" if named else ""
