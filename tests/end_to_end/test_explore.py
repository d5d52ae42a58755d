"""Tables that readers sort and narrow down, and the gap map: by keyboard, on a phone, without scripts."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from .conftest import Visit, evidence

pytestmark = [pytest.mark.browser]

ACTIVITIES = "book/activities/index.html"
POLICIES = "book/policies/index.html"
MAP = "book/evidence/gap-map.html"
PHONE = {"viewport": {"width": 320, "height": 640}}
NO_SCRIPTS = {"java_script_enabled": False}
CELLS_OF = """html => [...new DOMParser().parseFromString(html, "text/html").querySelectorAll(".gap-cell")]
  .map(cell => [...cell.children].map(part => part.textContent))"""
CONTRAST = """selector => {
  const element = document.querySelector(selector);
  const shades = (color) => color.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255);
  const linear = (part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const weights = [0.2126, 0.7152, 0.0722];
  const light = (color) => shades(color).map(linear).reduce((sum, part, i) => sum + part * weights[i], 0);
  const paper = getComputedStyle(element.closest(".gap-cell")).backgroundColor;
  const [high, low] = [getComputedStyle(element).color, paper].map(light).sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}"""
ROWS = ".explore tbody tr:visible"


def test_a_table_is_narrowed_down_and_the_link_keeps_it(visit: Visit) -> None:
    page = visit.open(ACTIVITIES)
    assert page.locator(ROWS).count() == len(evidence().base.types)
    page.get_by_label("Domain").select_option("Social relationships")
    page.get_by_label("Words").fill("befriend")
    assert page.locator(ROWS).count() == 1
    assert page.locator(".explore-status").inner_text() == f"1 of {len(evidence().base.types)} shown"
    again = visit.open(page.url.removeprefix(f"{visit.address}/"))
    assert again.locator(ROWS).count() == 1
    assert again.get_by_label("Words").input_value() == "befriend"
    assert visit.errors == []


def test_policies_are_narrowed_down_by_all_four_and_the_link_keeps_them(visit: Visit) -> None:
    page = visit.open(POLICIES)
    shown = [page.locator(ROWS).count()]
    base = evidence().base
    policy = next(one for one in base.policies.values() if one.year_start)
    choices = {
        "Nation": base.councils[policy.council].nation.value,
        "Kind": policy.document_type.label,
        "Begins": str(policy.year_start),
        "Activities": base.types[policy.types[0]].label,
    }
    for label, value in choices.items():
        page.get_by_label(label, exact=True).select_option(value)
        shown.append(page.locator(ROWS).count())
    assert shown == sorted(shown, reverse=True)
    assert shown[0] > shown[-1] > 0
    again = visit.open(page.url.removeprefix(f"{visit.address}/"))
    assert again.locator(ROWS).count() == shown[-1]
    for label, value in choices.items():
        assert again.get_by_label(label, exact=True).input_value() == value
    assert again.locator(ROWS, has_text=policy.title).count() >= 1
    assert visit.errors == []


def test_a_table_is_sorted_by_keyboard(visit: Visit) -> None:
    page = visit.open(ACTIVITIES)
    head = page.locator(".explore-sort", has_text="Policies")
    head.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"
    place = 5
    numbers = [int(text) for text in page.locator(f"{ROWS} > :nth-child({place})").all_inner_texts()]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] > numbers[-1]


def test_levels_are_sorted_by_what_they_mean(visit: Visit) -> None:
    page = visit.open(f"{ACTIVITIES}?order=2")
    shown = page.locator(f"{ROWS} > :nth-child(3)").all_inner_texts()
    firsts = [text.partition(";")[0] for text in shown]
    levels = [one.label for one in evidence().base.rating.levels]
    ranks = [
        next(rank for rank, label in enumerate(levels) if text.strip().endswith(label)) for text in firsts
    ]
    assert ranks == sorted(ranks)
    assert ranks[0] < ranks[-1]


@pytest.mark.parametrize("visit", [NO_SCRIPTS], indirect=True, ids=["no-scripts"])
def test_without_scripts_the_whole_table_and_the_whole_map_stand_there(visit: Visit) -> None:
    page = visit.open(ACTIVITIES)
    assert page.locator(".explore tbody tr").count() == len(evidence().base.types)
    assert page.locator(".explore form").count() == 0
    page = visit.open(MAP)
    assert page.locator(".gap-matrix").is_visible()
    assert page.locator(".gap-signs", has_text="▲").count() > 0
    assert not page.locator(".gap-filters").is_visible()
    page.locator(".gap-details summary").first.click()
    assert page.locator(".gap-details[open] li a").first.is_visible()


def test_a_cell_opens_its_studies_by_keyboard(visit: Visit) -> None:
    page = visit.open(MAP)
    cell = page.locator("a.gap-cell").first
    cell.focus()
    page.keyboard.press("Enter")
    details = page.locator(f"details[id='{cell.get_attribute('data-cell')}']")
    details.locator("li a").first.wait_for()
    assert details.get_attribute("open") is not None
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    with page.expect_navigation():
        details.locator("li a").first.click()
    assert "/studies/" in page.url


def shown(page: Page) -> int:
    return int(page.locator(".gap-status").inner_text().split()[1])


def test_scripts_count_as_the_build_does(visit: Visit) -> None:
    page = visit.open(MAP)
    script = page.request.get(page.url).text()
    built = page.evaluate(CELLS_OF, script)
    assert built
    assert page.evaluate(CELLS_OF, page.content()) == built


def test_cells_that_nothing_fits_lead_nowhere_and_can_be_read(visit: Visit) -> None:
    page = visit.open(MAP)
    page.get_by_label("from the UK").check()
    emptied = page.locator(".gap-cell.is-empty")
    assert emptied.count() > 0
    assert page.locator(".gap-cell.is-empty[href]").count() == 0
    assert page.locator(".gap-cell:not(.is-empty):not([href])").count() == 0
    assert emptied.first.locator(".gap-spoken").inner_text().endswith("no study fits the choice")
    assert page.evaluate(CONTRAST, ".gap-cell.is-empty .gap-designs") >= 4.5
    page.get_by_label("from the UK").uncheck()
    assert page.locator(".gap-cell:not([href])").count() == 0


def test_exposures_have_no_sign_in_a_cell(visit: Visit) -> None:
    page = visit.open(MAP)
    told = "li[data-exposure]:not([data-direction=not-told])"
    name = page.locator(".gap-details").filter(has=page.locator(told)).first.get_attribute("id")
    cell = page.locator(f"[data-cell='{name}']")
    exposures = page.locator(f"[id='{name}'] {told}")
    assert exposures.count() > 0
    assert cell.locator(".gap-exposures").inner_text() == f"E{exposures.count()}"
    harms = f"[id='{name}'] li[data-direction=harm]:not([data-exposure])"
    assert ("▼" in cell.locator(".gap-signs").inner_text()) == (page.locator(harms).count() > 0)


def test_filters_count_anew_and_the_link_keeps_them(visit: Visit) -> None:
    page = visit.open(MAP)
    whole = shown(page)
    page.get_by_label("from the UK").check()
    in_uk = shown(page)
    page.get_by_label("Reviews (R)").uncheck()
    fewer = shown(page)
    assert whole >= in_uk >= fewer > 0
    again = visit.open(page.url.removeprefix(f"{visit.address}/"))
    assert shown(again) == fewer
    assert again.locator(".gap-details li:not([hidden]):not([data-uk])").count() == 0
    assert visit.errors == []


@pytest.mark.parametrize("visit", [PHONE], indirect=True, ids=["phone"])
@pytest.mark.slow
def test_on_a_phone_the_map_is_a_list_and_the_table_is_cards(visit: Visit) -> None:
    page = visit.open(MAP)
    assert not page.locator(".gap-matrix").is_visible()
    page.locator(".gap-details summary").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert Axe().run(page).violations_count == 0
    page = visit.open(ACTIVITIES)
    box = page.locator(ROWS).first.bounding_box()
    assert box
    assert box["width"] <= 320
    assert Axe().run(page).violations_count == 0
