"""The page on reporting shows every item of the guideline, once, with where it is met."""

import pytest

from resilience.evidence import load
from resilience.records.vocabulary import Reported
from resilience.site.pages.blocks import Link, Paragraph, Table
from resilience.site.pages.common import Pages
from resilience.site.prose.reporting import reporting_counts, reporting_items


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(load(__file__))


def tables(pages: Pages) -> list[Table]:
    found = reporting_items(pages, "")
    assert all(isinstance(block, Table) for block in found)
    return [block for block in found if isinstance(block, Table)]


def test_each_item_stands_there_once_in_order(pages: Pages) -> None:
    numbers = [int(row[0][0].text.partition(".")[0]) for table in tables(pages) for row in table.rows]
    assert numbers == list(range(1, 23))


def test_the_counts_add_up_to_all_items(pages: Pages) -> None:
    (said,) = reporting_counts(pages, "")
    assert isinstance(said, Paragraph)
    text = said.content[0].text
    assert text.startswith("Of the 22 items of PRISMA-ScR: ")
    assert sum(int(word) for word in text.split(": ")[1].split() if word.isdigit()) == 22


def test_what_was_not_kept_points_nowhere_and_the_rest_to_pages_that_exist(pages: Pages) -> None:
    root = pages.base.folder.parent
    for item in pages.base.reporting.items:
        assert bool(item.where) is (item.status in (Reported.MET, Reported.IN_PART)), item.number
        assert all((root / f"{place.page}.md").is_file() for place in item.where), item.number


def test_a_row_links_to_where_it_is_met(pages: Pages) -> None:
    (methods,) = [table for table in tables(pages) if table.caption == "Methods"]
    where = methods.rows[2][3]
    assert [part.docname for part in where if isinstance(part, Link)] == ["notebooks/policy-sources"]
