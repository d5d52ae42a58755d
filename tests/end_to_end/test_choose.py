"""Choosing what to do next: the browser ranks as Python does, by keyboard, on paper, and without scripts."""

from random import Random

import pytest
from playwright.sync_api import Page
from tests.end_to_end.conftest import Visit, evidence

from resilience.appraisal import GROUNDS, Group, options_for, places_of, rank, top_shares
from resilience.site.parts.choose_part import SHOWN

pytestmark = [pytest.mark.browser]

CHOOSE = "book/neighbourhoods/choose.html"
NAMES = ".choose-ranking tbody th a"
PHONE = {"viewport": {"width": 320, "height": 640}}
NO_SCRIPTS = {"java_script_enabled": False}
RANKED = """([slug, weights, out, community]) => {
  const data = JSON.parse(document.querySelector(".choose-data").textContent);
  const place = data.places.find((one) => one.slug === slug);
  const group = { weights, community, ruledOut: new Set(out) };
  const plain = (rows) => rows.map(({ option, score, known }) => [option.slug, score, known]);
  const { ranked, little } = chooseRanking.rank(data, place, group);
  const shares = chooseRanking.topShares(data, place, group);
  return { ranked: plain(ranked), little: plain(little), shares };
}"""


def test_the_browser_ranks_as_python_does_on_fifty_random_weightings(visit: Visit) -> None:
    findings = evidence()
    base = findings.base
    places = places_of(findings)
    neighbourhoods = [place for place in places if place.is_neighbourhood]
    page = visit.open(CHOOSE)
    random = Random(50)
    for trial in range(50):
        place = random.choice(neighbourhoods if trial % 2 else places)
        weights = {one.name: float(random.choice([0, random.randint(1, 100)])) for one in GROUNDS}
        weights["experience"] += 1
        out = random.sample(list(base.types), random.randint(0, 4))
        community = {
            slug: float(random.randint(0, 10)) for slug in random.sample(list(base.types), trial % 5)
        }
        found = page.evaluate(RANKED, [place.slug, weights, out, community])
        options = options_for(findings, place)
        group = Group(weights, frozenset(out), community)
        expected = rank(options, group, base.appraisal)
        for key, rows in (("ranked", expected.ranked), ("little", expected.too_little_known)):
            assert [row[0] for row in found[key]] == [one.option.slug for one in rows]
            assert [row[1] for row in found[key]] == pytest.approx([one.score for one in rows], nan_ok=True)
            assert [row[2] for row in found[key]] == pytest.approx([one.known for one in rows])
        assert found["shares"] == pytest.approx(top_shares(options, group, base.appraisal))


def names(page: Page) -> list[str]:
    return page.locator(NAMES).all_inner_texts()


def test_sliders_work_by_keyboard_and_the_link_keeps_the_choice(visit: Visit) -> None:
    page = visit.open(CHOOSE)
    page.get_by_label("Place").select_option("claremont")
    before = names(page)
    for ground in ("Need", "Experience", "Community"):
        page.get_by_label(ground, exact=True).focus()
        page.keyboard.press("Home")
    page.get_by_label("Evidence", exact=True).focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    assert page.locator("output[for=weight-evidence]").inner_text() == "99"
    after = names(page)
    assert after != before
    again = visit.open(page.url.removeprefix(f"{visit.address}/"))
    assert names(again) == after
    assert again.locator(".choose-title").inner_text() == "Claremont, Blackpool"
    assert visit.errors == []
    assert visit.elsewhere == []


def test_what_is_ruled_out_and_scored_shows_at_once(visit: Visit) -> None:
    page = visit.open(f"{CHOOSE}?place={next(iter(evidence().base.neighbourhoods))}")
    first = names(page)[0]
    page.locator(".choose-own summary").click()
    page.get_by_label(f"Rule out {first}").check()
    assert first not in names(page)
    assert first in page.locator(".choose-out").inner_text()
    page.get_by_label("Community", exact=True).fill("100")
    page.get_by_label("Community score for Green space").fill("10")
    assert names(page) == ["Green space"]
    page.get_by_role("button", name="Back to the start").click()
    assert names(page)[0] != "Green space"
    assert len(names(page)) > 15


def test_somewhere_else_takes_the_readers_own_figures(visit: Visit) -> None:
    page = visit.open(CHOOSE)
    page.get_by_label("Place").select_option("-")
    page.get_by_label("Fuel-poor households, 2019").fill("100")
    row = page.locator(".choose-ranking tbody tr", has_text="Reducing fuel poverty")
    assert "need 100 of 100" in row.inner_text()
    again = visit.open(page.url.removeprefix(f"{visit.address}/"))
    assert again.get_by_label("Fuel-poor households, 2019").input_value() == "100"


def test_no_weight_gets_a_sentence(visit: Visit) -> None:
    zeros = ",".join(f"{one.name}:0" for one in GROUNDS)
    page = visit.open(f"{CHOOSE}?weights={zeros}")
    assert page.locator(".choose-say").inner_text().startswith("Give at least one ground a weight above 0.")
    assert names(page) == []


def test_a_strange_link_does_no_harm(visit: Visit) -> None:
    page = visit.open(f"{CHOOSE}?place=%3Cimg%20src=x%3E&weights=need:x,:&own=befriending:nan&out=nothing")
    assert len(names(page)) > 15
    assert visit.errors == []


def test_the_print_out_is_one_page(visit: Visit) -> None:
    page = visit.open(f"{CHOOSE}?place=claremont")
    page.emulate_media(media="print")
    assert page.locator(f"{NAMES}:visible").count() == SHOWN
    assert not page.locator(".choose form").is_visible()
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".choose-stamp").inner_text().endswith(page.url)


@pytest.mark.parametrize("visit", [PHONE], indirect=True, ids=["phone"])
def test_on_a_phone_the_whole_ranking_is_in_view(visit: Visit) -> None:
    page = visit.open(CHOOSE)
    last = page.locator(".choose-ranking tbody tr").first.locator("td").last.bounding_box()
    assert last
    assert last["x"] + last["width"] <= 320


@pytest.mark.parametrize("visit", [NO_SCRIPTS], indirect=True, ids=["no-scripts"])
def test_without_scripts_each_neighbourhood_has_its_ranking(visit: Visit) -> None:
    page = visit.open(CHOOSE)
    neighbourhoods = len(evidence().base.neighbourhoods)
    assert page.locator(".choose-static details").count() == neighbourhoods
    assert page.locator(".choose-static tbody tr").count() == SHOWN * neighbourhoods
    assert not page.locator(".choose form").is_visible()
