"""Each kind of page works for everyone: axe, narrow screens, the keyboard, no scripts, no other host."""

import re

import pytest
from playwright.sync_api import Page
from tests.browser import look_with_axe

from .conftest import REPOSITORY, Visit, evidence

pytestmark = [pytest.mark.browser]


def longest(folder: str, number: int) -> list[str]:
    """Name the pages of the records with most to say."""
    files = sorted((REPOSITORY / "evidence" / folder).glob("*.yml"), key=lambda path: -path.stat().st_size)
    return [f"{folder}/{path.stem}.html" for path in files[:number]]


def one_a_use() -> list[str]:
    """Name the page of a set of results for each use of sets."""
    uses = {pool.use: f"pools/{slug}.html" for slug, pool in evidence().base.pools.items()}
    return [uses[use] for use in sorted(uses)]


def one_council() -> list[str]:
    """Name the page of the council with most policies."""
    found = evidence().joins.policies_by_council
    return [f"councils/{max(found, key=lambda slug: len(found[slug]))}.html"]


PAGES = (
    "index.html",
    "book/activities/index.html",
    "book/policies/index.html",
    "book/programme/evaluation.html",
    "book/programme/timeline.html",
    "book/programme/glossary.html",
    "book/methods/limits.html",
    "book/methods/rating.html",
    "book/methods/places.html",
    "book/methods/prisma-scr.html",
    "book/evidence/gap-map.html",
    "book/neighbourhoods/choose.html",
    "book/neighbourhoods/comparison-areas.html",
    "book/methods/appraisal.html",
    "book/evidence/pools.html",
    "book/evidence/index.html",
    "book/programme/plan-evaluation.html",
    "notebooks/coverage.html",
    "notebooks/evaluation.html",
    "notebooks/survey.html",
    *one_a_use(),
    "book/contribute/fields.html",
    "book/contribute/checks.html",
    "book/accessibility.html",
    "notebooks/policies.html",
    "notebooks/policy-types.html",
    "notebooks/policy-pairs.html",
    "notebooks/policy-sources.html",
    "notebooks/policy-actions.html",
    "book/policies/councils.html",
    "book/policies/numbers.html",
    "book/policies/actions.html",
    "notebooks/matching.html",
    "notebooks/evidence.html",
    "notebooks/neighbourhoods.html",
    "notebooks/compare-neighbourhoods.html",
    "book/neighbourhoods/index.html",
    "book/neighbourhoods/place.html",
    "book/neighbourhoods/all-councils.html",
    "activities/fuel-poverty.html",
    "outcomes/loneliness.html",
    *longest("studies", 2),
    *longest("policies", 1),
    *longest("neighbourhoods", 2),
    *one_council(),
    "search.html",
    "404.html",
)
LIGHT = {"color_scheme": "light"}
PHONE = {"viewport": {"width": 320, "height": 640}}
NO_SCRIPTS = {"java_script_enabled": False}
ROWS, TABLES = 12, 15


SHORTEN = """([rows, tables]) => {
  const drop = (all, most) => [...all].slice(most).forEach((one) => one.remove());
  for (const body of document.querySelectorAll("tbody")) drop(body.rows, rows);
  for (const list of document.querySelectorAll("article ul, article dl")) drop(list.children, 2 * rows);
  drop(document.querySelectorAll("article section section:has(table)"), tables);
}"""


def with_short_tables(page: Page) -> Page:
    """Drop most of what is long, and most of many sections with tables: they are made alike."""
    page.evaluate(SHORTEN, [ROWS, TABLES])
    return page


@pytest.mark.slow
@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("visit", [LIGHT], indirect=True, ids=["light"])
def test_axe_finds_nothing_and_no_request_leaves_the_site(visit: Visit, path: str) -> None:
    page = with_short_tables(visit.open(path))
    results = look_with_axe(page)
    assert visit.elsewhere == []
    assert visit.errors == []
    assert results.violations_count == 0, results.generate_report()
    # All else is the same in the dark.
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    results = look_with_axe(page, runOnly=["color-contrast"])
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("visit", [PHONE], indirect=True, ids=["phone"])
def test_a_phone_never_scrolls_sideways_and_no_request_leaves_the_site(visit: Visit, path: str) -> None:
    page = visit.open(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.mouse.wheel(0, 20_000)
    page.wait_for_timeout(100)
    assert visit.elsewhere == []
    assert visit.errors == []


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("visit", [NO_SCRIPTS], indirect=True, ids=["no-scripts"])
def test_without_scripts_the_page_says_the_same(visit: Visit, path: str) -> None:
    page = visit.open(path)
    assert page.locator("h1").first.is_visible()
    assert page.locator("header nav a").first.is_visible()
    for chart in page.locator(".figure-chart svg:visible").all():
        assert chart.bounding_box()


def test_the_keyboard_reaches_the_content_first(visit: Visit) -> None:
    page = visit.open("activities/fuel-poverty.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").strip().lower().startswith("skip")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") != ""


def test_search_finds_a_study_by_its_words(visit: Visit) -> None:
    base = evidence().base
    key = next(key for key in base.studies if base.references[key].title)
    words = "+".join(re.findall(r"[a-z]{4,}", (base.references[key].title or "").lower())[:4])
    page = visit.open(f"search.html?q={words}")
    page.wait_for_selector("main a[href*='studies/']", timeout=10_000)
    assert visit.elsewhere == []


def test_a_link_to_a_folded_section_opens_it(visit: Visit) -> None:
    slug = next(iter(evidence().base.neighbourhoods))
    page = visit.open(f"neighbourhoods/{slug}.html")
    sources = page.locator("#sources > details.fold")
    assert not sources.evaluate("fold => fold.open")
    assert page.locator("#sources ul").is_hidden()
    page.evaluate("location.hash = '#sources'")
    page.locator("#sources ul").wait_for(state="visible")
    page.goto(page.url.replace("#sources", "#like"))
    page.locator("#like table").first.wait_for(state="visible")


def test_a_page_of_a_place_is_read_in_a_few_screens(visit: Visit) -> None:
    for slug in evidence().base.neighbourhoods:
        page = visit.open(f"neighbourhoods/{slug}.html")
        assert page.evaluate("document.documentElement.scrollHeight") < 6400, slug
        first = page.locator("article h2").first
        assert first.inner_text() == "What they set out to do"


def test_two_clicks_lead_from_a_place_to_evidence_and_policies(visit: Visit) -> None:
    findings = evidence()
    slug, place = next(
        (slug, tried[0].neighbourhood.slug)
        for slug, tried in findings.joins.activities_by_type.items()
        if findings.joins.policies_by_type.get(slug) and findings.joins.studies_by_type.get(slug)
    )
    page = visit.open(f"neighbourhoods/{place}.html")
    page.locator(f"main a[href*='activities/{slug}']").first.click()
    page.wait_for_load_state()
    assert page.locator("main a[href*='studies/']").count() > 0
    assert page.locator("main a[href*='policies/']").count() > 0
