"""Measure how long a key takes in a list of 10,000 rows until it is painted, beside other ways to filter.

Rows are those of the list of policies, copied with the name of a made-up place each. Times are from the
event to the frame after it, in Chromium, for each letter of a few words and then for each taken away.
"""

import argparse
import os
import shutil
import statistics
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from made_records import in_a_place
from playwright.sync_api import Page, sync_playwright

from resilience.findings import load
from resilience.site.columns import Explorer, Row
from resilience.site.pages.common import Pages
from resilience.site.parts import explorer
from resilience.site.prose.lists import records

REPOSITORY = Path(__file__).parents[1]
SCRIPTS = REPOSITORY / "src/resilience/site/parts/static"
STYLES = REPOSITORY / "_build/html/_static/book.css"
ASKED = "licence landlords"
PAINTED = """async ([selector, value]) => {
  const box = document.querySelector(selector);
  const start = performance.now();
  box.value = value;
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  }));
  return performance.now() - start;
}"""
PLAIN = """() => {
  const rows = [...document.querySelectorAll(".explore tbody tr")];
  document.querySelector(".explore").insertAdjacentHTML("afterbegin", '<input id="peer">');
  document.querySelector("#peer").addEventListener("input", ({ target }) => {
    for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(target.value);
  });
}"""
LIST_JS = """() => {
  document.querySelectorAll(".explore tbody tr").forEach((row) =>
    [...row.cells].forEach((cell, column) => cell.classList.add(`column-${column}`)));
  document.querySelector(".explore tbody").classList.add("list");
  document.querySelector(".explore").insertAdjacentHTML("afterbegin", '<input id="peer">');
  const heads = [...document.querySelectorAll(".explore thead th")];
  const valueNames = heads.map((_, column) => `column-${column}`);
  const list = new List(document.querySelector(".explore"), { valueNames, page: 25 });
  document.querySelector("#peer").addEventListener("input", ({ target }) => list.search(target.value));
}"""


def made(rows: int) -> Explorer:
    """Make a list of so many policies."""
    real = records(Pages(load(REPOSITORY).base), "policies")
    assert isinstance(real, Explorer)
    copies = [
        _copy(real.rows[place % len(real.rows)], place) if place >= len(real.rows) else real.rows[place]
        for place in range(rows)
    ]
    return replace(real, rows=tuple(copies), at_first=rows)


def _copy(row: Row, place: int) -> Row:
    name = replace(row.cells[0][0], text=in_a_place(row.cells[0][0].text, str(place)))
    return replace(row, cells=((name,), *row.cells[1:]), line=in_a_place(row.line, f"line {place}"))


def page_of(one: Explorer, scripts: list[Path]) -> str:
    """Write a page with all rows of a list, as one page of the site has them."""
    builder: Any = SimpleNamespace(get_target_uri=lambda docname: f"{docname}.html")
    rows = [row for part in explorer._pages(one, builder, "list") for row in part]
    body = explorer._macro("explorer")(one, rows, [], "")
    read = "".join(f"<script>{path.read_text('utf-8')}</script>" for path in scripts)
    style = f"<style>{STYLES.read_text('utf-8')}</style>" if STYLES.exists() else ""
    return f"<!DOCTYPE html><html lang=en><title>List</title>{style}<body>{body}{read}"


def measure(page: Page, content: str, selector: str, start: str = "") -> list[float]:
    """Give the milliseconds of each key."""
    page.set_content(content)
    if start:
        page.evaluate(start)
    page.focus(selector)
    page.wait_for_timeout(2000)
    typed = [ASKED[:end] for end in range(1, len(ASKED) + 1)]
    return [page.evaluate(PAINTED, [selector, value]) for value in [*typed, *reversed(typed[:-1])]]


def main() -> None:
    """Print a row a way to filter."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--listjs", type=Path, help="list.min.js of the npm package list.js")
    asked = parser.parse_args()
    one = made(asked.rows)
    own = [SCRIPTS / name for name in explorer.FILES if name.endswith(".js")]
    ways: dict[str, Callable[[Page], list[float]]] = {
        "this script": lambda page: measure(page, page_of(one, own), ".explore [name=q]"),
        "each row's text on each key": lambda page: measure(page, page_of(one, []), "#peer", PLAIN),
    }
    if asked.listjs:
        ways["List.js, 25 rows a page"] = lambda page: measure(
            page, page_of(one, [asked.listjs]), "#peer", LIST_JS
        )
    executable = os.environ.get("CHROME") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        middles: list[float] = []
        for name, way in ways.items():
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            times = way(page)
            page.close()
            middles.append(statistics.median(times))
            print(
                f"{name:30} first key {times[0]:6.0f} ms, median {middles[-1]:6.0f} ms, "
                f"worst {max(times):6.0f} ms, {middles[-1] / middles[0]:5.1f} times"
            )
        browser.close()


if __name__ == "__main__":
    main()
