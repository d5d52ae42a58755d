"""Time Python in a reader's browser: from the first click to its answer, and the answers after that."""

import statistics
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import Browser, Page
from tests.browser import chromium, serve

from resilience.evidence import load

REPOSITORY = Path(__file__).parents[1]
SITE = REPOSITORY / "_build" / "html"
PAGE = "book/activities/index.html"
VISITS = 5
TEXTS = 200
FIRST = """(text) => new Promise((done) => {
  const box = document.querySelector(".activity-box");
  box.querySelector("textarea").value = text;
  const clicked = performance.now();
  new MutationObserver(() => done(performance.now() - clicked)).observe(
    box.querySelector(".activity-answer"), { childList: true });
  box.querySelector("[type=submit]").click();
})"""
LATER = """async (texts) => {
  const times = [];
  for (const text of texts) {
    const asked = performance.now();
    await live.call("match", { text });
    times.push(performance.now() - asked);
  }
  return times;
}"""


def texts() -> list[str]:
    """Give texts that people wrote."""
    policies = load(REPOSITORY).policies.values()
    return sorted({action.text for policy in policies for action in policy.actions})[:TEXTS]


def first(page: Page, address: str, text: str) -> float:
    """Open the page and give the seconds from the click to the answer."""
    page.goto(f"{address}/{PAGE}", wait_until="load")
    return float(page.evaluate(FIRST, text)) / 1000


def visits(browser: Browser, address: str) -> None:
    """Print a row for readers who come for the first time, come again, and go on asking."""
    asked = texts()
    new, again, later = [], [], []
    for _ in range(VISITS):
        context = browser.new_context()
        page = context.new_page()
        new.append(first(page, address, asked[0]))
        again.append(first(page, address, asked[0]))
        later += [milliseconds / 1000 for milliseconds in page.evaluate(LATER, asked)]
        context.close()
    for name, seconds in (
        ("first answer, first visit", new),
        ("first answer, files in the browser's store", again),
        ("each later answer", later),
    ):
        print(f"{name:44} {statistics.median(seconds):7.3f} s, longest {max(seconds):7.3f} s")


def main() -> None:
    """Print the table."""
    if not (SITE / PAGE).is_file():
        sys.exit("There is no built site. Run `make site` first.")
    with serve(SITE) as address, chromium() as browser:
        visits(browser, address)


if __name__ == "__main__":
    main()
