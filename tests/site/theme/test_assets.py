"""What a page loads: little, and nothing from elsewhere."""

import gzip
import re

import pytest

from .conftest import Book

KILOBYTE = 1024
PAGES = ["index", "book/programme/story", "studies/mead-2010", "search", "404"]


@pytest.mark.parametrize("docname", PAGES)
def test_a_page_loads_only_its_own_files(book: Book, docname: str) -> None:
    page = book.page(docname)
    loaded = re.findall(r"<(?:link|script|img|source|iframe)\b[^>]*?\b(?:href|src)=\"([^\"]*)", page)
    scripts = r"(theme|book|folds|search|word-forms|search-words|search-ranking)\.js"
    names = rf"book\.css|{scripts}|favicon\.svg|fonts/[\w-]+\.woff2"
    own = rf"(\.\./)*_static/({names})(\?v=\w+)?"
    assert loaded
    assert [url for url in loaded if not re.fullmatch(own, url)] == []


@pytest.mark.parametrize("docname", PAGES)
def test_no_script_stands_in_a_page(book: Book, docname: str) -> None:
    assert re.findall(r"<script(?![^>]*\bsrc=)[^>]*>|\son\w+=\"|javascript:", book.page(docname)) == []


def test_the_style_sheet_loads_only_fonts_beside_it(book: Book) -> None:
    style = (book.site / "_static/book.css").read_text("utf-8")
    urls = re.findall(r"url\(\"?([^\")]*)", style)
    fonts = {url for url in urls if not url.startswith("data:")}
    assert fonts == {f"fonts/{path.name}" for path in (book.site / "_static/fonts").glob("*.woff2")}
    assert "@import" not in style


@pytest.mark.parametrize(
    ("pattern", "budget"), [("book.css", 12), ("*theme.js", 1), ("book.js", 3), ("search.js", 3)]
)
def test_style_and_scripts_stay_small(book: Book, pattern: str, budget: int) -> None:
    files = list((book.site / "_static").glob(pattern))
    assert files
    assert sum(len(gzip.compress(path.read_bytes())) for path in files) <= budget * KILOBYTE


def test_the_fonts_stay_small_and_bring_their_licences(book: Book) -> None:
    fonts = book.site / "_static/fonts"
    assert 0 < sum(path.stat().st_size for path in fonts.glob("*.woff2")) <= 60 * KILOBYTE
    for font in fonts.glob("*.woff2"):
        family = re.sub(r"-(italic|\d+)$", "", font.stem)
        assert "SIL OPEN FONT LICENSE" in (fonts / f"OFL-{family}.txt").read_text("utf-8")
