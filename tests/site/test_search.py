"""The search index: made anew from the finished pages, the same each time."""

import os
from hashlib import sha256
from pathlib import Path

import pytest
from sphinx.errors import ExtensionError

from resilience.site.search import build_index, is_stale

PAGE = """<html lang="en"><body><header>Menu</header><article data-pagefind-body>
<h1>{title}</h1><p>Warm and dry homes.</p></article></body></html>"""


def digests(site: Path) -> dict[str, str]:
    folder = site / "pagefind"
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_same_pages_give_the_same_index(tmp_path: Path) -> None:
    for name in ("one", "two"):
        site = tmp_path / name
        site.mkdir()
        for number in range(5):
            (site / f"{number}.html").write_text(PAGE.format(title=f"Study {number}"), "utf-8")
        build_index(site)
    assert digests(tmp_path / "one") == digests(tmp_path / "two")
    assert "pagefind.js" in digests(tmp_path / "one")


def test_nothing_of_an_older_index_stays(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE.format(title="Before"), "utf-8")
    build_index(tmp_path)
    before = set(digests(tmp_path))
    page.write_text(PAGE.format(title="After"), "utf-8")
    build_index(tmp_path)
    fragments = [name for name in digests(tmp_path) if name.startswith("fragment/")]
    assert len(fragments) == 1
    assert fragments[0] not in before


def test_a_failure_says_what_pagefind_said(tmp_path: Path) -> None:
    with pytest.raises(ExtensionError, match=r"Pagefind could not index the pages: .+"):
        build_index(tmp_path / "missing")


def test_the_index_is_stale_when_pages_come_go_or_change(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE.format(title="Before"), "utf-8")
    assert is_stale(tmp_path)
    build_index(tmp_path)
    (tmp_path / "search.html").write_text("written by every build", "utf-8")
    assert not is_stale(tmp_path)
    later = page.stat().st_mtime + 60
    os.utime(page, (later, later))
    assert is_stale(tmp_path)
    build_index(tmp_path)
    os.utime(page, (0, 0))
    assert not is_stale(tmp_path)
    (tmp_path / "new.html").write_text(PAGE.format(title="New"), "utf-8")
    os.utime(tmp_path / "new.html", (0, 0))
    assert is_stale(tmp_path)
