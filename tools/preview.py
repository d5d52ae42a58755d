"""Pack the built site so that anybody can look at it: unpack, open START-HERE.html, and follow the links.

`python3 tools/preview.py [CHANGES]` writes `_build/preview`. CHANGES is what `resilience diff --json` says;
the pages that say something else are then named first. In Actions the summary of the job says how to open it.
"""

import json
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SITE = ROOT / "_build/html"
PREVIEW = ROOT / "_build/preview"
START, READ_ME, BOOK = "START-HERE.html", "README.txt", "book"
REMOVED = "removed"
SERVE = "python3 -m http.server"
WITHOUT_SERVER = (
    "All pages, tables and pictures show. Search, live answers and some choices need a server: "
    f"run “{SERVE}” in this folder, then open http://localhost:8000/{START}."
)
PAGE = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Preview of the book</title>
<style>body {{ font: 1.1rem/1.5 sans-serif; max-width: 40em; margin: 2em auto; padding: 0 1em }}</style>
</head>
<body>
<h1>Preview of the book</h1>
<p>This is the book as it would be with the proposed change.</p>
<p><a href="{book}/index.html">Open the home page</a></p>
{changed}
<h2>If something does not work</h2>
<p>{without_server}</p>
</body>
</html>
"""
SUMMARY = """## Look at the pages

1. Sign in to GitHub, and press **preview** under *Artifacts* on this page: it is one file, kept for 14 days.
2. Unpack it: on Windows, right-click and choose *Extract all*.
3. Double-click `START-HERE.html`. It names the pages that this change touches.

Search and live answers need a server: `python3 -m http.server` in that folder, then <http://localhost:8000/START-HERE.html>.
"""


def start_page(pages: Sequence[Mapping[str, str]]) -> str:
    """Write the page to start from; whatever stands in titles is text."""
    return PAGE.format(book=BOOK, changed=_changed(pages), without_server=escape(WITHOUT_SERVER))


def _changed(pages: Sequence[Mapping[str, str]]) -> str:
    if not pages:
        return ""
    items = "\n".join(f"<li>{_item(page)}</li>" for page in pages)
    return f"<h2>Pages that say something else</h2>\n<ul>\n{items}\n</ul>"


def _item(page: Mapping[str, str]) -> str:
    title = escape(page["title"])
    if page["change"] != REMOVED:
        title = f'<a href="{BOOK}/{escape(page["page"])}.html">{title}</a>'
    return f"{title} ({escape(page['change'])})"


def read_me() -> str:
    """Write the file that is read by those who look for one."""
    return (
        "The book as it would be with the proposed change.\n\n"
        f"Open {START} with a double-click.\n{WITHOUT_SERVER}\n"
    )


def pack(site: Path, preview: Path, changes: Mapping[str, Any]) -> None:
    """Write the folder anew; the site's files are linked into it where the disk allows that."""
    shutil.rmtree(preview, ignore_errors=True)
    shutil.copytree(site, preview / BOOK, copy_function=_link)
    (preview / START).write_text(start_page(changes.get("pages", ())), "utf-8")
    (preview / READ_ME).write_text(read_me(), "utf-8")


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def main(arguments: Sequence[str]) -> None:
    """Pack what was built, and say how to open it."""
    if not (SITE / "index.html").is_file():
        sys.exit("There is no built site. Run `make site` first.")
    changes = json.loads(Path(arguments[0]).read_text("utf-8")) if arguments else {}
    pack(SITE, PREVIEW, changes)
    print(f"The preview is in {PREVIEW}: open {START}.")
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(SUMMARY)


if __name__ == "__main__":
    main(sys.argv[1:])
