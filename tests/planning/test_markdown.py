"""What anybody wrote is text in Markdown: a reader of Markdown gives it back as it was."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from resilience.planning.markdown import escaped, root_of

PARSER = MarkdownIt("gfm-like")
HOSTILE = [
    "<b>bold</b> & &amp; &lt;",
    "*a* _b_ `c` ~~d~~ **e**",
    "[a](https://example.org) ![b](c.png)",
    "https://example.org and www.example.org and a@example.org",
    "# heading",
    "- list",
    "1. list",
    "12) list",
    "+ plus = --- ===",
    "| a | b |",
    "a\\*b",
    "line\n\n    code",
]


def tokens(text: str) -> list[str]:
    return [one.type for one in PARSER.parse(text)]


def written(text: str) -> str:
    """Give what a reader of a paragraph sees; asserts that it is text and nothing else."""
    opening, inline, closing = PARSER.parse(text)
    assert (opening.type, closing.type) == ("paragraph_open", "paragraph_close")
    assert {child.type for child in inline.children or ()} <= {"text", "text_special"}
    return "".join(child.content for child in inline.children or ())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str) -> None:
    assert written(escaped(text)) == " ".join(text.split())


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
@example("1.")
@example("-")
def test_any_text_comes_back(text: str) -> None:
    plain = " ".join(text.split())
    if plain:
        assert written(escaped(text)) == plain


@given(st.sampled_from(HOSTILE))
def test_it_stays_in_its_cell_and_its_line(text: str) -> None:
    table = f"| {escaped(text)} | b |\n| --- | --- |\n| {escaped(text)} | c |"
    assert tokens(table).count("td_open") == 2
    assert tokens(f"- {escaped(text)}") == [
        "bullet_list_open",
        "list_item_open",
        "paragraph_open",
        "inline",
        "paragraph_close",
        "list_item_close",
        "bullet_list_close",
    ]


@pytest.mark.parametrize(
    ("address", "root"),
    [
        ("https://example.org/a/book/plan/share.html", "https://example.org/a"),
        ("https://example.org/book/plan/share", "https://example.org"),
        ("", ""),
    ],
)
def test_the_address_of_the_book_is_that_of_the_pack_without_its_page(address: str, root: str) -> None:
    assert root_of(address) == root
