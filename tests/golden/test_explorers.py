"""What readers do with the lists of the small book, in a real browser."""

import csv
import io
import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.frozen import book

from resilience.evidence.bibtex import read_bibtex
from resilience.tables.for_spreadsheets import csv_text

pytestmark = [pytest.mark.browser]

RECORDS, POLICIES = "prose/lists.html", "prose/lists-of-policies.html"
FINDS = """([text, asked]) => {
  const index = exploreWords.index();
  index.add(7, text);
  return index.finder(asked)(7);
}"""


def explorer(page: Page, caption: str) -> Locator:
    return page.locator(".explore").filter(has=page.locator("caption", has_text=caption))


def names(of: Locator) -> list[str]:
    """Give the first line of each row in view."""
    cells = of.locator("tbody tr:visible > :first-child").all_inner_texts()
    return [text.split("\n")[0] for text in cells]


def status(of: Locator) -> Locator:
    return of.locator(".explore-status")


def test_levels_are_sorted_by_what_they_mean_and_the_order_says_so(page: Page, address: str) -> None:
    page.goto(f"{address}/{RECORDS}?order=evidence-by-main-aim.0")
    one = explorer(page, "All activities")
    assert one.get_by_label("Order").locator("option:checked").inner_text() == (
        "Evidence, by main aim: strongest first"
    )
    levels = [row.locator("[class*='rating-']").first.inner_text() for row in one.locator("tbody tr").all()]
    assert list(dict.fromkeys(levels)) == [
        "Helps (promising evidence)", "May help (early evidence)", "Not clear", "Not studied",
    ]  # fmt: skip
    assert names(one)[0] == "Green space"
    one.get_by_label("Order").select_option(label="Policies: most first")
    assert names(one)[0] == "Reducing fuel poverty"


def test_years_that_were_not_seen_come_last_either_way(page: Page, address: str) -> None:
    page.goto(f"{address}/{POLICIES}")
    one = explorer(page, "All policies on record")
    years = one.locator("tbody tr > :nth-child(4)")
    for _ in range(2):
        one.get_by_role("button", name="Begins").click()
        shown = years.all_inner_texts()
        known = [text for text in shown if text != "not seen"]
        assert shown == known + ["not seen"] * (len(shown) - len(known))
        assert len(known) < len(shown)
        way = one.locator("th[aria-sort]").get_attribute("aria-sort")
        assert known == sorted(known, reverse=way == "descending")


@pytest.mark.parametrize(
    ("text", "asked", "finds"),
    [
        ("Landlord licensing", "licence landlords", True),
        ("Landlord licensing", "license", True),
        ("Landlord licensing", "licence tenants", False),
        ("A men's shed", "men’s sheds", True),
        ("A men’s shed", "mens shed", True),
        ("Lonely people", "loneliness", True),
        ("Loneliness", "lonely", True),
        ("Caffè Società", "caffe societa", True),
        ("Befriending", "befriend", True),
        ("Befriending", "befriendi", True),
        ("Well-being", "wellbeing", True),
        ("Wellbeing of neighbors", "neighbour", True),
        ("Insulation of homes", "insulating home", True),
        ("Mental health", "mental", True),
        ("Mentoring", "mental", False),
        ("Policies", "policy", True),
        ("Council tax", "taxes", True),
        ("Anything", "  ", True),
    ],
)
def test_words_are_found_whatever_their_accents_apostrophes_and_endings(
    page: Page, address: str, text: str, asked: str, finds: bool
) -> None:
    page.goto(f"{address}/{RECORDS}")
    assert page.evaluate(FINDS, [text, asked]) is finds


@pytest.mark.parametrize("asked", ["loneliness", "lonely", "damp", "mental health"])
def test_a_problem_finds_activities(page: Page, address: str, asked: str) -> None:
    page.goto(f"{address}/{RECORDS}")
    one = explorer(page, "All activities")
    one.get_by_label("Words").fill(asked)
    expect(status(one)).to_contain_text(f"“{asked}”")
    assert 0 < len(names(one)) < len(book().types)


def test_words_and_choices_narrow_a_list_down_together(page: Page, address: str) -> None:
    page.goto(f"{address}/{POLICIES}?activity=befriending")
    one = explorer(page, "All policies on record")
    assert names(one) == [
        "Befriending 2026",
        "Castle Befriending Scheme",
        "Seasonal Health Interventions Network (SHINE)",
    ]
    assert status(one).inner_text() == "3 of 11 policies fit: Activity: Befriending"
    page.goto(f"{address}/{POLICIES}?activity=befriending&q=fife")
    assert names(one) == ["Castle Befriending Scheme"]
    assert status(one).inner_text() == "1 of 11 policies fits: “fife”; Activity: Befriending"


def test_the_address_keeps_words_choices_years_and_order(page: Page, address: str) -> None:
    page.goto(f"{address}/{RECORDS}")
    one = explorer(page, "All studies on record")
    one.get_by_text("More filters").click()
    one.get_by_label("Where").select_option("Any part of the UK")
    one.get_by_label("From year").fill("2010")
    one.get_by_label("Words").fill("health")
    expect(status(one)).to_contain_text("“health”")
    one.get_by_label("Order").select_option(label="Year: newest first")
    page.wait_for_url("**/*order2=year.0*")
    shown = names(one)
    page.goto(page.url)
    assert names(one) == shown
    assert one.get_by_label("Where").is_visible()
    expected = "“health”; Where: Any part of the UK; From year: 2010"
    assert status(one).inner_text().endswith(expected)
    base = book()
    in_uk = {base.cited[study.key] for study in base.studies.values() if study.in_uk}
    assert 0 < len(shown) < len(base.studies)
    assert set(shown) <= in_uk


def test_nothing_fits_says_so_and_clears_all(page: Page, address: str) -> None:
    page.goto(f"{address}/{POLICIES}?q=zzz&nation=Scotland")
    one = explorer(page, "All policies on record")
    assert names(one) == []
    assert one.get_by_text("Nothing fits.").is_visible()
    one.get_by_role("button", name="Clear all").click()
    expect(status(one)).to_have_text("11 policies")
    assert not one.get_by_text("Nothing fits.").is_visible()
    assert one.get_by_label("Words").evaluate("box => document.activeElement === box")
    page.wait_for_url(f"**/{POLICIES}")


def test_suggestions_are_left_out_until_they_are_asked_for(page: Page, address: str) -> None:
    page.goto(f"{address}/{POLICIES}")
    one = explorer(page, "All actions in policies")
    sure = one.locator("tbody tr > :nth-child(4)")
    assert "Suggested by computer" not in sure.all_inner_texts()
    assert "How sure: All but those suggested by computer" in status(one).inner_text()
    one.get_by_text("More filters").click()
    one.get_by_label("How sure").select_option("All")
    page.wait_for_url("**/*sure3=all*")
    assert "Suggested by computer" in sure.all_inner_texts()
    page.goto(page.url)
    assert one.get_by_label("How sure").input_value() == ""


def test_the_first_row_is_two_steps_from_the_first_control(page: Page, address: str) -> None:
    page.goto(f"{address}/{RECORDS}")
    one = explorer(page, "All studies on record")
    one.get_by_text("Skip to the first row").press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('tr').rowIndex") == 1


def test_a_table_of_what_fits_can_be_taken(page: Page, address: str) -> None:
    page.goto(f"{address}/{RECORDS}?design2=rct")
    one = explorer(page, "All studies on record")
    with page.expect_download() as waiting:
        one.get_by_role("button", name="table (CSV)").click()
    assert waiting.value.suggested_filename == "studies.csv"
    text = Path(waiting.value.path()).read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["Study"] for row in rows] == names(one)
    base = book()
    by_name = {base.cited[study.key]: study for study in base.studies.values()}
    for row in rows:
        study = by_name[row["Study"]]
        assert row["Title"] == base.references[study.key].title
        assert row["Activity"] == "; ".join(base.types[slug].label for slug in study.types)
        assert row["Page"] == f"{address}/studies/{study.key}.html"


KEYS_IN = {
    "RIS": lambda text: [line.removeprefix("ID  - ") for line in text.splitlines() if line.startswith("ID")],
    "BibTeX": lambda text: [entry.key for entry in read_bibtex(text).entries],
    "CSL-JSON": lambda text: [work["id"] for work in json.loads(text)],
}


@pytest.mark.parametrize("form", KEYS_IN)
def test_works_that_fit_can_be_taken(page: Page, address: str, form: str) -> None:
    page.goto(f"{address}/{RECORDS}?design2=rct")
    one = explorer(page, "All studies on record")
    with page.expect_download() as waiting:
        one.get_by_role("button", name=f"works ({form})").click()
    text = Path(waiting.value.path()).read_text("utf-8")
    keys = sorted(study.key for study in book().studies.values() if study.design == "rct")
    assert sorted(KEYS_IN[form](text)) == keys


def test_print_says_which_choice_was_made(page: Page, address: str) -> None:
    page.goto(f"{address}/{POLICIES}?nation3=England")
    one = explorer(page, "All actions in policies")
    page.emulate_media(media="print")
    assert status(one).is_visible()
    assert status(one).inner_text().endswith("How sure: All but those suggested by computer; Nation: England")
    assert not one.get_by_label("Words").is_visible()


def test_a_formula_stays_text_in_a_table(page: Page, address: str) -> None:
    page.goto(f"{address}/{RECORDS}")
    cells = ["=1+1", " =1+1", "\uff1d1", 'x, "y"', "a;b", "-"]
    made = page.evaluate("cells => exploreFiles.csv(['a'], cells.map((cell) => [cell]))", cells)
    assert made == "\ufeff" + csv_text(["a"], [[cell] for cell in cells])
