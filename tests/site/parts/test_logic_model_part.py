"""The page draws the logic model that `planning` gives; a change in a link is made or refused by it."""

import json

import pytest
from bs4 import BeautifulSoup
from tests.frozen import book

from resilience.planning.from_records.facts import planning_facts
from resilience.planning.given import Given
from resilience.planning.logic import HEADINGS, drawn, model_of
from resilience.planning.walk import read
from resilience.site.live.browser import Refusal
from resilience.site.live.browser.logic_handler import modelled
from resilience.site.pages.common import Pages
from resilience.site.parts.logic_model_part import LOGIC_MODEL

PAGES = Pages(book())
FACTS = json.loads(json.dumps(planning_facts(PAGES)))
LINK = "?place=claremont&activities=befriending&outcomes=mind&model=box_1_change_Ties"


def test_the_browser_draws_what_planning_gives() -> None:
    found = modelled(FACTS, {"link": LINK})
    given = Given(FACTS, read(LINK, FACTS["common"])[0])
    assert found["picture"] == drawn(model_of(given))
    assert (found["text"], found["says"], found["lost"]) == ("box_1_change_Ties", "", [])
    assert len(found["table"]["rows"]) >= len(found["picture"]["arrows"])
    assert json.loads(json.dumps(found)) == json.loads(json.dumps(modelled(FACTS, {"link": LINK})))


def test_a_change_gives_the_next_text_of_the_link_and_a_sentence() -> None:
    found = modelled(FACTS, {"link": LINK, "change": {"do": "join", "start": "1", "end": "outcome-mind"}})
    assert found["text"] == "box_1_change_Ties.join_1_outcome-mind"
    assert found["says"].startswith("Added the arrow")
    assert found["picture"]["arrows"][-1]["kind"] == "own"


def test_a_change_that_can_not_be_is_refused_with_a_sentence() -> None:
    with pytest.raises(Refusal, match="A box needs words"):
        modelled(FACTS, {"link": LINK, "change": {"do": "rename", "box": "1", "text": " "}})


def test_each_stage_has_a_labelled_field_to_add_a_box() -> None:
    html = BeautifulSoup(LOGIC_MODEL.render(PAGES, "", root="./", download="6 MB", uri=str), "html.parser")
    for stage, heading in HEADINGS.items():
        label = html.select_one(f"label[for=logic-add-{stage}]")
        assert label
        assert heading in label.get_text()
        assert html.select_one(f"[data-stage={stage}] input#logic-add-{stage}")
    assert "needs JavaScript" in html.get_text()
