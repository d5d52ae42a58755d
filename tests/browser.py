"""A real browser and a server on localhost, for tests that look at pages as a reader does."""

import functools
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Python runs once a page here: code that is made faster while it runs takes longer than it saves.
    "--js-flags=--liftoff-only",
    # What asks for another host is seen, and never reaches it.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]


class _Quiet(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, under: str, policy: str, **named: Any) -> None:
        self.under = under
        self.policy = policy
        super().__init__(*args, **named)

    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def translate_path(self, path: str) -> str:
        if path.startswith(f"{self.under}/"):
            return super().translate_path(path.removeprefix(self.under))
        return str(Path(self.directory) / "outside")

    def send_error(self, code: int, *args: Any, **named: Any) -> None:
        """Answer as GitHub Pages does: a missing address gets the page that says so."""
        missing = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not missing.is_file():
            return super().send_error(code, *args, **named)
        content = missing.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        return None


@contextmanager
def serve(folder: Path, under: str = "", policy: str = "") -> Iterator[str]:
    """Serve a folder, where it is said under a path such as `/name`, and give its address.

    `policy` is a Content-Security-Policy of the server's own.
    """
    handler = functools.partial(_Quiet, directory=str(folder), under=under, policy=policy)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{under}"
        server.shutdown()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser that CHROME names, or one on PATH, or Playwright's own."""
    program = os.environ.get("CHROME") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()


def look_with_axe(page: Page, where: str | None = None, **options: object) -> AxeResults:
    """Look for what shuts readers out; of rules that are kept, one example is named: that halves the time."""
    return Axe().run(page, where, options={"resultTypes": ["violations"], **options})
