"""From a problem to a sentence for a committee, and to two activities side by side, within three clicks."""

import gzip

import pytest
from playwright.sync_api import Page
from tests.browser import look_with_axe

from .conftest import SITE, Visit, evidence

pytestmark = [pytest.mark.browser]

CLICKS = 3
NO_SCRIPTS = {"java_script_enabled": False}
SIZES = [{"viewport": {"width": 360, "height": 740}}, {"viewport": {"width": 1280, "height": 800}}]
HEAVIEST = 150_000
COMPARE = "book/activities/compare.html"
PAIR = f"{COMPARE}?a=befriending&b=community-arts"


class Clicks:
    """A reader who counts."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def follow(self, name: str, within: str = "main") -> None:
        """Click on a link by the start of its name."""
        with self.page.expect_navigation(wait_until="load"):
            self.page.locator(within).get_by_role("link", name=name).first.click()
        self.count += 1


def sentence_of(slug: str, group: str) -> str:
    return next(aim.says for aim in evidence().answers[slug].aims if aim.outcome == group)


def test_from_home_to_a_sentence_for_a_committee(visit: Visit) -> None:
    reader = Clicks(visit.open("index.html"))
    reader.follow("loneliness", ".problem-tiles")
    says = reader.page.get_by_text(sentence_of("befriending", "connection"))
    assert says.is_visible()
    reader.follow("Befriending", ".ranking tbody")
    assert reader.page.get_by_text(evidence().answers["befriending"].says).first.is_visible()
    assert reader.count <= CLICKS
    assert visit.errors == []


def test_from_home_to_two_activities_side_by_side(visit: Visit) -> None:
    reader = Clicks(visit.open("index.html"))
    reader.follow("loneliness", ".problem-tiles")
    reader.follow("Put ", ".ranking-first")
    assert reader.page.locator(".compare-result thead th").count() == 2
    assert reader.count <= CLICKS


def test_any_two_are_ticked_and_stand_side_by_side(visit: Visit) -> None:
    page = visit.open("problems/connection.html")
    for slug in ("befriending", "community-arts"):
        page.locator(f".ranking input[value={slug}]").check()
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name="Put the ticked ones side by side").click()
    heads = page.locator(".compare-result thead th").all_inner_texts()
    assert sorted(heads) == ["Befriending", "Community arts"]
    for slug in ("befriending", "community-arts"):
        assert page.locator(".compare-result").get_by_text(evidence().answers[slug].says).is_visible()


def test_every_tile_leads_to_the_page_of_its_group(visit: Visit) -> None:
    groups = evidence().base.outcome_groups.values()
    for start in ("index.html", "book/activities/index.html"):
        page = visit.open(start)
        tiles = page.locator(".problem-tiles a").all()
        assert [tile.inner_text() for tile in tiles] == [words for one in groups for words in one.problems]
        led = [(tile.get_attribute("href") or "").rpartition("problems/")[2] for tile in tiles]
        assert led == [f"{one.slug}.html" for one in groups for _ in one.problems]


def test_activities_are_chosen_and_sorted_by_keyboard(visit: Visit) -> None:
    page = visit.open(PAIR)
    page.get_by_label("First activity").focus()
    page.keyboard.press("Home")
    assert page.locator(".compare-result thead th").count() == 1
    page = visit.open("problems/mind.html")
    page.locator(".ranking-sort", has_text="Studies").focus()
    page.keyboard.press("Enter")
    counts = [int(one) for one in page.locator(".ranking [data-label='Studies']").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize("visit", [NO_SCRIPTS], indirect=True, ids=["no-scripts"])
def test_without_scripts_rankings_and_a_table_for_each_group_stand_there(visit: Visit) -> None:
    page = visit.open("problems/connection.html")
    assert page.get_by_text(sentence_of("befriending", "connection")).is_visible()
    page = visit.open(PAIR)
    assert page.locator(".compare noscript p").is_visible(), "it says that choosing needs JavaScript"
    groups = page.locator(".compare-group")
    assert groups.count() == len(evidence().base.outcome_groups)
    groups.first.locator("summary").click()
    assert groups.first.locator("tbody tr").first.is_visible()


@pytest.mark.slow
@pytest.mark.parametrize("path", ["index.html", "problems/connection.html", "problems/home.html", PAIR])
@pytest.mark.parametrize("visit", SIZES, indirect=True, ids=["phone", "desk"])
def test_pages_fit_their_screen_and_can_be_used_by_all(visit: Visit, path: str) -> None:
    page = visit.open(path)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for box in page.locator(":is(.ranking, .compare-result) .table-scroll").all():
        assert box.evaluate("box => box.scrollWidth <= box.clientWidth"), "no table is cut"
    assert look_with_axe(page).violations_count == 0
    assert visit.errors == []


def test_no_page_is_heavier_than_a_slow_connection_bears() -> None:
    pages = [SITE / COMPARE, SITE / "index.html", *(SITE / "problems").glob("*.html")]
    assert {
        page.name: size for page in pages if (size := len(gzip.compress(page.read_bytes()))) > HEAVIEST
    } == {}
