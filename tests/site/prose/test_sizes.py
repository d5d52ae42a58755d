"""The page on rating lists every size beside its level, and counts every refusal once."""

import re
from pathlib import Path

import pytest
from tests.frozen import book
from tests.site import reading
from tests.site.reading import piece

from resilience.findings.headline import headline
from resilience.records.vocabulary import Level
from resilience.site.pages.common import Pages
from resilience.site.prose.directives import DIRECTIVES
from resilience.site.prose.facts import fact
from resilience.site.prose.sizes import size_example, size_list, size_refusals, size_words
from resilience.site.wording.values import Passage, Tag

PAGE = Path(__file__).parents[3] / "book/methods/rating.md"


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(book())


def rows(content: Passage) -> list[list[str]]:
    return reading.rows(piece(content))


def test_every_size_in_the_list_has_its_level(pages: Pages) -> None:
    found = size_list(pages, "").facts
    assert found
    assert all(sum(isinstance(cell, Tag) for cell in row) == 1 for row in found)


def test_sizes_and_refusals_together_are_all_cells(pages: Pages) -> None:
    cells = [
        cell
        for rated in pages.ratings.all().values()
        for cell in rated.cells.values()
        if cell.is_main or cell.level is not Level.NONE
    ]
    refused = rows(size_refusals(pages, ""))
    assert len(rows(size_list(pages, ""))) + sum(int(row[2]) for row in refused) == len(cells)
    main = [cell for cell in cells if cell.is_main]
    assert fact(pages, "aims") == str(len(main))
    assert int(fact(pages, "aims_with_size")) + sum(int(row[1]) for row in refused) == len(main)
    sized = {cell.type.slug for cell in main if headline(pages.base, cell).size}
    assert fact(pages, "types_with_size") == str(len(sized))


def test_the_words_start_where_cohen_put_them(pages: Pages) -> None:
    assert rows(size_words(pages, "")) == [
        ["very small", "0", "50"],
        ["small", "0.2", "56"],
        ["moderate", "0.5", "64"],
        ["large", "0.8", "71"],
    ]


def test_the_example_keeps_odds_and_risks_apart(pages: Pages) -> None:
    assert rows(size_example(pages, "")) == [
        ["15 in 100", "about 7 fewer in 100 (4 to 9)", "about 8 fewer in 100 (5 to 9)"],
        ["30 in 100", "about 12 fewer in 100 (7 to 16)", "about 15 fewer in 100 (10 to 19)"],
    ]


def test_the_page_on_rating_shows_all_of_it() -> None:
    shown = set(re.findall(r"^```\{([\w-]+)\}", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    assert {name for name in DIRECTIVES if name.startswith("size-")} <= shown
