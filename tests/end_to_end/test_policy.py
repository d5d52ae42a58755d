"""Each page gives itself a strict Content-Security-Policy, and nothing on it needs more."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from .conftest import SITE, Visit

POLICY = re.compile(r'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
KINDS = [
    "index.html",
    "book/activities/index.html",
    "activities/green-space.html",
    "book/evidence/index.html",
    "book/evidence/gap-map.html",
    "book/policies/index.html",
    "book/neighbourhoods/index.html",
    "book/neighbourhoods/choose.html",
    "neighbourhoods/claremont.html",
    "notebooks/policies.html",
    "notebooks/matching.html",
    "book/data.html",
    "search.html",
    "404.html",
]


def policies() -> dict[str, list[str]]:
    """Give the policies that stand first in the head of each page of the site."""
    pages = (path for path in SITE.rglob("*.html") if "_static" not in path.parts)
    return {str(path.relative_to(SITE)): POLICY.findall(path.read_text("utf-8")) for path in pages}


def test_every_page_has_the_same_strict_policy() -> None:
    found = policies()
    assert found
    assert {name for name, told in found.items() if len(told) != 1} == set()
    told = {name: one for name, (one,) in found.items()}
    strict = told["index.html"]
    parts = {
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
    }
    assert parts <= set(strict.split("; "))
    assert {name for name, one in told.items() if one != strict} <= {"404.html"}


def test_no_page_has_a_style_of_its_own_or_a_script_that_runs() -> None:
    own = re.compile(
        r'<[^>]*\sstyle="|<style|<[^>]*\son[a-z]+="'
        r'|<script(?![^>]*\bsrc=)(?![^>]*type="application/(?:ld\+)?json")'
    )
    pages = [path for path in Path(SITE).rglob("*.html") if "_static" not in path.parts]
    assert [str(path) for path in pages if own.search(path.read_text("utf-8"))] == []


@pytest.mark.browser
@pytest.mark.parametrize("page", KINDS)
def test_a_page_of_each_kind_opens_within_its_policy(visit: Visit, page: str) -> None:
    visit.open(page).wait_for_load_state("networkidle")
    assert visit.errors == []


@pytest.mark.browser
@pytest.mark.parametrize(
    "page", ["notebooks/policies.html", "notebooks/matching.html", "pools/nature-depressive-mood-smd.html"]
)
def test_every_chart_is_made_interactive_within_the_policy(visit: Visit, page: str) -> None:
    opened = visit.open(page)
    buttons = opened.locator(".figure-go")
    for _ in range(buttons.count()):
        with_button = opened.locator(".figure:has(.figure-go)").first
        with_button.locator(".figure-go").click()
        expect(opened.locator(".figure-message").last).to_be_visible()
    expect(buttons).to_have_count(0)
    live = opened.locator(".figure-live")
    assert live.count()
    live.first.locator("summary", has_text="Save this chart").click()
    expect(live.first.get_by_role("link", name="Save as SVG")).to_be_visible()
    assert visit.errors == []


@pytest.mark.browser
def test_what_breaks_the_policy_is_noticed(visit: Visit) -> None:
    page = visit.open("index.html")
    page.evaluate("""document.body.insertAdjacentHTML('beforeend', '<p style="color:red">x</p>')""")
    page.wait_for_timeout(200)
    assert len(visit.violations) == 1
    visit.violations.clear()
