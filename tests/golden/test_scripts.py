"""What readers change on pages of the small book, in a real browser: the gap map, the ranking."""

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
