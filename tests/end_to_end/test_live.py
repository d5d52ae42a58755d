"""The box on the Activities page, with the real Python in a real browser."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from tests.browser import look_with_axe, serve
from tests.end_to_end.conftest import SITE, Visit, evidence, path_on_the_web

from resilience.findings.lexicon import lexicon_of
from resilience.matching import Lexicon, match

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATH = "book/activities/index.html"
TEXT = "A lunch club for older people, and a garden where they grow food"
HOSTILE = (
    "<img src=x onerror=\"document.title='broken'\"> befriending <script>document.title='broken'</script>"
)
START_MS = 120_000
PARITY = 200
LIVE_FILES = ("/_static/live/", "/_static/pyodide/")
ANSWERS = """async (texts) => {
  const answers = [];
  for (const text of texts) answers.push(await live.call("match", { text }));
  return answers;
}"""


@pytest.fixture(scope="module")
def reader(browser: Browser, address: str) -> Iterator[Visit]:
    """A reader for whom Python has started already."""
    context = browser.new_context()
    visit = Visit(context, address)
    ask(visit.open(PATH), TEXT)
    yield visit
    context.close()


@cache
def lexicon_of_site() -> Lexicon:
    return lexicon_of(evidence().base)


def nearest() -> str:
    """Name the activity that fits the text best."""
    return lexicon_of_site().labels[match(TEXT, lexicon_of_site()).ranked[0].type]


def ask(page: Page, text: str) -> None:
    """Type a text, click, and wait for the answer."""
    page.get_by_label("What do you do, or plan to do?").fill(text)
    page.get_by_role("button", name="Find matching activities").click()
    page.locator(".activity-answer > *").first.wait_for(timeout=START_MS)


def verdict(page: Page) -> str:
    return page.locator(".activity-box [role=status]").inner_text()


def wait_for_verdict(page: Page, start: str) -> None:
    page.locator(".activity-box [role=status]", has_text=start).wait_for(timeout=START_MS)


def actions() -> list[str]:
    """Give texts that people wrote, from policies, and some that nobody did."""
    base = evidence().base
    written = sorted({action.text for policy in base.policies.values() for action in policy.actions})
    step = len(written) // (PARITY - 4)
    odd = ["", "x" * 12_000, "café ﬁtness ꟷ 漢字 🙂", "befreinding shceme for lonley poeple"]
    return [*written[:: step or 1][: PARITY - 4], *odd]


def test_nothing_is_fetched_until_a_click(visit: Visit) -> None:
    fetched: list[str] = []
    visit.page.on("request", lambda request: fetched.append(request.url))
    page = visit.open(PATH)
    field = page.get_by_label("What do you do, or plan to do?")
    field.focus()
    field.press_sequentially("lunch club")
    page.get_by_role("button", name="Find matching activities").hover()
    page.wait_for_timeout(500)
    assert [url for url in fetched if any(part in url for part in LIVE_FILES)] == []
    ask(page, TEXT)
    assert any(url.endswith(".packed") for url in fetched)
    assert visit.elsewhere == []
    assert visit.errors == []


def test_an_answer_says_what_fits_why_and_where_it_leads(reader: Visit) -> None:
    page = reader.page
    ask(page, TEXT)
    wait_for_verdict(page, nearest())
    first = page.locator(".activity-answer > ol > li").first
    assert "of 100" in first.inner_text()
    assert first.locator(".activity-why li").count() >= 1
    links = first.locator("a")
    targets = [links.nth(place).evaluate("(link) => link.href") for place in range(links.count())]
    best = match(TEXT, lexicon_of_site()).ranked[0].type
    assert targets[0] == f"{reader.address}/activities/{best}.html"
    for target in targets:
        path, _, fragment = target.partition("#")
        answer = page.request.get(path)
        assert answer.ok
        assert not fragment or f'id="{fragment}"' in answer.text()


def test_answers_follow_what_is_typed(reader: Visit) -> None:
    page = reader.page
    page.get_by_label("What do you do, or plan to do?").fill("participatory budgeting")
    wait_for_verdict(page, "This is Participatory budgeting.")


def test_a_second_type_is_said_to_be_one(reader: Visit) -> None:
    page = reader.page
    ask(page, "welfare rights advice and food bank")
    wait_for_verdict(page, "It also names")
    names = page.locator(".activity-answer .activity-name")
    assert ["named too" in names.nth(place).inner_text() for place in range(2)] == [False, True]


def test_an_example_is_one_click(reader: Visit) -> None:
    page = reader.page
    page.locator(".activity-examples button").first.click()
    wait_for_verdict(page, "This is Participatory budgeting.")
    field = page.get_by_label("What do you do, or plan to do?")
    assert field.input_value() == page.locator(".activity-examples button").first.inner_text()


def test_hostile_text_stays_text(reader: Visit) -> None:
    page = reader.page
    ask(page, HOSTILE)
    page.wait_for_timeout(500)
    assert page.locator(".activity-box :is(img, script)").count() == 0
    assert page.title() != "broken"
    assert reader.errors == []


def test_the_browser_says_what_cpython_says(reader: Visit) -> None:
    texts = [text for text in actions() if text.strip()]
    answers: list[dict[str, Any]] = reader.page.evaluate(ANSWERS, texts)
    lexicon = lexicon_of_site()
    assert len(texts) >= PARITY - 1
    for text, answer in zip(texts, answers, strict=True):
        expected = match(text, lexicon)
        assert (answer["type"], answer["decision"]) == (expected.type, expected.decision.value), text
        assert answer["score"] == pytest.approx(expected.score, abs=1e-9), text
        assert answer["margin"] == pytest.approx(expected.margin, abs=1e-9), text


def test_no_text_is_answered_with_a_hint(reader: Visit) -> None:
    page = reader.page
    ask(page, TEXT)
    page.get_by_label("What do you do, or plan to do?").fill("   ")
    page.get_by_role("button", name="Find matching activities").click()
    wait_for_verdict(page, "Write a few words")
    assert (
        page.locator(".activity-answer.is-old > .old-head").inner_text().startswith("An earlier answer, for ")
    )


def test_nothing_was_asked_of_another_site(reader: Visit) -> None:
    assert reader.elsewhere == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_answer(reader: Visit, scheme: Literal["light", "dark"]) -> None:
    page = reader.page
    page.emulate_media(color_scheme=scheme)
    ask(page, TEXT)
    wait_for_verdict(page, nearest())
    results = look_with_axe(page)
    assert results.violations_count == 0, results.generate_report()


def test_a_phone_shows_an_answer_without_scrolling_sideways(reader: Visit) -> None:
    page = reader.page
    before = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 640})
    ask(page, TEXT)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert before is not None
    page.set_viewport_size(before)


def test_it_is_not_printed(reader: Visit) -> None:
    reader.page.emulate_media(media="print")
    assert not reader.page.locator(".activity-box").is_visible()
    reader.page.emulate_media(media="screen")


def test_the_keyboard_is_enough(reader: Visit) -> None:
    page = reader.page
    field = page.get_by_label("What do you do, or plan to do?")
    field.fill("")
    field.focus()
    page.keyboard.type("participatory budgeting")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    wait_for_verdict(page, "This is Participatory budgeting.")
    assert page.evaluate("document.activeElement.textContent") == "Find matching activities"
    for _ in range(page.locator(".activity-examples button").count() + 1):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Participatory budgeting"


@pytest.mark.parametrize("part", ["**/*.wasm.packed", "**/library.*", "**/lexicon.*", "**/pyodide.asm.mjs"])
def test_what_is_missing_is_said_and_can_be_tried_again(visit: Visit, part: str) -> None:
    page = visit.open(PATH)

    def missing(route: Route) -> None:
        route.fulfill(status=404)

    visit.page.context.route(part, missing)
    page.get_by_label("What do you do, or plan to do?").fill(TEXT)
    page.get_by_role("button", name="Find matching activities").click()
    wait_for_verdict(page, "A part of the book’s Python could not be fetched.")
    visit.page.context.unroute(part, missing)
    page.get_by_role("button", name="Try again").click()
    wait_for_verdict(page, nearest())
    assert not page.get_by_role("button", name="Try again").is_visible()
    assert visit.errors == []


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True, ids=["no-scripts"])
def test_without_scripts_a_sentence_says_where_to_look(visit: Visit) -> None:
    page = visit.open(PATH)
    assert "needs JavaScript" in page.locator(".activity-box").inner_text()
    assert not page.locator(".activity-box form").is_visible()


def test_where_a_server_forbids_python_the_page_says_so_at_once(browser: Browser) -> None:
    """A server's own policy adds to that of the page, and may be stricter."""
    with serve(SITE, under=path_on_the_web(), policy="script-src 'self'") as address:
        page = browser.new_page()
        page.goto(f"{address}/{PATH}")
        page.get_by_label("What do you do, or plan to do?").fill(TEXT)
        page.get_by_role("button", name="Find matching activities").click()
        forbidden = page.locator(".activity-box [role=status]")
        expect(forbidden).to_contain_text("The web server of this copy of the book forbids Python")
        page.close()
