"""Weigh pages: what a reader's browser fetches for each before the reader acts, compressed."""

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from compressed import Server, body
from playwright.sync_api import sync_playwright

RECORDS = (
    "activities",
    "councils",
    "meetings",
    "neighbourhoods",
    "outcomes",
    "policies",
    "pools",
    "problems",
    "searches",
    "studies",
)
"""Folders whose pages are all made alike: the heaviest stands for the rest."""
CHART = 'class="figure-chart'
KILOBYTE = 1024


class Weight(NamedTuple):
    """What a first view of a page weighs."""

    page: str
    has_chart: bool
    sent: dict[str, int]
    """The bytes of each address."""

    @property
    def kilobytes(self) -> float:
        """Give the whole."""
        return sum(self.sent.values()) / KILOBYTE

    def heaviest(self, most: int = 3) -> list[tuple[str, float]]:
        """Name the parts that weigh most, in kilobytes."""
        parts = sorted(self.sent.items(), key=lambda part: (-part[1], part[0]))
        return [(name, size / KILOBYTE) for name, size in parts[:most]]


def has_chart(file: Path) -> bool:
    """Say whether a page shows a chart."""
    return CHART in file.read_text("utf-8")


def heaviest_records(site: Path) -> Iterator[str]:
    """Name the heaviest page of each kind of record: of those with a chart, and of those without."""
    for folder in RECORDS:
        files = sorted((site / folder).glob("*.html"), key=lambda file: (-len(body(file)), file.name))
        for kind in (True, False):
            if found := next((file for file in files if has_chart(file) is kind), None):
                yield found.relative_to(site).as_posix()


def pages_to_weigh(site: Path) -> list[str]:
    """Name every page that stands for itself, and the heaviest of each kind of record."""
    pages = (file.relative_to(site) for file in site.rglob("*.html"))
    own = {page.as_posix() for page in pages if page.parts[0] not in (*RECORDS, "_static", "_sources")}
    return sorted({*own, *heaviest_records(site)})


def weigh(server: Server, pages: Iterable[str]) -> Iterator[Weight]:
    """Open each page in a fresh window until nothing is fetched any more."""
    program = os.environ.get("CHROME") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for page in pages:
            context = browser.new_context()
            server.sent.clear()
            context.new_page().goto(f"{server.address}/{page}", wait_until="networkidle")
            yield Weight(page, has_chart(server.folder / page), dict(server.sent))
            context.close()
        browser.close()
