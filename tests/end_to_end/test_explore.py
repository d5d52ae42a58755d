"""Tables that readers sort and narrow down, and the gap map: by keyboard, on a phone, without scripts."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser import look_with_axe

from .conftest import Visit, evidence

pytestmark = [pytest.mark.browser]

ACTIVITIES = "book/activities/index.html"
POLICIES = "book/policies/index.html"
STUDIES = "book/evidence/index.html"
MAP = "book/evidence/gap-map.html"
PHONE = {"viewport": {"width": 320, "height": 640}}
NO_SCRIPTS = {"java_script_enabled": False}
CELLS_OF = """html => [...new DOMParser().parseFromString(html, "text/html").querySelectorAll(".gap-cell")]
  .map(cell => [cell.textContent, ...[".gap-mark", "use"].map(part => cell.querySelector(part).outerHTML)])"""
ROWS = ".explore tbody tr:visible"


def rows_of(page: Page) -> int:
    return page.locator(ROWS).count()


def fitting(page: Page) -> int:
    """Give how many rows fit, as the status says once the whole list is there."""
    status = page.locator(".explore-status")
    expect(status).to_have_text(re.compile(r"^[\d,]+ "))
    return int(status.inner_text().split()[0].replace(",", ""))


def test_a_table_is_narrowed_down_and_the_link_keeps_it(visit: Visit) -> None:
    page = visit.open(ACTIVITIES)
    page.get_by_label("Domain", exact=True).select_option("Social relationships")
    page.get_by_label("Words", exact=True).fill("befriend")
    page.wait_for_url("**/*q=befriend*")
    assert "Befriending" in page.locator(ROWS).first.inner_text()
    assert page.locator(".explore-status").inner_text().endswith("“befriend”; Domain: Social relationships")
    found = rows_of(page)
    assert 0 < found < len(evidence().base.types)
    again = visit.open(page.url.removeprefix(f"{visit.address}/"))
    assert rows_of(again) == found
    assert again.get_by_label("Words", exact=True).input_value() == "befriend"
    assert visit.errors == []


@pytest.mark.parametrize("asked", ["loneliness", "lonely", "damp", "older people", "mental health"])
def test_a_problem_finds_activities(visit: Visit, asked: str) -> None:
    page = visit.open(f"{ACTIVITIES}?q={asked}")
    assert 0 < fitting(page) < len(evidence().base.types)


@pytest.mark.parametrize(
    ("path", "asked", "found"),
    [
        (POLICIES, "licence landlords", "Landlord licensing"),
        (STUDIES, "men's sheds", "Men"),
        (STUDIES, "welfare GP", "Woodhead"),
        (STUDIES, "Woodhead 2017", "Woodhead"),
    ],
)
def test_words_need_not_stand_as_they_were_asked_for(visit: Visit, path: str, asked: str, found: str) -> None:
    page = visit.open(f"{path}?q={asked}")
    assert fitting(page) > 0
    assert page.locator(ROWS, has_text=found).count() > 0


def test_policies_are_narrowed_down_by_several_choices_and_the_link_keeps_them(visit: Visit) -> None:
    page = visit.open(POLICIES)
    shown = [fitting(page)]
    base = evidence().base
    policy = next(one for one in base.policies.values() if one.year_start and one.url and one.was_looked_at)
    council = base.councils[policy.council]
    choices = {
        "Activity": base.types[policy.types[0]].label,
        "Nation": council.nation.value,
        "Region": council.region,
        "Kind": policy.document_type.label,
        "Source": "With a link",
        "What was seen": "An evaluation" if policy.evaluation else "Monitoring figures",
    }
    page.get_by_text("More filters").click()
    for label, value in choices.items():
        page.get_by_label(label, exact=True).select_option(value)
        shown.append(fitting(page))
    page.get_by_label("From year").fill(str(policy.year_start))
    page.get_by_label("To year").fill(str(policy.year_start))
    page.wait_for_url("**/*to=*")
    shown.append(fitting(page))
    assert shown == sorted(shown, reverse=True)
    assert shown[0] > shown[-1] > 0
    again = visit.open(page.url.removeprefix(f"{visit.address}/"))
    assert fitting(again) == shown[-1]
    for label, value in choices.items():
        assert again.get_by_label(label, exact=True).locator("option:checked").inner_text() == value
    assert again.locator(ROWS, has_text=policy.title).count() >= 1
    assert visit.errors == []


def test_rows_come_by_twenty_five_and_the_keyboard_goes_on_where_they_begin(visit: Visit) -> None:
    page = visit.open(STUDIES)
    total = len(evidence().base.studies)
    assert rows_of(page) == 25
    assert page.locator(".explore-status").inner_text() == f"{total} studies. The first 25 are shown."
    page.get_by_role("button", name="Show 25 more").press("Enter")
    assert rows_of(page) == 50
    assert page.evaluate("document.activeElement.closest('tr').sectionRowIndex") == 25
    page.get_by_role("button", name="Show all").press("Enter")
    assert rows_of(page) == total


def test_print_shows_all_that_fit_and_says_which_choice_was_made(visit: Visit) -> None:
    page = visit.open(f"{STUDIES}?where=uk")
    fits = fitting(page)
    assert rows_of(page) == 25 < fits
    page.emulate_media(media="print")
    expect(page.locator(".explore tbody tr")).to_have_count(fits)
    assert page.locator(".explore-status").inner_text().endswith("Where: Any part of the UK")
    page.emulate_media(media="screen")
    expect(page.locator(".explore tbody tr")).to_have_count(25)


def test_a_table_is_sorted_by_keyboard(visit: Visit) -> None:
    page = visit.open(ACTIVITIES)
    page.locator(".explore-sort", has_text="Policies").press("Enter")
    assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"
    assert page.get_by_label("Order").locator("option:checked").inner_text() == "Policies: most first"
    place = 6
    numbers = [int(text) for text in page.locator(f"{ROWS} > :nth-child({place})").all_inner_texts()]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] > numbers[-1]


def test_levels_are_sorted_by_what_they_mean(visit: Visit) -> None:
    page = visit.open(f"{ACTIVITIES}?order=evidence-by-main-aim.0")
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
    assert not page.locator(".explore form").is_visible()
    page = visit.open(MAP)
    assert page.locator(".gap-matrix").is_visible()
    assert page.locator(".gap-mark.is-benefit").count() > 0
    assert not page.locator(".gap-filters").is_visible()
    page.locator(".gap-cell").first.click()
    page.locator(".gap-card:popover-open summary").click()
    assert page.locator(".gap-card:popover-open li a").first.is_visible()


def test_a_cell_opens_its_studies_by_keyboard(visit: Visit) -> None:
    page = visit.open(MAP)
    cell = page.locator("button.gap-cell").first
    cell.focus()
    page.keyboard.press("Enter")
    card = page.locator(f"[id='{cell.get_attribute('popovertarget')}']")
    card.locator("li a").first.wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Close"
    page.keyboard.press("Escape")
    assert not card.is_visible()
    assert cell.evaluate("cell => cell === document.activeElement")
    page.keyboard.press("Enter")
    with page.expect_navigation():
        card.locator("li a").first.click()
    assert "/studies/" in page.url


def test_the_keyboard_passes_the_map_in_one_step(visit: Visit) -> None:
    page = visit.open(MAP)
    page.locator(".gap-choose > summary").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip past the map"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.gap-worth') !== null")


@pytest.mark.parametrize(
    "visit", [{"viewport": {"width": width, "height": 900}} for width in (1280, 1600)], indirect=True
)
def test_the_map_comes_first_and_all_its_columns_are_in_view(visit: Visit) -> None:
    page = visit.open(MAP)
    heads = [head.bounding_box() or {} for head in page.locator(".gap-matrix thead th").all()]
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= page.viewport_size["width"] for box in heads)
    assert heads[0]["y"] < 700
    page.locator(".gap-matrix tbody tr").nth(20).scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 400)")
    assert (page.locator(".gap-matrix thead th").nth(3).bounding_box() or {})["y"] == pytest.approx(0, abs=2)


def test_a_domain_folds_away(visit: Visit) -> None:
    page = visit.open(MAP)
    body = page.locator(".gap-matrix tbody").first
    rows = body.locator("tr:visible").count()
    body.locator(".gap-domain button").click()
    assert rows > 1
    assert body.locator("tr:visible").count() == 1
    assert body.locator(".gap-domain button").get_attribute("aria-expanded") == "false"


def test_a_link_to_a_cell_opens_its_card(visit: Visit) -> None:
    page = visit.open(MAP)
    name = page.locator(".gap-card").first.get_attribute("id")
    page.evaluate(f"location.hash = '#{name}'")
    page.locator(f"[id='{name}']:popover-open li a").first.wait_for()


def test_the_map_prints_on_one_sheet(visit: Visit) -> None:
    page = visit.open(MAP)
    edges = dict.fromkeys(("top", "bottom", "left", "right"), "10mm")
    sheets = page.pdf(format="A4", margin=edges)
    assert len(re.findall(rb"/Type\s*/Page\b", sheets)) == 1


def shown(page: Page) -> int:
    return int((page.locator(".gap-status").text_content() or "").split()[1])


def test_scripts_count_as_the_build_does(visit: Visit) -> None:
    page = visit.open(MAP)
    script = page.request.get(page.url).text()
    built = page.evaluate(CELLS_OF, script)
    assert built
    assert page.evaluate(CELLS_OF, page.content()) == built


def choose(visit: Visit) -> Page:
    """Open the map with its choices in view."""
    page = visit.open(MAP)
    page.locator(".gap-choose > summary").click()
    return page


def test_cells_that_nothing_fits_open_nothing(visit: Visit) -> None:
    page = choose(visit)
    page.get_by_label("from the UK").check()
    emptied = page.locator(".gap-cell:disabled")
    assert emptied.count() > 0
    assert (emptied.first.locator(".gap-spoken").text_content() or "").endswith("no study fits the choice")
    assert not emptied.first.locator(".gap-mark").is_visible()
    page.get_by_label("from the UK").uncheck()
    assert page.locator(".gap-cell:disabled").count() == 0


def test_exposures_have_no_direction_in_a_cell(visit: Visit) -> None:
    page = visit.open(MAP)
    marks = page.locator(".gap-cell .gap-mark.is-exposure")
    assert marks.count() > 0
    name = page.locator(".gap-cell", has=page.locator(".is-exposure")).first.get_attribute("data-cell")
    told = page.locator(f"[id='{name}'] li:not([data-direction=not-told])")
    assert (
        told.count()
        == page.locator(f"[id='{name}'] li[data-exposure]:not([data-direction=not-told])").count()
    )


def test_filters_count_anew_and_the_link_keeps_them(visit: Visit) -> None:
    page = choose(visit)
    whole = shown(page)
    page.get_by_label("from the UK").check()
    in_uk = shown(page)
    page.get_by_label("Reviews").uncheck()
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
    assert look_with_axe(page).violations_count == 0
    page = visit.open(ACTIVITIES)
    box = page.locator(ROWS).first.bounding_box()
    assert box
    assert box["width"] <= 320
    assert look_with_axe(page).violations_count == 0
