"""The shell around a page: where the reader is, what is on the page, where it comes from."""

import re
from pathlib import Path

import pytest
from tests.site.theme.conftest import Book, build, write_sources

from resilience.site.theme.sections import FOOTER, HEADER, section_of

SECTIONS = r'<nav class="sections".*?</nav>'


def test_the_book_builds_without_warnings(book: Book) -> None:
    assert book.warnings == ""


@pytest.mark.parametrize("docname", ["index", "book/programme/story", "studies/mead-2010", "search", "404"])
def test_every_page_has_the_whole_shell(book: Book, docname: str) -> None:
    page = book.page(docname)
    assert page.count("<h1") == page.count('<main id="main"') == page.count('href="#main"') == 1
    for label in [entry.label for entry in (*HEADER, *FOOTER)]:
        assert f">{label}</a>" in page


@pytest.mark.parametrize(
    ("docname", "expected"),
    [
        ("index", []),
        ("book/programme/index", [("page", "Programme")]),
        ("book/programme/story", [("true", "Programme")]),
        ("studies/mead-2010", [("true", "Evidence")]),
        ("book/cite", []),
    ],
)
def test_the_header_marks_the_section(book: Book, docname: str, expected: list[tuple[str, str]]) -> None:
    marked = re.findall(r'aria-current="(\w+)">([^<]+)', book.tag(docname, SECTIONS))
    assert marked == expected


@pytest.mark.parametrize(
    ("docname", "expected"),
    [
        ("book/cite", ["Home"]),
        ("book/programme/index", ["Home"]),
        ("book/programme/story", ["Home", "Programme"]),
        ("studies/mead-2010", ["Home", "Evidence"]),
    ],
)
def test_the_trail_leads_home(book: Book, docname: str, expected: list[str]) -> None:
    trail = book.tag(docname, r'<nav class="trail".*?</nav>')
    assert re.findall(r">([^<> ][^<>]*)</a>", trail) == expected


@pytest.mark.parametrize(
    ("docname", "ancestors", "expected"),
    [
        ("notebooks/timeline", ["book/policies/index", "index"], "Policies"),
        ("councils/leeds", [], "Policies"),
        ("outcomes/loneliness", [], "Evidence"),
        ("studies-of-things", [], None),
        ("index", [], None),
    ],
)
def test_a_page_stands_in_a_section(docname: str, ancestors: list[str], expected: str | None) -> None:
    section = section_of(docname, ancestors)
    assert (section.label if section else None) == expected


def test_long_pages_list_their_headings_and_short_ones_do_not(book: Book) -> None:
    contents = book.tag("book/programme/story", r'<nav class="contents".*?</nav>')
    assert re.findall(r'href="(#\w+)">(\w+)', contents) == [
        ("#one", "One"),
        ("#two", "Two"),
        ("#three", "Three"),
        ("#four", "Four"),
    ]
    assert "On this page" not in book.page("studies/mead-2010")


def test_the_fold_of_headings_follows_the_lede(book: Book) -> None:
    page = book.page("book/programme/story").partition("<body>")[2]
    places = [
        page.index(part) for part in ("</h1>", "It began in", '<details class="contents-fold"', 'id="one"')
    ]
    assert places == sorted(places)


def test_a_section_lists_its_pages(book: Book) -> None:
    siblings = book.tag("book/programme/story", r'<nav class="siblings".*?</nav>')
    assert 'href="#" aria-current="page">The story &amp; &lt;its&gt; end</a>' in siblings


def test_titles_and_descriptions_are_escaped(book: Book) -> None:
    head = book.head("book/programme/story")
    assert "<title>The story &amp; &lt;its&gt; end · The &lt;Book&gt;</title>" in head
    assert 'content="It began in 2014 with' in head
    description = re.search(r'name="description" content="([^"]*)"', head)
    assert description is not None
    assert description[1].endswith("…")


@pytest.mark.parametrize("docname", ["search", "404"])
def test_pages_without_a_source_are_described_too(book: Book, docname: str) -> None:
    described = re.search(r'<meta name="description" content="([^"]*)"', book.head(docname))
    assert described is not None
    assert described[1].endswith(".")


def test_only_a_page_with_a_known_repository_can_be_edited(book: Book) -> None:
    assert 'href="https://example.org/r/edit/main/studies/mead-2010.rst"' in book.page("studies/mead-2010")
    assert "/edit/" not in book.page("book/programme/story")
    assert 'href="https://example.org/r/issues/new?a=1&amp;b=&#34;2">Correct this</a>' in book.page(
        "studies/mead-2010"
    )


def test_previous_and_next_stay_in_the_contents(book: Book) -> None:
    assert 'rel="next"' in book.page("book/programme/story")
    assert 'class="pager"' not in book.page("studies/mead-2010")
    assert 'class="pager"' not in book.page("index")


def test_a_table_scrolls_in_a_named_region(book: Book) -> None:
    region = '<div aria-label="Table: Who took part" class="table-scroll" role="region" tabindex="0">'
    assert region in book.page("book/programme/story")
    assert 'aria-label="Table 1"' in book.page("studies/mead-2010")


def test_a_folded_section_opens_at_its_heading(book: Book) -> None:
    html = book.page("book/programme/story")
    fold = re.search(
        r'<section[^>]* id="four">\s*<details class="fold"><summary>(.*?)</details>', html, re.DOTALL
    )
    assert fold
    assert re.match(r"\s*<h2>Four</h2>\s*</summary>", fold[1])
    assert "What few readers need." in fold[1]
    assert html.count('class="fold"') == 1


def test_a_missing_section_page_is_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_sources(tmp_path)
    (tmp_path / "book/cite.rst").rename(tmp_path / "book/quote.rst")
    built = build(tmp_path, extensions=["resilience.site.theme"])
    assert "the page shell links to 'book/cite', which does not exist" in built.warnings
