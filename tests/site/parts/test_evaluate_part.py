"""The part above the form asks the step of Python, and says without a script where examples are."""

from bs4 import BeautifulSoup
from tests.frozen import book

from resilience.site.pages.common import Pages
from resilience.site.parts.evaluate_part import EVALUATE

PAGES = Pages(book())
HTML = BeautifulSoup(EVALUATE.render(PAGES, "", root="./", download="6 MB", uri=str), "html.parser")


def test_without_a_script_a_link_leads_to_the_examples() -> None:
    (link,) = HTML.select("noscript a")
    assert link["href"] == "./book/neighbourhoods/index"
    assert HTML.select_one(".evaluate-start[hidden]")


def test_nothing_is_fetched_before_it_is_said_how_much() -> None:
    said = HTML.select_one(".evaluate-start")
    assert said
    assert "The first answer fetches 6 MB." in said.get_text()


def test_the_step_is_asked_of_the_books_python() -> None:
    assert EVALUATE.is_live
    assert HTML.select_one(".path-say[role=status]")
    assert HTML.select_one(".path-answer")
    assert HTML.select_one(".evaluate-areas a[href='./book/neighbourhoods/comparison-areas']")
