"""The search index, made by Pagefind from the finished pages; Sphinx's own index stays off."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.errors import ExtensionError
from sphinx.util.typing import ExtensionMetadata

from resilience.execution.settings import register
from resilience.site.settings import SiteSettings

INDEX_FOLDER = "pagefind"
ENTRY = "pagefind-entry.json"
ALWAYS_WRITTEN = ("search", "404")
UNSEARCHED = "meetings"
"""The folder of pages that say nothing that another page does not say."""
NOT_SEARCHED = ".headerlink, .cell_input, .figure-go, script, style"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the search page and index the pages at the end of a build, unless `resilience_search` is off."""
    register(app, SiteSettings)
    app.connect("builder-inited", _drop_sphinx_index)
    app.connect("html-collect-pages", _extra_pages)
    app.connect("build-finished", _index_pages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _drop_sphinx_index(app: Sphinx) -> None:
    if isinstance(app.builder, StandaloneHTMLBuilder):
        app.builder.search = False


def _extra_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    yield "search", {}, "search.html"
    yield "404", {}, "404.html"


def _index_pages(app: Sphinx, exception: Exception | None) -> None:
    wanted = exception is None and app.config.resilience_search and app.builder.name == "html"
    if wanted and is_stale(Path(app.outdir)):
        build_index(Path(app.outdir))


def is_stale(site: Path) -> bool:
    """Say whether pages came, went or changed since they were indexed; every build writes some anyway."""
    entry = site / INDEX_FOLDER / ENTRY
    if not entry.exists():
        return True
    pages = [path.stat().st_mtime for path in site.rglob("*.html") if _is_searched(path)]
    indexed = sum(
        language["page_count"] for language in json.loads(entry.read_text("utf-8"))["languages"].values()
    )
    return len(pages) != indexed or max(pages) > entry.stat().st_mtime


def _is_searched(page: Path) -> bool:
    return page.stem not in ALWAYS_WRITTEN and page.parent.name != UNSEARCHED


def build_index(site: Path) -> None:
    """Index the pages under `site` for search, replacing an older index.

    Raises ExtensionError with Pagefind's own words when it fails.
    """
    shutil.rmtree(site / INDEX_FOLDER, ignore_errors=True)
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-subdir", INDEX_FOLDER]
    options = ["--exclude-selectors", NOT_SEARCHED, "--force-language", "en", "--quiet"]
    finished = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    if finished.returncode != 0:
        raise ExtensionError(f"Pagefind could not index the pages: {finished.stderr or finished.stdout}")
