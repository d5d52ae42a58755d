"""What readers change on pages of the small book, in a real browser: lists, the gap map, the ranking."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.browser import serve
from tests.frozen import book

from resilience.appraisal import Group, options_for, places_of, rank, top_shares
from resilience.findings import Findings

pytestmark = [pytest.mark.browser]

RANKED = """([slug, weights, out, community]) => {
  const data = JSON.parse(document.querySelector(".choose-data").textContent);
  const place = data.places.find((one) => one.slug === slug);
  const group = { weights, community, ruledOut: new Set(out) };
  const plain = (rows) => rows.map(({ option, score, known }) => [option.slug, score, known]);
  const { ranked, little } = chooseRanking.rank(data, place, group);
  const shares = chooseRanking.topShares(data, place, group);
  return { ranked: plain(ranked), little: plain(little), shares };
}"""
EVEN = {"need": 1.0, "evidence": 1.0, "experience": 1.0, "community": 1.0}


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serve(site) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert errors == []


def firsts(page: Page, caption: str) -> list[str]:
    """Give the first cell of each row in view of a table that readers can narrow down."""
    table = page.locator(".explore").filter(has=page.locator("caption", has_text=caption))
    return table.locator("tbody tr:visible > :first-child").all_inner_texts()


def test_levels_are_sorted_by_what_they_mean(page: Page, address: str) -> None:
    page.goto(f"{address}/prose/lists.html?order=2")
    table = page.locator(".explore").filter(has=page.locator("caption", has_text="All activities"))
    levels = [row.locator("[class*='rating-']").first.inner_text() for row in table.locator("tbody tr").all()]
    assert list(dict.fromkeys(levels)) == [
        "Helps (promising evidence)", "May help (early evidence)", "Not clear", "Not studied",
    ]  # fmt: skip
    assert firsts(page, "All activities")[0] == "Green space"
    page.goto(f"{address}/prose/lists.html?order=-4")
    assert firsts(page, "All activities")[0] == "Reducing fuel poverty"


def test_words_and_choices_narrow_a_list_down_together(page: Page, address: str) -> None:
    page.goto(f"{address}/prose/lists-of-policies.html?c6=Befriending")
    assert firsts(page, "All policies on record") == [
        "Befriending 2026",
        "Castle Befriending Scheme",
        "Seasonal Health Interventions Network (SHINE)",
    ]
    assert page.locator(".explore-status").first.inner_text() == "3 of 11 shown"
    page.goto(f"{address}/prose/lists-of-policies.html?c6=Befriending&q=fife")
    assert firsts(page, "All policies on record") == ["Castle Befriending Scheme"]


def test_the_map_counts_what_fits_the_choice(page: Page, address: str) -> None:
    page.goto(f"{address}/prose/gap-map.html")
    status = page.locator(".gap-status")
    assert status.inner_text() == (
        "Shown: 18 evaluations or reviews with a result, 3 of them of what people live with"
    )
    page.get_by_label("from the UK").check()
    cell = page.locator("[data-cell='welfare-debt-advice--mind']")
    assert cell.locator(".gap-spoken").inner_text().endswith("2 evaluations or reviews (2 better)")
    emptied = page.locator("[data-cell='fuel-poverty--body']")
    assert emptied.get_attribute("href") is None
    page.get_by_label("Trials (T)").uncheck()
    assert cell.locator(".gap-signs").text_content() == "▲1"
    assert cell.locator(".gap-designs").text_content() == "C1"
    page.get_by_label("from the UK").uncheck()
    living = page.locator("[data-cell='green-space--health-inequality']")
    assert (
        living.locator(".gap-spoken")
        .inner_text()
        .endswith(
            "0 evaluations or reviews; 1 of what people live with (1 goes with better); 1 that name no side"
        )
    )


@pytest.mark.parametrize(
    ("place", "weights", "out", "community"),
    [
        ("claremont", EVEN, [], {}),
        ("central-southport", EVEN, ["green-space"], {"befriending": 10.0, "healthy-homes": 3.0}),
        ("worsley-haslingden", {**EVEN, "need": 5.0, "evidence": 0.0}, ["befriending", "living-wage"], {}),
        (
            "claremont",
            {"need": 0.0, "evidence": 2.0, "experience": 1.0, "community": 3.0},
            [],
            {"befriending": 0.0},
        ),
    ],
)
def test_the_browser_ranks_as_python_does(
    page: Page,
    address: str,
    place: str,
    weights: dict[str, float],
    out: list[str],
    community: dict[str, float],
) -> None:
    findings = Findings(book())
    page.goto(f"{address}/prose/choose.html")
    found = page.evaluate(RANKED, [place, weights, out, community])
    options = options_for(findings, next(one for one in places_of(findings) if one.slug == place))
    group, rules = Group(weights, frozenset(out), community), findings.base.appraisal
    expected = rank(options, group, rules)
    for key, rows in (("ranked", expected.ranked), ("little", expected.too_little_known)):
        assert [row[0] for row in found[key]] == [one.option.slug for one in rows]
        assert [row[1] for row in found[key]] == pytest.approx([one.score for one in rows], nan_ok=True)
        assert [row[2] for row in found[key]] == pytest.approx([one.known for one in rows])
    assert found["shares"] == pytest.approx(top_shares(options, group, rules))


def test_the_ranking_says_why_an_activity_stands_where_it_does(page: Page, address: str) -> None:
    page.goto(f"{address}/prose/choose.html")
    page.get_by_label("Place").select_option("claremont")
    rows = page.locator(".choose-ranking tbody tr")
    befriending = " ".join(rows.filter(has_text="Befriending").first.inner_text().split())
    assert "connection: early evidence; mind: promising evidence; 3 councils" in befriending
    boards = " ".join(rows.filter(has_text="Neighbourhood partnerships").first.inner_text().split())
    assert "need not known: the place’s mean counts; say: early evidence; mind: not studied" in boards
    assert "done here already" in boards


def test_a_ranking_is_sorted_by_what_its_columns_mean(page: Page, address: str) -> None:
    page.goto(f"{address}/problems/mind.html")
    rows = page.locator(".ranking tbody")
    at_first = rows.locator("th").all_inner_texts()
    for head in ("Studies", "How big", "How sure"):
        page.locator(".ranking-sort", has_text=head).click()
    assert rows.locator("th").all_inner_texts()[0] == at_first[0]
    page.locator(".ranking-sort", has_text="Studies").click()
    counts = [int(number) for number in rows.locator("[data-label='Studies']").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    assert page.locator("th[aria-sort]").all_inner_texts() == ["Studies"]
    page.locator(".ranking-sort", has_text="How big").click()
    pairs = [row.get_attribute("data-pairs") or "" for row in rows.all()]
    told = [float(one) for one in pairs if one]
    assert pairs[: len(told)] == [str(one) for one in sorted(told, reverse=True)]


def test_only_two_or_three_can_be_put_side_by_side(page: Page, address: str) -> None:
    page.goto(f"{address}/problems/mind.html")
    boxes, button = page.locator(".ranking input"), page.get_by_role("button", name="Put the ticked ones")
    boxes.nth(0).check()
    assert button.is_disabled()
    boxes.nth(1).check()
    assert button.is_enabled()
    boxes.nth(2).check()
    assert boxes.nth(3).is_disabled()
    with page.expect_navigation():
        button.click()
    assert page.url.count("a=") == 3


def test_a_link_puts_activities_side_by_side_and_keeps_what_is_chosen(page: Page, address: str) -> None:
    page.goto(f"{address}/prose/problems.html?a=green-space&b=befriending")
    heads = page.locator(".compare-result thead th")
    assert heads.all_inner_texts() == ["Green space", "Befriending"]
    rows = page.locator(".compare-result tbody th").all_inner_texts()
    assert "Mind" in rows
    assert "Say" not in rows, "a row in which neither was studied is left out"
    page.get_by_label("Third, if you like").select_option("welfare-debt-advice")
    assert heads.count() == 3
    assert page.url.endswith("?a=green-space&b=befriending&c=welfare-debt-advice")
    page.get_by_label("Second activity").select_option("")
    assert page.url.endswith("?a=green-space&b=welfare-debt-advice")


def test_a_link_that_names_what_is_not_there_says_so(page: Page, address: str) -> None:
    page.goto(f"{address}/prose/problems.html?a=befriending&b=<b>bingo</b>")
    assert page.locator(".compare-status").inner_text() == (
        "Befriending stands alone. Choose a second activity beside it. "
        "The link names what the book does not have: <b>bingo</b>."
    )
    page.goto(f"{address}/prose/problems.html?a=befriending&a=green-space&a=living-wage&a=healthy-homes")
    assert page.locator(".compare-result thead th").count() == 3
    assert "more than three" in page.locator(".compare-status").inner_text()
