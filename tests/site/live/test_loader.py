"""The loader (live.js) with a worker that plays every part: order, supersession, limits of time, restarts."""

import json
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from tests.browser import serve

from resilience.site.parts import STATIC

pytestmark = [pytest.mark.browser]

WORKER = """
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
self.onmessage = async ({ data: { kind, id, handler, request, data } }) => {
  if (kind === "start") return;
  const tell = (kind, rest) => self.postMessage({ kind, ...rest });
  if (handler === "starts slowly") {
    for (let share = 0; share < 1; share += 0.25) tell("progress", { share });
    return;
  }
  tell("progress", { share: 0.5 });
  tell("ready", {});
  if (handler === "hangs") return;
  if (handler === "refuses") tell("failed", { id, sentence: "No.", detail: "", restart: false });
  else if (handler === "breaks") tell("failed", { id, sentence: "Broken.", detail: "why", restart: true });
  else {
    await wait(request.ms ?? 0);
    self.calls = (self.calls ?? 0) + 1;
    tell("answer", { id, answer: { n: request.n, calls: self.calls, ...(request.tells && { data }) } });
  }
};
"""
TELL = """
const outcome = (promise) => promise.then(
  (answer) => answer,
  (error) => (error instanceof live.Superseded ? "superseded" : error.message),
);
"""

ASK_AND_GO_ON = """(handler) => {
  window.told = null;
  outcome(live.call(handler, {})).then((words) => { told = words });
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = tmp_path_factory.mktemp("site")
    (site / "live").mkdir()
    shutil.copy(STATIC / "live.js", site)
    (site / "tell.js").write_text(TELL)
    (site / "live/worker.js").write_text(WORKER)
    (site / "live/manifest.json").write_text(json.dumps({"worker": "worker.js"}))
    (site / "index.html").write_text(
        '<meta charset="utf-8"><script src="live.js"></script><script src="tell.js"></script>'
    )
    with serve(site) as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.clock.install()
    page.goto(address)
    yield page
    context.close()


def test_a_request_names_the_data_that_only_it_needs(page: Page) -> None:
    assert page.evaluate("live.call('double', { n: 1, tells: true })")["data"] == []
    named = "live.call('double', { n: 1, tells: true }, { data: ['nation-wales'] })"
    assert page.evaluate(named)["data"] == ["nation-wales"]


def test_nothing_is_fetched_before_the_first_call(page: Page) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.rpartition("/")[2]))
    page.reload()
    assert "manifest.json" not in fetched
    assert page.evaluate("live.isReady()") is False
    page.evaluate("live.call('double', { n: 1 })")
    assert {"manifest.json", "worker.js"} <= set(fetched)
    assert page.evaluate("live.isReady()") is True


def test_progress_is_told(page: Page) -> None:
    told = """async () => {
        const shares = [];
        await live.call('double', { n: 1 }, { onProgress: (share) => shares.push(share) });
        return shares;
    }"""
    assert page.evaluate(told) == [0, 0.5, 1]


def test_a_later_call_takes_the_place_of_an_earlier_one(page: Page) -> None:
    three = "Promise.all([1, 2, 3].map((n) => outcome(live.call('double', { n }))))"
    assert page.evaluate(three) == ["superseded", "superseded", {"n": 3, "calls": 2}]


def test_calls_of_different_handlers_all_get_an_answer(page: Page) -> None:
    two = "Promise.all(['one', 'two'].map((name) => outcome(live.call(name, { n: name }))))"
    assert page.evaluate(two) == [{"n": "one", "calls": 1}, {"n": "two", "calls": 2}]


def test_a_refusal_leaves_the_worker_running(page: Page) -> None:
    assert page.evaluate("live.call('double', { n: 1 })")["calls"] == 1
    assert page.evaluate("outcome(live.call('refuses', {}))") == "No."
    assert page.evaluate("live.call('double', { n: 1 })")["calls"] == 2


def test_after_a_break_the_next_call_starts_afresh(page: Page) -> None:
    assert page.evaluate("live.call('double', { n: 1 })")["calls"] == 1
    assert page.evaluate("outcome(live.call('breaks', {}))") == "Broken."
    assert page.evaluate("live.isReady()") is False
    assert page.evaluate("live.call('double', { n: 1 })")["calls"] == 1


@pytest.mark.parametrize(
    ("handler", "seconds", "sentence"),
    [("hangs", 20, "This took too long"), ("starts slowly", 60, "Python did not start in time")],
)
def test_who_waits_too_long_is_told_so(page: Page, handler: str, seconds: int, sentence: str) -> None:
    page.evaluate(ASK_AND_GO_ON, handler)
    page.wait_for_timeout(500)
    page.clock.run_for(seconds * 1000 - 1000)
    assert page.evaluate("told") is None
    page.clock.run_for(1500)
    assert page.evaluate("told").startswith(sentence)
    assert page.evaluate("live.call('double', { n: 4 })") == {"n": 4, "calls": 1}


@pytest.mark.parametrize("name", ["manifest.json", "worker.js"])
def test_what_is_not_there_is_said_and_can_be_tried_again(page: Page, name: str) -> None:
    page.route(f"**/{name}", lambda route: route.fulfill(status=404))
    told = page.evaluate("outcome(live.call('double', { n: 1 }))")
    assert told == "The book’s Python could not be fetched. Check your connection, then try again."
    page.unroute(f"**/{name}")
    assert page.evaluate("live.call('double', { n: 1 })")["n"] == 1
