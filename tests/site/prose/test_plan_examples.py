"""The list of worked examples names those of the programme, with the answers that each is walked with."""

from docutils import nodes
from tests.frozen import book
from tests.site.reading import lines, linked, piece

from resilience.site.pages.common import Pages
from resilience.site.prose.plan_examples import plan_examples

PAGES = Pages(book())


def test_each_example_stands_with_its_answers() -> None:
    found = piece(plan_examples(PAGES, ""))
    assert lines(found, nodes.list_item)[:2] == [
        "Central Southport, Sefton Council. To change: Money and bills."
        " With: Welfare benefits and debt advice. Begin your own, with its place only.",
        "Claremont, Blackpool Council. To change: Home. With: Healthy homes."
        " Begin your own, with its place only.",
    ]
    assert "neighbourhoods/claremont-plan" in linked(found)


def test_a_neighbourhood_outside_the_programme_is_not_among_them() -> None:
    base = book()
    place = base.neighbourhoods["claremont"]
    base.neighbourhoods = {"claremont": place.model_copy(update={"programme": False})}
    assert plan_examples(Pages(base), "").facts == ()
