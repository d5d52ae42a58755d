"""The part of the page Adapt offers every activity twice, and says without a script where examples are."""

from bs4 import BeautifulSoup
from tests.frozen import book

from resilience.planning.steps.adapt import NO_ACTIVITY
from resilience.planning.walk import MOST_ACTIVITIES
from resilience.site.pages.common import Pages
from resilience.site.parts.adapt_part import ADAPT

PAGES = Pages(book())
HTML = BeautifulSoup(ADAPT.render(PAGES, "", root="./", download="6 MB", uri=str), "html.parser")


def test_each_box_offers_every_activity_under_its_domain() -> None:
    boxes = HTML.select("select")
    assert len(boxes) == MOST_ACTIVITIES
    for box in boxes:
        offered = [str(one["value"]) for one in box.select("optgroup option")]
        assert sorted(offered) == sorted(PAGES.base.types)
        assert HTML.select(f"label[for={box['id']}]")


def test_without_a_script_the_boxes_are_hidden_and_a_link_leads_to_the_examples() -> None:
    (form,) = HTML.select("form")
    assert form.has_attr("hidden")
    (link,) = HTML.select("noscript a")
    assert link["href"] == "./book/neighbourhoods/index"


def test_the_step_is_asked_of_the_books_python() -> None:
    assert ADAPT.is_live
    assert HTML.select_one(".path-say[role=status]")
    assert HTML.select_one(".path-answer")


def test_that_nothing_is_chosen_waits_for_the_script_and_is_said_as_the_step_says_it() -> None:
    (said,) = HTML.select(".path-answer .adapt-nothing[hidden]")
    assert said.text == NO_ACTIVITY
