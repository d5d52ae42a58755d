"""Who does what is read and written for the page by the rules of `planning`."""

import json

import pytest
from bs4 import BeautifulSoup
from tests.frozen import book

from resilience.planning.from_records.facts import planning_facts
from resilience.planning.tasks import HEADS
from resilience.site.live.browser import Refusal
from resilience.site.live.browser.tasks_handler import told
from resilience.site.pages.common import Pages
from resilience.site.parts.who_part import WHO

PAGES = Pages(book())
FACTS = json.loads(json.dumps(planning_facts(PAGES)))


def test_the_rows_of_a_link_come_back() -> None:
    found = told(FACTS, {"link": "?who=Book+the+hall_Ann_May_"})
    assert (found["rows"], found["lost"]) == ([["Book the hall", "Ann", "May", ""]], [])
    assert told(FACTS, {"link": "", "rows": found["rows"]})["text"] == found["text"]


def test_records_say_who_took_part_elsewhere() -> None:
    link = "?activities=neighbourhood-partnerships.befriending"
    assert all(one["sources"] for one in told(FACTS, {"link": link})["took_part"])


def test_more_than_a_link_holds_is_refused() -> None:
    with pytest.raises(Refusal, match="Use fewer words"):
        told(FACTS, {"link": "", "rows": [["a" * 120] * 4] * 5})


def test_the_table_has_a_column_for_each_question() -> None:
    html = BeautifulSoup(WHO.render(PAGES, "", root="./", download="6 MB", uri=str), "html.parser")
    heads = [one.get_text() for one in html.select(".who-form th")]
    assert tuple(heads[: len(HEADS)]) == HEADS
    assert html.select_one("label[for=who-aim]")
    assert "needs JavaScript" in html.get_text()
