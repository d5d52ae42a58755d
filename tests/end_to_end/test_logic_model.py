"""A logic model and who does what in a real browser: changed by keyboard only, kept in the link, printed."""

import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect
from tests.browser import look_with_axe
from tests.end_to_end.conftest import Visit, evidence

from resilience.planning.from_records.facts import planning_facts
from resilience.site.live.browser.logic_handler import modelled

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ADAPT = "book/plan/adapt.html"
LINK = "place=claremont&activities=befriending.neighbourhood-partnerships&outcomes=mind"
LIVE_MS = 120_000
FACTS = json.loads(json.dumps(planning_facts(evidence())))
PHONE = {"viewport": {"width": 360, "height": 740}}


def opened(visit: Visit, link: str = LINK) -> Page:
    page = visit.ask(f"{ADAPT}?{link}")
    expect(page.locator(".path-model")).to_be_visible(timeout=LIVE_MS)
    return page


def kept(page: Page, key: str) -> str:
    return parse_qs(urlsplit(page.url).query).get(key, [""])[0]


def says(page: Page, sentence: str) -> None:
    expect(page.locator(".logic-say")).to_have_text(sentence, timeout=LIVE_MS)


def words_of(page: Page, where: str) -> list[str]:
    return [" ".join(text.split()) for text in page.locator(where).all_inner_texts()]


def test_it_draws_what_python_says_for_the_link(visit: Visit) -> None:
    page = opened(visit)
    expected = modelled(FACTS, {"link": LINK})
    boxes = [one for stage in expected["picture"]["stages"] for one in stage["boxes"]]
    assert words_of(page, ".path-model-words") == [f"{one['sign']} {one['text']}" for one in boxes]
    page.get_by_text("The model as a table, with sources").click()
    assert page.locator(".logic-table tbody tr").count() == len(expected["table"]["rows"])
    assert page.locator(".logic-notes li").count() == len(expected["notes"])
    assert look_with_axe(page).violations_count == 0
    assert visit.errors == []
    assert visit.elsewhere == []


def test_it_is_changed_by_keyboard_only_and_each_step_is_kept_and_said(visit: Visit) -> None:
    page = opened(visit)
    add = page.get_by_label("Add a box to “What changes between people and organisations”")
    add.focus()
    page.keyboard.type("Neighbours & <b>friends</b>")
    page.keyboard.press("Enter")
    own = "Neighbours & <b>friends</b>"
    says(page, f"Added “{own}” to “What changes between people and organisations”, as your own.")
    expect(add).to_be_focused()
    expect(add).to_have_value("")
    sign = page.locator(".path-model li.box.is-own strong").inner_text()
    name = page.get_by_label(f"Box {sign}: its words")
    name.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("Trust")
    page.keyboard.press("Enter")
    says(page, f"“{own}” is now “Trust”.")
    expect(name).to_be_focused()
    page.get_by_label("Add an arrow from").focus()
    page.keyboard.type(sign)
    page.keyboard.press("Tab")
    page.keyboard.type("C1")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    says(page, "Added the arrow from “Trust” to “Mind”, as your assumption.")
    expect(page.get_by_label("Add an arrow from")).to_be_focused()
    assert kept(page, "model") == "box_1_change_Trust.join_1_outcome-mind"
    assert "our assumption, no record" in page.locator(".path-model li.box.is-own").inner_text()
    page.get_by_role("button", name=f"Remove the arrow from {sign} Trust to C1 Mind").focus()
    page.keyboard.press("Enter")
    says(page, "Removed the arrow from “Trust” to “Mind”.")
    assert "Remove" in page.evaluate("document.activeElement.textContent")
    page.get_by_role("button", name=f"Remove box {sign}: Trust").focus()
    page.keyboard.press("Enter")
    says(page, "Removed “Trust”.")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("Remove box B")
    assert kept(page, "model") == ""
    page.get_by_role("button", name="Undo the last step").first.focus()
    page.keyboard.press("Enter")
    says(page, "The last step is undone.")
    assert kept(page, "model") == "box_1_change_Trust"
    expect(page.get_by_role("button", name="Undo the last step").first).to_be_focused()
    page.get_by_role("button", name="Back to what records say").press("Enter")
    says(page, "The model is again what records say.")
    assert (kept(page, "model"), kept(page, "place"), kept(page, "outcomes")) == ("", "claremont", "mind")
    assert visit.errors == []


def test_what_records_give_can_be_taken_out_and_put_back(visit: Visit) -> None:
    page = opened(visit)
    page.get_by_role("button", name="Remove box C1: Mind").press("Enter")
    says(page, "Removed “Mind” and its arrows.")
    assert "Taken out by us, though records give it" in page.locator(".logic-notes").inner_text()
    page.get_by_role("button", name="Put back Mind").press("Enter")
    says(page, "Put back “Mind”, as records have it.")
    assert kept(page, "model") == ""
    page.get_by_label("Add an arrow from").select_option(label="C1 Mind")
    page.get_by_label("to", exact=True).select_option(label="A1 Befriending")
    page.get_by_role("button", name="Add the arrow").press("Enter")
    expect(page.locator(".logic-say")).to_contain_text("An arrow leads on, never back", timeout=LIVE_MS)
    page.get_by_label("Box A1: its words").fill("")
    page.keyboard.press("Tab")
    says(page, "A box needs words. Write what it stands for.")
    expect(page.get_by_label("Box A1: its words")).to_have_value("Befriending")


def test_the_link_gives_the_same_model_in_another_tab_and_says_what_no_longer_fits(visit: Visit) -> None:
    link = f"{LINK}&model=box_1_change_Ties.join_1_outcome-mind.drop_do-golf"
    page = opened(visit, link)
    expect(page.locator(".logic-first")).to_contain_text("“do-golf”")
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_role("button", name="Show what is known for this link").click()
    expect(other.locator(".path-model")).to_be_visible(timeout=LIVE_MS)
    assert words_of(other, ".path-model li") == words_of(page, ".path-model li")


@pytest.mark.parametrize("visit", [PHONE], indirect=True)
def test_on_a_phone_stages_stand_below_each_other_and_nothing_is_wider_than_the_screen(visit: Visit) -> None:
    page = opened(visit)
    tops = [page.locator(".path-model-stage").nth(place).bounding_box() for place in range(3)]
    assert [box and box["y"] for box in tops] == sorted(box["y"] for box in tops if box)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert look_with_axe(page).violations_count == 0


def test_print_shows_the_model_as_columns_with_its_table_and_no_form(visit: Visit) -> None:
    page = opened(visit, f"{LINK}&who=Book the hall_Ann_May_£40")
    expect(page.get_by_label("What, row 1")).to_have_value("Book the hall", timeout=LIVE_MS)
    page.set_viewport_size({"width": 680, "height": 1000})
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".logic-edit").is_hidden()
    assert page.locator(".who-print td").first.inner_text() == "Ann"
    boxes = [page.locator(".path-model-stage").nth(place).bounding_box() for place in range(3)]
    assert len({box["y"] for box in boxes if box}) == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 680


def test_without_choices_a_group_can_draw_its_own(visit: Visit) -> None:
    page = visit.open(ADAPT)
    page.get_by_role("button", name="Start with an empty model").click()
    field = page.get_by_label("Add a box to “What we do”")
    expect(field).to_be_focused(timeout=LIVE_MS)
    page.keyboard.type("Tea")
    page.keyboard.press("Enter")
    says(page, "Added “Tea” to “What we do”, as your own.")


def test_who_does_what_is_written_by_keyboard_and_kept_in_the_link(visit: Visit) -> None:
    page = visit.open(f"{ADAPT}?place=claremont")
    page.get_by_label("What we set out to do").fill("Nobody eats alone")
    page.get_by_label("What, row 1").focus()
    for words in ("Book the hall", "Ann", "May", "£40"):
        page.keyboard.type(words)
        page.keyboard.press("Tab")
    say = page.locator(".who-say")
    expect(say).to_have_text("Kept in the link.", timeout=LIVE_MS)
    expect(page).to_have_url(re.compile("who=Book"), timeout=LIVE_MS)
    page.get_by_role("button", name="Add a row").press("Enter")
    expect(page.get_by_label("What, row 2")).to_be_focused()
    page.keyboard.type("Buy tea")
    page.keyboard.press("Tab")
    expect(page).to_have_url(re.compile("Buy"), timeout=LIVE_MS)
    assert kept(page, "who") == "Book the hall_Ann_May_£40.Buy tea___"
    page.get_by_role("button", name="Remove row 1").press("Enter")
    expect(say).to_have_text("Row 1 is removed.", timeout=LIVE_MS)
    expect(page.get_by_role("button", name="Remove row 1")).to_be_focused()
    assert kept(page, "who") == "Buy tea___"
    page.locator(".who-buttons [name=undo]").press("Enter")
    expect(page.get_by_label("What, row 1")).to_have_value("Book the hall", timeout=LIVE_MS)
    assert (kept(page, "aim"), kept(page, "place")) == ("Nobody eats alone", "claremont")
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_role("button", name="Show who does what in this link").click()
    expect(other.get_by_label("By when, row 1")).to_have_value("May", timeout=LIVE_MS)
    expect(other.get_by_label("What we set out to do")).to_have_value("Nobody eats alone")
    assert look_with_axe(page).violations_count == 0
    assert visit.errors == []
