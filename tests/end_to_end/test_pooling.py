"""A set of results in a real browser: what readers change, what the link keeps, and the way back."""

from collections import Counter
from math import exp

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser import look_with_axe
from tests.end_to_end.conftest import Visit, evidence

from resilience.findings.pools import pooled_members, result_of
from resilience.records.vocabulary import PoolUse
from resilience.synthesis import ROBUST, Effects, Headline, IntervalMethod, Method, headline

pytestmark = [pytest.mark.browser, pytest.mark.slow]

START_MS = 120_000
COMPUTE = "Compute with this choice"
BACK = "Back to the book’s own"
BASE = evidence().base
POOLED = {slug: result_of(BASE, pool) for slug, pool in BASE.pools.items() if pool.use is PoolUse.POOLED}
SLUG = next(slug for slug, found in POOLED.items() if found.headline and not found.headline.robust)
CLUSTERED = next(slug for slug, found in POOLED.items() if found.headline and found.headline.robust)
ASIDE = [slug for slug, pool in BASE.pools.items() if pool.use is PoolUse.SIDE_BY_SIDE][:3]
PATH = f"pools/{SLUG}.html"
RESULT = POOLED[SLUG]
EVERY = list(range(len(pooled_members(RESULT.members))))


def choice_line(page: Page) -> Locator:
    return page.locator(".pool-live .own-choice")


def said(page: Page, start: str) -> str:
    """Wait until the summary starts with some words, and give it."""
    line = page.locator(".pool-say", has_text=start)
    line.wait_for(timeout=START_MS)
    return line.inner_text()


def expected(chosen: list[int], method: Method, interval: IntervalMethod) -> str:
    members = [pooled_members(RESULT.members)[place] for place in chosen]
    effects = [one.effect for one in members if one.effect]
    return summary(
        headline(
            Effects.of([one.yi for one in effects], [one.vi for one in effects]),
            [one.sample for one in members],
            method,
            interval,
        )
    )


def summary(found: Headline, is_ratio: bool = True) -> str:
    """Write what the page says of a pooled effect, with minus signs as it writes them."""
    ends = (found.estimate, found.ci_low, found.ci_high)
    value, low, high = (f"{float(f'{exp(end) if is_ratio else end:.3g}'):g}" for end in ends)
    includes = ", which includes no difference" if found.ci_low <= 0 <= found.ci_high else ""
    line = f"{found.k} results together: {value} (95% interval {low} to {high}{includes})."
    return line.replace(" -", " \N{MINUS SIGN}")


def test_what_a_reader_chooses_is_pooled_anew_and_the_link_keeps_it(visit: Visit) -> None:
    page = visit.open(PATH)
    assert visit.errors == []
    page.get_by_label("Method", exact=True).select_option("DL")
    fewer = [place for place in EVERY if place != 3]
    assert said(page, f"{len(EVERY)} results") == expected(EVERY, Method.DL, IntervalMethod.ADHOC)
    box = page.locator("[name=chosen]").nth(3)
    box.focus()
    page.keyboard.press("Space")
    assert said(page, f"{len(fewer)} results") == expected(fewer, Method.DL, IntervalMethod.ADHOC)
    for interval in (IntervalMethod.Z, IntervalMethod.KNHA):
        page.get_by_label("Interval", exact=True).select_option(interval.value)
        page.wait_for_url(f"**interval={interval.value}**")
        shown = expected(fewer, Method.DL, interval)
        page.locator(".pool-say", has_text=shown).wait_for(timeout=START_MS)
    changes = choice_line(page).inner_text()
    assert changes.startswith(
        "The numbers below are not the book’s own: you have left out 1 result, chosen another"
    )
    page.reload()
    again = page
    again.get_by_role("button", name=COMPUTE).click()
    again.locator(".pool-say", has_text=shown).wait_for(timeout=START_MS)
    assert not again.locator("[name=chosen]").nth(3).is_checked()
    assert look_with_axe(again).violations_count == 0
    assert visit.elsewhere == []


def test_a_link_starts_no_python_and_says_what_it_has_left_out(visit: Visit) -> None:
    fetched: list[str] = []
    visit.page.on("request", lambda request: fetched.append(request.url))
    page = visit.open(f"{PATH}?out=0.1")
    assert RESULT.headline
    own = summary(RESULT.headline)
    expect(choice_line(page)).to_contain_text("This link has left out 2 results.")
    expect(choice_line(page)).to_contain_text("What stands below is still the book’s own.")
    assert page.locator(".pool-say").inner_text() == own
    assert look_with_axe(page).violations_count == 0
    page.wait_for_timeout(1000)
    assert [url for url in fetched if "/live/" in url or "/pyodide/" in url] == []
    page.get_by_role("button", name=COMPUTE).click()
    fewer = EVERY[2:]
    assert said(page, f"{len(fewer)} results") == expected(fewer, Method.REML, IntervalMethod.ADHOC)
    expect(choice_line(page)).to_contain_text("not the book’s own: this link has left out 2 results.")
    page.get_by_role("button", name=BACK).click()
    assert page.locator(".pool-say").inner_text() == own
    assert "out=" not in page.url
    expect(choice_line(page)).to_be_hidden()
    assert page.locator("[name=chosen]:checked").count() == len(EVERY)
    assert page.locator(".pool-numbers").inner_text() == ""
    assert page.evaluate("document.activeElement.className") == "pool-say"


def test_a_link_that_asks_for_the_books_own_is_no_choice(visit: Visit) -> None:
    page = visit.open(f"{PATH}?method=REML&interval=adhoc#live")
    assert RESULT.headline
    assert page.locator(".pool-say").inner_text() == summary(RESULT.headline)
    expect(choice_line(page)).to_be_hidden()


def test_as_it_comes_it_says_what_the_page_says_without_scripts(visit: Visit) -> None:
    page = visit.open(PATH)
    page.get_by_role("button", name="Tick all").click()
    assert RESULT.headline
    line = summary(RESULT.headline)
    assert said(page, f"{len(EVERY)} results") == line
    assert line.removeprefix(f"{len(EVERY)} results together: ") in page.locator("#results").inner_text()


def test_the_robust_interval_leads_in_the_browser_too(visit: Visit) -> None:
    lead = POOLED[CLUSTERED].headline
    page = visit.open(f"pools/{CLUSTERED}.html")
    assert page.get_by_label("Interval", exact=True).input_value() == ROBUST
    page.get_by_role("button", name="Tick all").click()
    assert lead
    assert lead.robust
    metric = BASE.pools[CLUSTERED].metric
    assert said(page, f"{lead.k} results") == summary(lead, is_ratio=bool(metric and metric.is_ratio))
    numbers = page.locator(".pool-numbers").inner_text()
    assert f"from {lead.robust.clusters} samples" in numbers
    assert "Egger" in numbers
    assert page.locator(".pool-funnel svg").count() == 1


@pytest.mark.parametrize(
    ("left", "sentence"),
    [
        (0, "Tick at least three results."),
        (1, "Tick at least three results."),
        (2, "Two results can't show how much results differ, so they are shown side by side."),
    ],
)
def test_fewer_than_three_results_are_not_pooled(visit: Visit, left: int, sentence: str) -> None:
    out = ".".join(map(str, EVERY[: len(EVERY) - left]))
    page = visit.open(f"{PATH}?method=REML&interval=adhoc&out={out}#live")
    page.get_by_role("button", name=COMPUTE).click()
    assert said(page, sentence.split()[0] + " ") == sentence
    assert page.locator(".pool-numbers").inner_text() == ""
    assert page.locator(".pool-diamond").count() == 0


@pytest.mark.parametrize("slug", ASIDE)
def test_a_set_side_by_side_has_no_pooled_number_and_nothing_to_analyse(visit: Visit, slug: str) -> None:
    page = visit.open(f"pools/{slug}.html")
    text = page.locator("main").inner_text()
    assert page.locator(".pool-live").count() == 0
    assert "together give" not in text
    assert "Pooled effect" not in text
    assert "side by side" in text


def test_a_set_in_groups_says_why_there_is_no_number_for_all(visit: Visit) -> None:
    slug, pool = next((slug, pool) for slug, pool in BASE.pools.items() if pool.use is PoolUse.SUBGROUPS)
    sizes = Counter(member.group for member in pooled_members(result_of(BASE, pool).members))
    page = visit.open(f"pools/{slug}.html")
    page.get_by_label("Method", exact=True).select_option("DL")
    line = said(page, "No number for all")
    assert all((f"{name}: " in line) is (size > 2) for name, size in sizes.items())


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True, ids=["no-scripts"])
def test_without_scripts_the_analysis_is_whole(visit: Visit) -> None:
    page = visit.open(PATH)
    assert not page.locator(".pool-live").is_visible()
    assert page.locator("#results svg:visible").count() == 1
    assert page.locator("#checks table").count() == 2
