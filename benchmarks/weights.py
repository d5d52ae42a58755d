"""List what a browser fetches for a page before the reader acts, compressed as GitHub Pages does."""

import functools
import gzip
import http.server
import os
import shutil
import sys
import threading
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

SITE = Path(__file__).parents[1] / "_build" / "html"
PAGES = (
    "index.html",
    "activities/fuel-poverty.html",
    "studies/grey-2017-wales-energy-efficiency.html",
    "notebooks/evidence.html",
    "book/evidence/index.html",
)
ALREADY_SMALL = (".woff2", ".png", ".jpg", ".webp", ".wasm")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serve files without a line for each request."""

    def log_message(self, *args: object) -> None:
        """Say nothing."""


def sent(path: str) -> int:
    """Give the bytes that a server would send for a file."""
    data = (SITE / path).read_bytes()
    return len(data) if path.endswith(ALREADY_SMALL) else len(gzip.compress(data, 6))


def main() -> None:
    """Print a row a page."""
    if not (SITE / "index.html").is_file():
        sys.exit("There is no built site. Run `make site` first.")
    handler = functools.partial(Quiet, directory=str(SITE))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    executable = os.environ.get("CHROME") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        for path in PAGES:
            fetched: list[str] = []
            page = browser.new_page()
            page.on(
                "request", lambda request, into=fetched: into.append(urlsplit(request.url).path.lstrip("/"))
            )
            page.goto(f"http://127.0.0.1:{server.server_port}/{path}", wait_until="networkidle")
            total = sum(sent(name) for name in dict.fromkeys(fetched))
            own = sent(path) / 1024
            print(f"{path:52} {total / 1024:6.1f} KB, {own:5.1f} KB of it the page, {len(fetched)} requests")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
