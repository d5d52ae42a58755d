"""The six steps lead from page to page, without a script too, and name the keys that answer them."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from tests.frozen import book

from resilience.planning.path import PATH
from resilience.planning.walk import STEPS as NAMES
from resilience.planning.walk import Walk, read, write
from resilience.site.pages.common import Pages
from resilience.site.parts.path_nav_part import PATH_NAV, STEPS

PAGES = Pages(book())
BOOK = Path(__file__).parents[3]
FULL = Walk(
    place="claremont",
    outcomes=("connection",),
    most="need",
    weights={"need": "50"},
    activities=("befriending",),
    aim="Meet",
    figures=("income",),
    distance="mahalanobis",
    within=True,
    lots="no",
    numbers={"areas": "5"},
    model="x",
    who="y",
)


def shown(about: str) -> BeautifulSoup:
    html = PATH_NAV.render(PAGES, about, root="./", download="", uri=lambda name: f"{name}.html")
    return BeautifulSoup(html, "html.parser")


def test_the_path_has_the_steps_of_a_walk_and_their_pages_are_there() -> None:
    assert tuple(one.name for one in PATH) == NAMES
    pages = {page for one in PATH for page in (one.page, one.second) if page}
    assert [page for page in pages if not (BOOK / f"{page}.md").exists()] == []


@pytest.mark.parametrize("number", range(1, 7))
def test_each_page_names_all_steps_and_marks_its_own(number: int) -> None:
    html = shown(str(number))
    links = html.select("ol a")
    assert [link.text for link in links] == [one.title for one in PATH]
    assert [links.index(link) + 1 for link in links if link.get("aria-current") == "step"] == [number]
    assert f"step {number} of 6" in " ".join(html.text.split())


def test_the_next_step_stands_below_and_says_what_a_plan_lacks_without_an_answer() -> None:
    html = shown("2 next")
    go, back = html.select("a")
    assert (go["href"], go.text) == ("./book/neighbourhoods/choose.html#options", "Next: Options")
    assert back["href"] == "./book/neighbourhoods/place.html"
    (without,) = html.select(".path-without")
    assert without.text == PATH[1].without
    assert "hidden" in without.attrs


def test_the_first_step_leads_only_on_and_the_last_only_back() -> None:
    assert [link.text for link in shown("1 next").select("a")] == ["Next: What to change"]
    assert [link.text for link in shown("6 next").select("a")] == ["Back to: Evaluate"]


def test_all_steps_say_what_they_give_and_rest_on() -> None:
    html = shown("overview")
    assert len(html.select("li")) == len(PATH)
    text = " ".join(html.text.split())
    assert all(one.gives in text and one.rests_on[1:] in text for one in PATH)


@pytest.mark.parametrize("about", ["7", "0", "2 on", "", "place"])
def test_an_argument_that_names_no_step_is_refused(about: str) -> None:
    with pytest.raises(KeyError):
        shown(about)


def test_each_key_that_answers_a_step_is_one_of_a_link() -> None:
    facts = {
        "types": ["befriending"],
        "groups": ["connection"],
        "problems": {"feel-less-lonely": "connection"},
        "numbers": ["areas"],
    }
    walk, lost = read(write(FULL), facts)
    assert lost == []
    assert walk == FULL
    keys = {part.partition("=")[0] for part in write(FULL).split("&")} | {"problems"}
    asked = {key for one in PATH for key in one.keys}
    assert asked <= keys
    assert "areas" in next(one.keys for one in STEPS if one.step.name == "evaluate")
