"""Every council of today stands in the list of its nation, and leads to its page."""

from docutils import nodes
from tests.frozen import book
from tests.site.reading import piece

from resilience.records.vocabulary import Nation
from resilience.site.pages.common import Pages
from resilience.site.prose.all_councils import all_councils

PAGES = Pages(book())


def test_all_councils_are_listed_with_their_former_ones() -> None:
    items = [
        item.astext()
        for nation in Nation
        for item in piece(all_councils(PAGES, nation.value)).findall(nodes.list_item)
    ]
    assert len(items) == len(PAGES.base.country.councils)
    (cumberland,) = [item for item in items if item.startswith("Cumberland")]
    assert cumberland == "Cumberland; formerly Allerdale, Carlisle and Copeland"
