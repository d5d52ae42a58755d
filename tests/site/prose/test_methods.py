"""The page on reporting shows every item of the guideline, once, with where it is met."""

import pytest
from docutils import nodes
from tests.frozen import book
from tests.site.reading import captions, linked, piece, rows, text

from resilience.site.pages.common import Pages
from resilience.site.prose.methods import reporting_counts, reporting_items


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(book())


def test_each_item_stands_there_once_in_order(pages: Pages) -> None:
    items = rows(piece(reporting_items(pages, "")))
    assert [int(row[0].partition(".")[0]) for row in items] == list(range(1, 6))


def test_the_counts_add_up_to_all_items(pages: Pages) -> None:
    said = text(piece(reporting_counts(pages, "")))
    assert said.startswith("Of the 5 items of PRISMA-ScR: ")
    counted = said.split(": ")[1].partition(". ")[0]
    assert sum(int(word) for word in counted.split() if word.isdigit()) == 5


def test_a_row_links_to_where_it_is_met(pages: Pages) -> None:
    (methods,) = (
        table
        for table in piece(reporting_items(pages, "")).findall(nodes.table)
        if captions(nodes.Element("", table.deepcopy())) == ["Methods"]
    )
    (body,) = methods.findall(nodes.tbody)
    assert linked(list(body.findall(nodes.row))[1]) == ["notebooks/policy-sources"]
