"""Choosing what to do next: outcomes, what is known, weights, tiers; by keyboard, on paper, no scripts."""

import pytest
from playwright.sync_api import Page
from tests.end_to_end.conftest import Visit, evidence

from resilience.appraisal import Group, Ranking, Tier, options_of, places_of, rank, rules_of

pytestmark = [pytest.mark.browser]

CHOOSE = "book/neighbourhoods/choose.html"
ROWS = ".choose-matrix tbody tr:visible"
RANKED = ".choose-tiers tbody tr:not(.choose-tier):visible th a"
PHONE = {"viewport": {"width": 360, "height": 640}}
NO_SCRIPTS = {"java_script_enabled": False}
SLOW = 30_000


def names(page: Page) -> list[str]:
    return page.locator(RANKED).all_inner_texts()


def ranked(name: str, *outcomes: str, **weights: float) -> Ranking:
    findings = evidence()
    (place,) = places_of(findings).named(name)
    options = options_of(findings, place.nation)
    return rank(options, place.percentiles, Group(outcomes, weights), rules_of(findings))


def in_tiers(ranking: Ranking) -> list[str]:
    return [one.option.label for tier in Tier for one in ranking.of(tier)]


def answered(page: Page) -> None:
    page.locator(".choose-result:not(.is-old) .choose-lead").wait_for(timeout=SLOW)
    page.locator(".choose-say", has_text="ead").wait_for(timeout=SLOW)


def test_a_group_sees_what_is_known_then_weighs_and_gets_tiers(visit: Visit) -> None:
    page = visit.open(CHOOSE)
    assert not page.locator(".choose-known").is_visible()
    page.locator("#choose-place").select_option("claremont")
    page.get_by_role("checkbox", name="Connection").check()
    options = [option for option in options_of(evidence()) if option.is_about(["connection"])]
    assert page.locator(ROWS).count() == len(options)
    assert not page.locator(".choose-result").is_visible()
    page.locator("[name=most][value=connection]").focus()
    page.keyboard.press("Space")
    page.locator("#weight-need").focus()
    page.keyboard.press("Home")
    for _ in range(50):
        page.keyboard.press("ArrowRight")
    assert page.locator("output[for=weight-need]").inner_text() == "50"
    assert page.locator("#weight-connection").is_disabled()
    page.get_by_role("button", name="Rank them").press("Enter")
    answered(page)
    expected = ranked("claremont", "connection", need=50)
    assert names(page) == in_tiers(expected)
    title = page.locator(".choose-title").inner_text()
    assert title == "What could be next in Claremont, Blackpool, for connection"
    first = expected.ranked[0]
    row = page.locator(".choose-tiers tr", has_text=first.option.label).first
    assert f"in {round(first.share)} of 100 tries" in row.inner_text()
    again = visit.open(page.url.removeprefix(f"{visit.address}/"))
    answered(again)
    assert names(again) == in_tiers(expected)
    assert again.locator("[name=most][value=connection]").is_checked()
    assert visit.errors == []
    assert visit.elsewhere == []


def test_an_answer_that_is_refused_leaves_the_earlier_one_greyed_out_and_named(visit: Visit) -> None:
    page = visit.open(f"{CHOOSE}?outcomes=money&ranked=yes")
    answered(page)
    before = names(page)
    page.locator(".choose-own summary").click()
    page.get_by_label("Your score for Credit unions").fill("99")
    page.locator(".choose-result.is-old").wait_for(timeout=SLOW)
    said = page.locator(".choose-say")
    said.filter(has_text="A score of your own is a number from 0 to 10. Mend “99” for").wait_for()
    earlier = page.locator(".choose-earlier").inner_text()
    assert earlier == "This is the earlier answer, for Central Southport, Sefton and money and bills."
    assert names(page) == before
    assert "own=credit-unions%3A99" in page.url
    page.get_by_label("Your score for Credit unions").fill("")
    page.locator(".choose-result:not(.is-old)").wait_for(timeout=SLOW)
    page.get_by_role("checkbox", name="Money and bills").uncheck()
    assert said.inner_text() == "Pick at least one outcome to see what is known."
    assert page.locator(".choose-result.is-old").is_visible()


def test_no_weight_gets_a_sentence(visit: Visit) -> None:
    page = visit.open(f"{CHOOSE}?outcomes=mind&weights=need:0,mind:0&ranked=yes")
    page.locator(".choose-say", has_text="Give at least one step more than 0.").wait_for(timeout=SLOW)
    assert not page.locator(".choose-result").is_visible()


def test_back_to_the_start_resets_all(visit: Visit) -> None:
    page = visit.open(
        f"{CHOOSE}?place=claremont&outcomes=mind.say&most=mind&weights=need:20&own=befriending:99"
    )
    assert page.get_by_label("Your score for Befriending").input_value() == "99"
    page.get_by_role("button", name="Back to the start").click()
    assert page.url == f"{visit.address}/{CHOOSE}"
    assert page.locator("#choose-place").input_value() == next(iter(evidence().base.neighbourhoods))
    assert page.locator("[name=outcome]:checked, [name=most]:checked").count() == 0
    assert page.locator("#weight-need").input_value() == "100"
    assert page.locator("[data-type=befriending][name=own]").input_value() == ""
    assert not page.locator(".choose-known").is_visible()


def test_a_strange_link_says_what_it_fell_back_to(visit: Visit) -> None:
    page = visit.open(
        f"{CHOOSE}?place=%3Cimg%20src=x%3E&outcomes=mind.joy&weights=need:x,luck:3&own=nothing:4&out=nothing"
    )
    said = page.locator(".choose-notice").inner_text()
    start = places_of(evidence()).neighbourhoods[0]
    assert f"a place that is not on record (<img src=x>), so this shows {start.title}." in said
    assert "an outcome that we do not know (joy)" in said
    assert "gives need a weight that can not be (x), so it has 100" in said
    assert "a step that we do not know (luck)" in said
    assert said.count("an activity that we do not know (nothing)") == 2
    assert page.locator(ROWS).count() > 5
    assert visit.errors == []


def test_somewhere_else_need_is_left_out(visit: Visit) -> None:
    page = visit.open(f"{CHOOSE}?place=elsewhere&outcomes=connection&ranked=yes")
    answered(page)
    assert page.locator(".choose-title").inner_text() == "What could be next in your place, for connection"
    assert page.locator(".choose-notes").inner_text().startswith("Of need nothing is known")


def test_the_print_out_is_one_page(visit: Visit) -> None:
    page = visit.open(f"{CHOOSE}?place=claremont&outcomes=connection&ranked=yes")
    answered(page)
    page.emulate_media(media="print")
    leads = ranked("claremont", "connection").of(Tier.LEADS)
    assert page.locator(ROWS).count() == len(leads)
    assert not page.locator(".choose form").first.is_visible()
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".choose-stamp").inner_text().endswith(page.url)


@pytest.mark.parametrize("visit", [PHONE], indirect=True, ids=["phone"])
def test_on_a_phone_nothing_is_out_of_sight(visit: Visit) -> None:
    page = visit.open(f"{CHOOSE}?place=claremont&outcomes=connection.mind&ranked=yes")
    answered(page)
    for table in (".choose-matrix", ".choose-tiers"):
        cut = page.locator(table).evaluate(
            "table => table.parentElement.scrollWidth > table.parentElement.clientWidth"
        )
        assert not cut, table


@pytest.mark.parametrize("visit", [NO_SCRIPTS], indirect=True, ids=["no-scripts"])
def test_without_scripts_one_answer_stands_and_says_that_a_tool_is_missing(visit: Visit) -> None:
    page = visit.open(CHOOSE)
    assert "needs JavaScript" in page.locator(".choose-missing").inner_text()
    assert page.locator(ROWS).count() > 5
    assert len(names(page)) == page.locator(ROWS).count()
    assert not page.locator(".choose form").first.is_visible()


@pytest.mark.parametrize(
    ("place", "named", "among"),
    [
        ("E06000009.E05015190", "Claremont, Blackpool", "wards of England"),
        ("W06000011.W05001040", "Bôn-y-maen, Swansea", "wards of Wales"),
        ("S12000033.S02001236", "Culter, Aberdeen City", "intermediate zones of Scotland"),
        ("N09000001.95AA01S1", "Aldergrove 1, Antrim and Newtownabbey", "Northern Ireland"),
    ],
)
def test_a_place_of_each_nation_is_told_and_ranked_within_it(
    visit: Visit, place: str, named: str, among: str
) -> None:
    page = visit.open(f"{CHOOSE}?place={place}&outcomes=home&ranked=yes")
    answered(page)
    scale = page.locator(".choose-scale").inner_text()
    assert scale.startswith(named)
    assert among in scale
    assert "North West" not in page.locator(".choose").inner_text()
    assert names(page) == in_tiers(ranked(place.partition(".")[2], "home"))
    assert visit.errors == []
    assert visit.elsewhere == []


def test_a_place_without_figures_has_no_need_rather_than_none_at_all(visit: Visit) -> None:
    findings = evidence()
    lacking = next(
        place
        for place in findings.base.country.places.values()
        if not place.figures.keys() - {"not_deprived"}
    )
    page = visit.open(f"{CHOOSE}?place={lacking.council}.{lacking.code}&outcomes=home&ranked=yes")
    answered(page)
    needs = page.locator(".choose-matrix tbody tr:visible .choose-need").all_inner_texts()
    assert needs
    assert not any(letter.isdigit() for need in needs for letter in need)
    assert page.locator(".choose-notes").inner_text().startswith("Of need nothing is known")
