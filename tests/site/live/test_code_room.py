"""The room of a reader's code in a real browser: no way out of it, even for what is not shut first."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from tests.browser import serve

from resilience.site.live.code_room import code_room
from resilience.site.live.live_files import SHUT

pytestmark = [pytest.mark.browser]

# What a script tries from its worker; each ends with a word only where it got out.
TRIES = {
    "fetch its own site": "await fetch(SITE); return 'out'",
    "fetch another host": "await fetch('https://example.org/', { mode: 'no-cors' }); return 'out'",
    "fetch what a prototype holds": """
        const { fetch: held } = Object.getPrototypeOf(Object.getPrototypeOf(self)) ?? self;
        await (held ?? self.fetch).call(self, SITE);
        return 'out';""",
    "XMLHttpRequest": """
        const asked = new XMLHttpRequest();
        asked.open('GET', SITE, false);
        asked.send();
        return 'out';""",
    "WebSocket": """
        const socket = new WebSocket(SITE.replace('http', 'ws'));
        return new Promise((done, no) => { socket.onopen = () => done('out'); socket.onerror = no; });""",
    "EventSource": """
        const source = new EventSource(SITE);
        return new Promise((done, no) => { source.onopen = () => done('out'); source.onerror = no; });""",
    "WebTransport": "await new WebTransport(SITE.replace('http:', 'https:')).ready; return 'out'",
    "import another address": "await import(SITE + '/module.js'); return 'out'",
    "import text as an address": "await import('data:text/javascript,1'); return 'out'",
    "importScripts": "importScripts(SITE + '/module.js'); return 'out'",
    "a font": "await new FontFace('x', `url(${SITE}/x.woff2)`).load(); return 'out'",
    "a worker of an address": """
        const made = new Worker(SITE + '/worker.js');
        return new Promise((done, no) => { made.onmessage = () => done('out'); made.onerror = no; });""",
    "a worker of text that fetches": """
        const text = `fetch('${SITE}').then(() => postMessage('out'), () => postMessage('no'))`;
        const made = new Worker(URL.createObjectURL(new Blob([text])));
        return new Promise((done) => { made.onmessage = ({ data }) => done(data); });""",
    "text as code": "return eval('1') && 'out'",
    "text as a function": "return self.constructor.constructor('return \"out\"')()",
    "databases": """
        const opened = indexedDB.open('x');
        return new Promise((done, no) => { opened.onsuccess = () => done('out'); opened.onerror = no; });""",
    "caches": "await caches.open('x'); return 'out'",
    "a private file system": "await navigator.storage.getDirectory(); return 'out'",
    "locks shared with other pages": "await navigator.locks.request('x', () => 0); return 'out'",
    "the page's storage": "return localStorage && 'out'",
    "the page's text": "return document.title && 'out'",
}
WORKER = """
const SITE = "%s";
const tried = (way) => way().catch((error) => `no: ${error?.name ?? error}`);
const ways = { %s };
self.onmessage = async () => {
  const told = {};
  for (const [name, way] of Object.entries(ways)) told[name] = await tried(way);
  self.postMessage(told);
};
"""
ASK = """({ script, sandbox }) => new Promise((done) => {
  const frame = document.createElement("iframe");
  if (sandbox !== null) frame.setAttribute("sandbox", sandbox);
  frame.src = "room.html";
  addEventListener("message", ({ source, data }) => source === frame.contentWindow && done(data));
  frame.onload = () => frame.contentWindow.postMessage({ script, messages: ["go"] }, "*");
  document.body.append(frame);
  setTimeout(done, 4000, "nothing");
})"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = tmp_path_factory.mktemp("site")
    (site / "room.html").write_bytes(code_room())
    (site / "module.js").write_text("export default 1;")
    (site / "worker.js").write_text("postMessage('out')")
    (site / "index.html").write_text('<meta charset="utf-8"><title>A page</title>')
    with serve(site) as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(address)
    yield page
    page.close()


def worker(address: str, ways: dict[str, str]) -> str:
    written = ", ".join(f'"{name}": async () => {{ {code} }}' for name, code in ways.items())
    return WORKER % (address, written)


def test_nothing_gets_out_of_the_room(page: Page, address: str) -> None:
    answered: list[str] = []
    page.context.on("response", lambda response: answered.append(response.url))
    told = page.evaluate(ASK, {"script": worker(address, TRIES), "sandbox": "allow-scripts"})
    assert {name: said for name, said in told.items() if not str(said).startswith("no")} == {}
    assert set(told) == set(TRIES)
    assert [url for url in answered if not url.startswith("blob:")] == [f"{address}/room.html"]


def test_each_of_these_ways_is_one_where_nothing_forbids_it(page: Page, address: str) -> None:
    """Without this, a try that is written wrongly would look like a way that is shut."""
    made = """(script) => new Promise((done) => {
      const text = new Blob([script], { type: "text/javascript" });
      const made = new Worker(URL.createObjectURL(text), { type: "module" });
      made.onmessage = ({ data }) => done(data);
      made.postMessage("go");
    })"""
    told = page.evaluate(made, worker(address, TRIES))
    open_ways = {name for name, said in told.items() if said == "out"}
    # Nothing answers a socket or a stream here, a module has no importScripts, and no worker ever has a page.
    closed = {"fetch another host", "WebSocket", "EventSource", "WebTransport", "importScripts", "a font"}
    never = {"the page's storage", "the page's text"}
    assert open_ways >= set(TRIES) - closed - never


def test_what_is_shut_is_gone_from_all_that_the_scope_inherits(page: Page, address: str) -> None:
    names = re.findall(r'"(\w+)"', SHUT.read_text("utf-8"))
    look = f"""
      const names = {names};
      let left = [];
      for (let at = self; at; at = Object.getPrototypeOf(at))
        left.push(...names.filter((name) => Object.hasOwn(at, name) && at[name] !== undefined));
      return left.join() || `no: ${{typeof fetch}}`;
    """
    shutting = SHUT.read_text("utf-8").replace("export function", "function")
    script = f"{shutting}\nshut(self);\n{worker(address, {'names': look})}"
    told = page.evaluate(ASK, {"script": script, "sandbox": "allow-scripts"})
    assert told == {"names": "no: undefined"}
    assert {"fetch", "XMLHttpRequest", "Worker", "indexedDB", "caches", "BroadcastChannel"} <= set(names)


@pytest.mark.parametrize("sandbox", [None, "allow-scripts allow-same-origin"])
def test_a_room_that_has_an_origin_stays_empty(page: Page, address: str, sandbox: str | None) -> None:
    """Else any site could run its own script as one of the book's, by showing the room."""
    script = worker(address, {"a word": "return 'out'"})
    assert page.evaluate(ASK, {"script": script, "sandbox": sandbox}) == "nothing"
