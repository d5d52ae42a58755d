"""The list of worked examples names those of the programme, with the answers that each is walked with."""

from tests.frozen import book
from tests.site.reading import linked, piece, rows

from resilience.site.pages.common import Pages
from resilience.site.prose.plan_examples import plan_examples

PAGES = Pages(book())


def test_each_example_stands_with_its_answers() -> None:
    found = piece(plan_examples(PAGES, ""))
    assert [row[:4] for row in rows(found)][:2] == [
        ["Central Southport", "Sefton Council", "Money and bills", "Welfare benefits and debt advice"],
        ["Claremont", "Blackpool Council", "Home", "Healthy homes"],
    ]
    assert "neighbourhoods/claremont-plan" in linked(found)


def test_a_neighbourhood_outside_the_programme_is_not_among_them() -> None:
    base = book()
    place = base.neighbourhoods["claremont"]
    base.neighbourhoods = {"claremont": place.model_copy(update={"programme": False})}
    assert plan_examples(Pages(base), "").facts == ()
