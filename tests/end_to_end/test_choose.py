"""Choosing what to do next: outcomes, what is known, weights, tiers; by keyboard, on paper, no scripts."""

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser import look_with_axe
from tests.end_to_end.conftest import Visit, evidence

from resilience.appraisal import Group, Ranking, Tier, options_of, places_of, rank, rules_of
from resilience.planning.from_records.common import problem_slug
from resilience.planning.from_records.plans import Plans

pytestmark = [pytest.mark.browser]

CHOOSE = "book/neighbourhoods/choose.html"
ROWS = ".choose-matrix tbody tr:visible"
RANKED = ".choose-tiers tbody tr:not(.choose-tier):visible th a"
PHONE = {"viewport": {"width": 360, "height": 640}}
NO_SCRIPTS = {"java_script_enabled": False}
SLOW = 30_000


def problem() -> str:
    """Give a problem of the outcome `mind` in readers' words."""
    return evidence().base.outcome_groups["mind"].problems[0]


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


def open_ranked(visit: Visit, path: str) -> Page:
    """Open a link to a ranking, and ask for it."""
    page = visit.open(path)
    page.get_by_role("button", name="Rank as the link asks").click()
    return page


def test_a_link_to_a_ranking_fetches_nothing_by_itself(visit: Visit) -> None:
    fetched: list[str] = []
    visit.page.on("request", lambda request: fetched.append(request.url))
    page = visit.open(f"{CHOOSE}?outcomes=connection&weights=need:20&ranked=yes")
    expect(page.locator(".choose .own-choice")).to_contain_text("Nothing is ranked before you say so.")
    page.wait_for_timeout(1000)
    assert [url for url in fetched if "/live/" in url or "/pyodide/" in url] == []
    assert not page.locator(".choose-result").is_visible()


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
    again = open_ranked(visit, page.url.removeprefix(f"{visit.address}/"))
    answered(again)
    assert names(again) == in_tiers(expected)
    assert again.locator("[name=most][value=connection]").is_checked()
    line = again.locator(".choose .own-choice")
    expect(line).to_contain_text("comes of the weights, the scores or what is ruled out in this link.")
    line.get_by_role("button", name="Rank with every step the same").click()
    expect(line).to_be_hidden()
    even = in_tiers(ranked("claremont", "connection"))
    again.wait_for_function(
        "([selector, wanted]) => [...document.querySelectorAll(selector)].map((one) => one.textContent)"
        ".join() === wanted.join()",
        arg=[".choose-tiers tbody:not([hidden]) tr:not(.choose-tier) th a", even],
    )
    assert visit.errors == []
    assert visit.elsewhere == []


def test_an_answer_that_is_refused_leaves_the_earlier_one_greyed_out_and_named(visit: Visit) -> None:
    page = open_ranked(visit, f"{CHOOSE}?place=central-southport&outcomes=money&ranked=yes")
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
    page = open_ranked(visit, f"{CHOOSE}?outcomes=mind&weights=need:0,mind:0&ranked=yes")
    page.locator(".choose-say", has_text="Give at least one step more than 0.").wait_for(timeout=SLOW)
    assert not page.locator(".choose-result").is_visible()


def test_starting_again_clears_what_this_page_asks_and_no_more(visit: Visit) -> None:
    page = visit.open(
        f"{CHOOSE}?place=claremont&problems={problem_slug(problem())}&outcomes=mind.say&most=mind&weights=need:20"
        "&own=befriending:99&activities=befriending&aim=Meet&areas=6"
    )
    assert page.get_by_label("Your score for Befriending").input_value() == "99"
    page.get_by_role("button", name="Start again").click()
    assert page.url == f"{visit.address}/{CHOOSE}?place=claremont&aim=Meet&areas=6"
    assert page.locator("#choose-place").input_value() == "claremont"
    assert page.locator(".choose :checked:is([name=outcome], [name=problem], [name=most])").count() == 0
    assert page.locator("#weight-need").input_value() == "100"
    assert page.locator("[data-type=befriending][name=own]").input_value() == ""
    assert not page.locator(".choose-known").is_visible()
    assert not page.locator(".choose-taken").is_visible()
    assert page.locator("[name=outcome]:focus").count() == 1


def test_a_problem_ticks_its_outcome_and_goes_with_it(visit: Visit) -> None:
    page = visit.open(CHOOSE)
    page.get_by_role("checkbox", name=problem(), exact=True).focus()
    page.keyboard.press("Space")
    outcome = page.get_by_role("checkbox", name=evidence().base.outcome_groups["mind"].label, exact=True)
    expect(outcome).to_be_checked()
    assert f"problems={problem_slug(problem())}&outcomes=mind" in page.url
    outcome.press("Space")
    expect(page.get_by_role("checkbox", name=problem(), exact=True)).not_to_be_checked()
    assert "?" not in page.url
    again = visit.open(f"{CHOOSE}?problems={problem_slug(problem())}")
    expect(again.get_by_role("checkbox", name=problem(), exact=True)).to_be_checked()
    expect(outcome).to_be_checked()
    assert again.locator(ROWS).count() > 5


def take(page: Page, name: str) -> Locator:
    return page.locator(".choose-matrix").get_by_role("checkbox", name=f"Take on {name}", exact=True)


def test_two_activities_are_taken_on_by_keyboard_and_a_third_is_refused(visit: Visit) -> None:
    page = visit.open(f"{CHOOSE}?place=claremont&outcomes=connection&aim=Meet")
    names = page.locator(".choose-matrix tbody tr:visible").evaluate_all(
        "rows => rows.map((row) => row.dataset.label)"
    )
    said = page.locator(".choose-taken-say")
    for name in names[:2]:
        take(page, name).focus()
        page.keyboard.press("Space")
    expect(said).to_have_text(f"You take on: {names[0]} and {names[1]}.")
    take(page, names[2]).focus()
    page.keyboard.press("Space")
    expect(take(page, names[2])).not_to_be_checked()
    expect(said).to_contain_text(
        f"A plan is for up to two activities. Let one go first, then take on {names[2]}."
    )
    slugs = [slug for name in names[:2] for slug, one in evidence().base.types.items() if one.label == name]
    assert page.url.endswith(f"aim=Meet&activities={slugs[0]}.{slugs[1]}")
    assert look_with_axe(page).violations_count == 0
    page.get_by_role("button", name="Rank them").press("Enter")
    answered(page)
    beside = page.locator(".choose-tiers").get_by_role("checkbox", name=f"Take on {names[0]}", exact=True)
    expect(beside).to_be_checked()
    beside.press("Space")
    expect(said).to_have_text(f"You take on: {names[1]}.")
    expect(take(page, names[0])).not_to_be_checked()
    assert look_with_axe(page).violations_count == 0
    page.get_by_role("link", name="Go on to Adapt").press("Enter")
    page.wait_for_url("**/book/plan/adapt.html?*")
    assert f"activities={slugs[1]}" in page.url
    assert "aim=Meet" in page.url
    assert visit.errors == []


def test_what_a_link_takes_on_is_shown_and_said_wherever_it_stands(visit: Visit) -> None:
    options = options_of(evidence())
    away = next(one for one in options if not one.is_about(["connection"]))
    page = visit.open(f"{CHOOSE}?outcomes=connection&activities={away.slug}.befriending.golf&out=befriending")
    said = page.locator(".choose-taken-say")
    expect(said).to_contain_text(f"{away.label} is neither done nor studied for what you want to change")
    expect(said).to_contain_text("Befriending is ruled out, so it is in no tier.")
    expect(page.locator(".choose-notice")).to_contain_text("an activity that we do not know (golf)")
    expect(take(page, away.label)).to_be_visible()
    about = sum(one.is_about(["connection"]) for one in options)
    assert page.locator(ROWS).count() == about + 1
    page.get_by_role("button", name=f"Let go of {away.label}").click()
    assert page.locator(ROWS).count() == about
    expect(page.get_by_role("button", name="Let go of Befriending")).to_be_focused()
    page = visit.open(f"{CHOOSE}?activities=befriending.community-arts.green-space")
    expect(page.locator(".choose-notice")).to_contain_text("the link names more, so Green space is left out")
    expect(said).to_have_text("You take on: Befriending and Community arts.")


def test_the_step_on_options_gives_the_tiers_that_the_page_shows(visit: Visit) -> None:
    link = (
        "place=E06000009.E05015190&outcomes=mind.connection&most=mind&weights=need:40&activities=befriending"
    )
    page = open_ranked(visit, f"{CHOOSE}?{link}&ranked=yes")
    answered(page)
    step = Plans(evidence()).answer(link, day="", address="", only="options")["steps"]["options"]
    lead, weights = (one["text"] for one in step["answer"][:2])
    assert lead.startswith(page.locator(".choose-lead").inner_text())
    assert page.locator(".choose-weights").inner_text() == weights
    told = next(one for one in step["sections"] if one["heading"].startswith("In tiers"))
    for row in told["table"]["rows"]:
        shown = page.locator(".choose-tiers tr", has_text=row[0]["text"]).first
        assert [row[2]["text"], row[3]["text"], row[4]["text"]] == shown.locator("td").all_inner_texts()


def test_a_strange_link_says_what_it_fell_back_to(visit: Visit) -> None:
    page = visit.open(
        f"{CHOOSE}?place=%3Cimg%20src=x%3E&outcomes=mind.joy&weights=need:x,luck:3&own=nothing:4&out=nothing"
    )
    said = page.locator(".choose-notice").inner_text()
    assert "a place that is not on record (<img src=x>), so need is left out." in said
    assert "an outcome that we do not know (joy)" in said
    assert "gives need a weight that can not be (x), so it has 100" in said
    assert "a step that we do not know (luck)" in said
    assert said.count("an activity that we do not know (nothing)") == 2
    assert page.locator(ROWS).count() > 5
    assert visit.errors == []


def test_somewhere_else_need_is_left_out(visit: Visit) -> None:
    page = open_ranked(visit, f"{CHOOSE}?outcomes=connection&ranked=yes")
    answered(page)
    assert page.locator(".choose-title").inner_text() == "What could be next in your place, for connection"
    assert page.locator(".choose-notes").inner_text().startswith("Of need nothing is known")


def test_the_print_out_is_one_page(visit: Visit) -> None:
    page = open_ranked(visit, f"{CHOOSE}?place=claremont&outcomes=connection&ranked=yes")
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
    page = open_ranked(visit, f"{CHOOSE}?place=claremont&outcomes=connection.mind&ranked=yes")
    answered(page)
    for table in (".choose-matrix", ".choose-tiers"):
        cut = page.locator(table).evaluate(
            "table => table.parentElement.scrollWidth > table.parentElement.clientWidth"
        )
        assert not cut, table


@pytest.mark.parametrize("visit", [PHONE], indirect=True, ids=["phone"])
def test_on_a_phone_an_activity_is_taken_on_by_touch_and_stays_in_sight(visit: Visit) -> None:
    page = visit.open(CHOOSE)
    page.get_by_text(problem(), exact=True).click()
    take(page, "Befriending").click()
    bar = page.locator(".choose-taken")
    expect(bar).to_be_in_viewport()
    expect(bar).to_contain_text("You take on: Befriending.")
    assert bar.evaluate("bar => bar.getBoundingClientRect().height") < 200
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


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
    page = open_ranked(visit, f"{CHOOSE}?place={place}&outcomes=home&ranked=yes")
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
    page = open_ranked(visit, f"{CHOOSE}?place={lacking.council}.{lacking.code}&outcomes=home&ranked=yes")
    answered(page)
    needs = page.locator(".choose-matrix tbody tr:visible .choose-need").all_inner_texts()
    assert needs
    assert not any(letter.isdigit() for need in needs for letter in need)
    assert page.locator(".choose-notes").inner_text().startswith("Of need nothing is known")
