"""What readers would stumble over is found on pages, and what they would not is left alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from docutils.utils import new_document
from tests.frozen import book
from tests.site.conftest import Build, write_home
from tests.site.reading import tree

from resilience.records.plain import slug_pattern
from resilience.site import plain_pages
from resilience.site.pages.catalogue import docnames
from resilience.site.pages.common import Pages
from resilience.site.plain_pages import bare_amounts, faults, in_shorthand, in_slugs, too_long, unexplained

SLUGS = slug_pattern(["fuel-poverty", "befriending"])
LONG = " ".join(["word"] * 31) + "."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("finds warmer rooms with *worse* health", "*worse*"),
        ("HEAL-HOA (n=1151) used calls", "n=1"),
        ("cut spend (no CIs)", "CIs"),
        ("Say so on the site.", "Say so"),
        ("Empty type x nation cells", "type x nation"),
        ("filter on year_start", "year_start"),
        ("We say so once; 5 * 3 in a sum; p = 0.05; SD-card", None),
        ("https://example.org/a_page/year_start.aspx", None),
    ],
)
def test_shorthand_is_found(text: str, found: str | None) -> None:
    assert in_shorthand(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("gambling: fuel-poverty in Wales", "fuel-poverty"),
        ("befriending in Wales", None),
        ("Page activities/fuel-poverty: Fuel poverty.", None),
        ("fuel-poverty-strategy", None),
    ],
)
def test_slugs_are_found_where_they_stand_for_words(text: str, found: str | None) -> None:
    assert in_slugs(text, SLUGS) == found


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (LONG, [31]),
        (LONG.replace("word word.", "word."), []),
        (LONG.replace("word word.", "word (as a (long) bracket says)."), []),
        (LONG.rstrip("."), []),
        (f"Short. W{LONG[1:]} Short.", [31]),
    ],
    ids=["long", "thirty", "brackets", "a list", "between others"],
)
def test_long_sentences_are_found(text: str, counts: list[int]) -> None:
    assert [count for _, count in too_long(text)] == counts


def test_a_short_form_needs_its_words_somewhere_on_the_page() -> None:
    known = {"LSOA": "small area"}
    assert list(unexplained("Its LSOAs.", known)) == [("LSOA", "small area")]
    assert list(unexplained("Its LSOAs. Each small area (LSOA) is one.", known)) == []
    assert list(unexplained("An LSOA-based table of ALSOA", known)) == []


def _costs(amount: str, caption: str = "Results on cost and value") -> nodes.document:
    rst = f"""
.. list-table:: {caption}
   :header-rows: 1

   * - Study
     - What
     - Amount
   * - One
     - Saved
     - {amount}
"""
    return publish_doctree(rst)


def test_an_amount_needs_its_unit() -> None:
    assert list(bare_amounts(_costs("300"))) == ["One · Saved · 300"]
    assert list(bare_amounts(_costs("−1,300.5")))
    assert not list(bare_amounts(_costs("£300")))
    assert not list(bare_amounts(_costs("300", caption="Other counts")))


def _page(body: str) -> nodes.document:
    return publish_doctree(
        f"Its *title* (n=3)\n=================\n\n{body}", settings_overrides={"doctitle_xform": False}
    )


def test_what_others_wrote_and_code_are_passed_over() -> None:
    body = "Run ``resilience rate fuel-poverty``.\n\n.. container:: references\n\n   A trial (n=12).\n"
    assert list(faults(_page(body), SLUGS)) == []
    link = "`A systematic review of fuel-poverty (n=12) <https://example.org>`_ says no."
    assert list(faults(_page(link), SLUGS)) == []


def test_a_quoted_title_is_passed_over_and_a_quoted_label_is_not() -> None:
    page = publish_doctree("“RCT Homes Community Mutual transfer” began. Open “RCT now”.")
    assert [what for what, _ in faults(page, None)] == ["“RCT”"]
    page = publish_doctree("“RCT Homes Community Mutual transfer” began.")
    assert [*faults(page, None)] == []


def test_a_passage_is_named_with_what_is_wrong() -> None:
    assert list(faults(_page("We saw fuel-poverty."), SLUGS)) == [("“fuel-poverty”", "We saw fuel-poverty.")]
    assert [what for what, _ in faults(_page(LONG), SLUGS)] == ["a sentence of 31 words (at most 30)"]


def test_a_sentence_to_read_aloud_may_be_longer() -> None:
    assert list(faults(_page(f".. class:: says\n\n{LONG}"), SLUGS)) == []


def test_exceptions_are_of_pages_that_need_them() -> None:
    allowed = plain_pages._settings()["long"]
    assert all(len(reason.split()) > 3 for reason in allowed.values())


def _all() -> Iterator[tuple[Pages, str]]:
    pages = Pages(book())
    return ((pages, docname) for docname, _ in docnames(pages.base))


def _document(content: nodes.Element) -> nodes.document:
    document = new_document("page")
    document += content
    return document


def test_the_pages_of_the_small_book_are_plain() -> None:
    found = [
        (docname, *fault)
        for pages, docname in _all()
        for fault in faults(_document(tree(pages, docname)), SLUGS, docname)
    ]
    assert found == []


def test_a_build_names_the_page_and_the_passage(small_book: Path, build: Build) -> None:
    write_home(small_book, "We saw fuel-poverty in Wales.")
    app = build(small_book)
    assert "on the page index readers would stumble over “fuel-poverty”: We saw" in app.warnings
    assert app.statuscode == 1
