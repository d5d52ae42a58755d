"""What readers write on the page of a set runs apart: no network, no storage, and not the book's numbers."""

import json

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.end_to_end.conftest import Visit
from tests.end_to_end.test_pooling import EVERY, PATH, RESULT, START_MS, expected, said

from resilience.synthesis import IntervalMethod, Method

pytestmark = [pytest.mark.browser, pytest.mark.slow]

STOPPED_MS = 60_000
# Statements in Python, run one by one; each that does not fail got out, where it is not said otherwise.
WAYS_OUT = {
    "fetch": "await js.fetch(SITE)",
    "fetch from what the scope inherits": """
at, found = js.self, None
while at and not found:
    found = getattr(js.Object.getOwnPropertyDescriptor(at, "fetch"), "value", None)
    at = js.Object.getPrototypeOf(at)
await found.call(js.self, SITE)""",
    "fetch by Pyodide": "from pyodide.http import pyfetch; await pyfetch(SITE)",
    "a request by Pyodide": "from pyodide.http import open_url; open_url(SITE)",
    "a request by Python": "import urllib.request; urllib.request.urlopen(SITE, timeout=2)",
    "a socket": "import socket; socket.create_connection(('127.0.0.1', int(js.URL.new(SITE).port)))",
    "XMLHttpRequest": "asked = js.XMLHttpRequest.new(); asked.open('GET', SITE, False); asked.send()",
    "WebSocket": "js.WebSocket.new(SITE.replace('http', 'ws'))",
    "EventSource": "js.EventSource.new(SITE)",
    "WebTransport": "await js.WebTransport.new(SITE.replace('http:', 'https:')).ready",
    "a font": "await js.FontFace.new('x', f'url({SITE})').load()",
    "import by text": "await run_js(f'import(\"{SITE}/_static/book.js\")')",
    "text as code": "run_js('1')",
    "eval": "js.eval('1')",
    "a function of text": "js.Function.new('return 1')()",
    "the constructor of a constructor": "js.self.constructor.constructor('return 1')()",
    "eval by Emscripten": "pyodide_js._module.eval('1')",
    "importScripts": "js.importScripts(SITE + '/_static/book.js')",
    "a worker": "js.Worker.new(SITE + '/_static/book.js')",
    "a worker of text": "js.Worker.new(js.URL.createObjectURL(js.Blob.new(to_js(['postMessage(1)']))))",
    "other pages": "js.BroadcastChannel.new('x')",
    "databases": "js.indexedDB.open('x')",
    "caches": "await js.caches.open('x')",
    "a private file system": "await js.navigator.storage.getDirectory()",
    "locks": "await js.navigator.locks.request('x', lambda lock: 1)",
    "cookies": "await js.cookieStore.getAll()",
    "the page's storage": "js.localStorage",
    "the page's text": "js.document.title",
    "the page": "js.self.parent.document",
}
BY_POLICY = ("text as code", "eval", "a function of text", "the constructor of a constructor")
# It keeps its own interpreter from answering, so that it lives on, and answers itself when all was tried.
HOSTILE = """
import asyncio, json, textwrap
import js, pyodide_js
from pyodide.code import run_js
from pyodide.ffi import create_proxy, to_js

SITE, WAYS = {site!r}, json.loads({ways!r})
post = js.self.postMessage.bind(js.self)
js.self.postMessage = create_proxy(lambda *told: None)

async def tried(code):
    names = dict(globals())
    exec("async def way():\\n" + textwrap.indent(code, "    "), names)
    try:
        await asyncio.wait_for(names["way"](), 3)
    except BaseException as error:
        return f"no: {{type(error).__name__}}: {{str(error)[:80]}}"
    return "out"

async def main():
    # A wheel of another host, whose failing is only told in the console.
    try:
        await pyodide_js.loadPackage("https://example.org/x-1-py3-none-any.whl")
    except BaseException:
        pass
    told = {{name: await tried(code) for name, code in WAYS.items()}}
    answer = {{"kind": "answer", "id": 1, "answer": {{"printed": json.dumps(told)}}}}
    post(to_js(answer, dict_converter=js.Object.fromEntries))

asyncio.ensure_future(main())
"""
FORGED = """
import sys
import js
from pyodide.ffi import to_js
import resilience.site.live.browser.pooling_handler as handler
import resilience.synthesis as synthesis

handler.pool_again = handler.pooled_anew = lambda *_: {"pooled": {"value": 9e42}}
synthesis.headline = None
forged = {"kind": "answer", "id": 1, "answer": {"printed": "forged", "pooled": {"value": 9e42}, "groups": []}}
for number in range(5):
    forged["id"] = number
    js.self.postMessage(to_js(forged, dict_converter=js.Object.fromEntries))
print("done")
"""


@pytest.fixture
def page(visit: Visit) -> Page:
    page = visit.open(PATH)
    page.get_by_text("Edit the code").click()
    return page


def run(page: Page, code: str) -> Locator:
    """Run some code; give what holds what it prints."""
    page.get_by_label("Code", exact=True).fill(code)
    page.get_by_role("button", name="Run").click()
    return page.locator("#pool-printed")


def test_the_code_that_is_offered_runs_and_faults_are_plain_text(page: Page, visit: Visit) -> None:
    page.get_by_role("button", name="Run").click()
    printed = page.locator("#pool-printed")
    expect(printed).to_contain_text("estimate", timeout=START_MS)
    assert RESULT.headline
    assert printed.inner_text().startswith(f"estimate {RESULT.headline.estimate!r}"[:20])
    offered = page.get_by_label("Code", exact=True).input_value()
    run(page, "print('<img src=x>', 1 / 0)")
    expect(printed).to_contain_text("ZeroDivisionError", timeout=START_MS)
    assert page.locator("#pool-printed img").count() == 0
    page.get_by_role("button", name="Back to the book’s code").click()
    assert page.get_by_label("Code", exact=True).input_value() == offered
    assert printed.inner_text() == ""
    assert visit.errors == []
    assert visit.elsewhere == []


def test_no_way_leads_out_of_it(page: Page, visit: Visit) -> None:
    expect(run(page, "print('started')")).to_have_text("started", timeout=START_MS)
    answered: list[str] = []
    page.context.on("response", lambda response: answered.append(response.url))
    code = HOSTILE.format(site=visit.address, ways=json.dumps(WAYS_OUT))
    printed = run(page, code)
    expect(printed).to_contain_text("the page's text", timeout=START_MS)
    told = json.loads(printed.inner_text())
    assert {name: said for name, said in told.items() if not said.startswith("no: ")} == {}
    assert set(told) == set(WAYS_OUT)
    wanted = ("blob:", f"{visit.address}/_static/live/", f"{visit.address}/_static/pyodide/")
    assert [url for url in answered if not url.startswith(wanted)] == []
    assert visit.elsewhere == []
    # What needs no name is refused by the policy of the room.
    assert all("EvalError" in told[name] for name in BY_POLICY)


def test_it_can_not_change_the_numbers_of_the_book(page: Page) -> None:
    expect(run(page, FORGED)).to_have_text("forged", timeout=START_MS)
    page.locator("[name=chosen]").nth(3).uncheck()
    fewer = [place for place in EVERY if place != 3]
    assert said(page, f"{len(fewer)} results") == expected(fewer, Method.REML, IntervalMethod.ADHOC)
    expect(run(page, FORGED)).to_have_text("forged", timeout=START_MS)
    page.get_by_label("Method", exact=True).select_option("DL")
    shown = expected(fewer, Method.DL, IntervalMethod.ADHOC)
    expect(page.locator(".pool-say")).to_have_text(shown, timeout=START_MS)


def test_the_interpreter_of_the_book_runs_no_code_of_readers(page: Page) -> None:
    asked = """(set) => live.call("run", { set, code: "print(1)" })
        .then(() => "ran", (error) => error.message)"""
    assert "there is no answer to this" in page.evaluate(asked, PATH)


def test_each_run_begins_afresh_and_leaves_nothing(page: Page) -> None:
    code = "import builtins; print(hasattr(builtins, 'seen')); builtins.seen = True"
    for _ in range(2):
        printed = run(page, code)
        expect(printed).to_have_text("False", timeout=START_MS)
        assert len(page.frames) == 1
        page.get_by_role("button", name="Back to the book’s code").click()


def test_what_does_not_end_is_ended_while_the_book_goes_on(page: Page) -> None:
    """It tells again and again that it has just begun, which gives it no more time."""
    endless = """
import js
from pyodide.ffi import to_js
ready = to_js({"kind": "ready"}, dict_converter=js.Object.fromEntries)
while True:
    js.self.postMessage(ready)
    for _ in range(1_000_000): pass
"""
    printed = run(page, endless)
    expect(printed).to_have_text("Running …")
    page.locator("[name=chosen]").nth(3).uncheck()
    fewer = [place for place in EVERY if place != 3]
    assert said(page, f"{len(fewer)} results") == expected(fewer, Method.REML, IntervalMethod.ADHOC)
    expect(printed).to_contain_text("This took too long, so it was stopped.", timeout=STOPPED_MS)
    assert len(page.frames) == 1
    expect(run(page, "print('again')")).to_have_text("again", timeout=START_MS)


def test_a_later_run_takes_the_place_of_one_that_has_not_ended(page: Page) -> None:
    run(page, "while True: pass")
    expect(run(page, "print('second')")).to_have_text("second", timeout=START_MS)
    assert len(page.frames) == 1


def test_who_breaks_the_interpreter_is_told_so(page: Page) -> None:
    forged = "[['kind', 'failed'], ['sentence', 'Believe me']]"
    broken = f"import js; js.self.postMessage(js.Object.fromEntries(to_js({forged})))"
    broken = f"from pyodide.ffi import to_js\n{broken}"
    printed = run(page, broken)
    expect(printed).to_contain_text("The code broke the interpreter", timeout=START_MS)
