"""A build writes feeds and links to them; a commit alone, or a record that goes, changes what it tells."""

import re
from pathlib import Path

import pytest
from tests.changes.history.repository import Repository
from tests.site.conftest import POLICIES, STUDIES, Build

STUDY = f"studies/{STUDIES[0]}"


@pytest.fixture
def book(small_book: Path) -> Repository:
    (small_book / ".gitignore").write_text("_build/\n", "utf-8")
    (small_book / "book/changes.md").write_text("# What changed\n\n```{what-changed}\n```\n", "utf-8")
    made = Repository(small_book)
    made.git("init", "--quiet", "--initial-branch", "main")
    made.commit("2026-01-01T10:00:00+00:00")
    return made


def head_links(page: Path) -> list[str]:
    return re.findall(
        r'<link rel="alternate" type="application/atom\+xml"[^>]* href="([^"]*)">', page.read_text("utf-8")
    )


def test_pages_lead_to_feeds_that_are_there(book: Repository, build: Build) -> None:
    build(book.folder)
    html = book.folder / "_build/html"
    assert head_links(html / "index.html") == head_links(html / "404.html") == ["changes.atom"]
    assert head_links(html / "book/changes.html") == ["../changes.atom"]
    assert head_links(html / f"{STUDY}.html") == ["../changes.atom", f"{STUDIES[0]}.atom"]
    for page in html.rglob("*.html"):
        for link in head_links(page):
            assert (page.parent / link).is_file()
    assert f'<a href="{STUDIES[0]}.atom"' in (html / f"{STUDY}.html").read_text("utf-8")


def test_where_the_site_is_known_links_are_whole(book: Repository, build: Build) -> None:
    build(book.folder, resilience_site="https://example.org/book")
    page = book.folder / f"_build/html/{STUDY}.html"
    assert head_links(page) == [f"https://example.org/book/{name}.atom" for name in ("changes", STUDY)]
    assert f"https://example.org/book/{STUDY}.html" in page.with_suffix(".atom").read_text("utf-8")


def test_a_commit_alone_is_told_by_the_next_build(book: Repository, build: Build) -> None:
    book.replace(f"{STUDY}.yml", "summary: ", "summary: Now, ")
    build(book.folder)
    html = book.folder / "_build/html"
    page, feed = html / "book/changes.html", html / f"{STUDY}.atom"
    assert "2 January 2026" not in page.read_text("utf-8")
    book.commit("2026-01-02T10:00:00+00:00")
    app = build(book.folder)
    assert "2 January 2026" in page.read_text("utf-8")
    assert "Other details: summary" in feed.read_text("utf-8")
    assert app.pages_read == {"book/changes"}  # type: ignore[attr-defined]
    written = feed.stat().st_mtime_ns
    assert build(book.folder).pages_read == set()  # type: ignore[attr-defined]
    assert feed.stat().st_mtime_ns == written


def test_the_feed_of_a_record_goes_with_it(book: Repository, build: Build) -> None:
    build(book.folder)
    feed = book.folder / f"_build/html/policies/{POLICIES[0]}.atom"
    assert feed.is_file()
    (book.evidence / f"policies/{POLICIES[0]}.yml").unlink()
    build(book.folder)
    assert not feed.exists()


def test_without_a_history_the_page_says_so(small_book: Path, build: Build) -> None:
    (small_book / "book/changes.md").write_text("# What changed\n\n```{what-changed}\n```\n", "utf-8")
    build(small_book)
    assert "made without the git history" in (small_book / "_build/html/book/changes.html").read_text("utf-8")
