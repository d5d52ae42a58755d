"""Text of a record is text and nothing else, on each kind of page, whatever it holds."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import count
from typing import Any

import pytest
from docutils import nodes
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.frozen import book

from resilience.site.charts.node import FigureNode
from resilience.site.pages.catalogue import page_of
from resilience.site.pages.common import Pages
from resilience.site.wording.filled import passage_nodes
from resilience.site.wording.values import Drawing, FactsPage, Live, Passage

PAGES = (
    "activities/fuel-poverty",
    "meetings/befriending",
    "studies/mead-2010-befriending-depression",
    "outcomes/crime-safety",
    "policies/fairer-fife-commission-2014",
    "pools/nature-depressive-mood-smd",
    "councils/fife-council",
)
HOSTILE = (
    "<script>alert(1)</script> &amp; <b>x</b>",
    "{fact}`studies` {doc}`/index` <!-- x -->",
    ":::{note}\nx\n:::\n\n```{raw} html\n<b>\n```",
    "{{ 7 * 7 }} {% if %} {# x #} ${x}",
    "a | b |\n|---|---|\n| c | d |",
    "# Heading\n\n---\n\n- item\n\n> quote\n\n(found)=\n## Found",
    "`code` *em* **strong** [link](javascript:alert(1)) ![x](y) <https://example.org> \\*",
    "\ue0000\ue001 \ue000 \ue001\ue0001\ue001 \ue0009999\ue001",
    "\u202eright to left\u2069 \u200f \u200b",
    "Term\n: definition\n\n{.lede}\nx",
    "  spaces  \n\n\ttabs ",
    "%a comment\n+++\n[^1]: note",
)
WORDS_OF_OURS = {"docname", "url", "classes", "kind", "data", "id"}


@cache
def passage(docname: str) -> Passage:
    page = page_of(VIEW, docname)
    assert isinstance(page, FactsPage)
    return page.passage


VIEW = Pages(book())


def with_texts(value: Any, of: Callable[[], str]) -> Any:
    """Put another text in the place of each text of a record."""
    if isinstance(value, str):
        return of() if value else value
    if isinstance(value, tuple):
        return tuple(with_texts(one, of) for one in value)
    if is_dataclass(value) and not isinstance(value, type | Drawing | Live):
        names = [field.name for field in fields(value) if field.name not in WORDS_OF_OURS]
        return replace(value, **{name: with_texts(getattr(value, name), of) for name in names})
    return value


def shape(node: nodes.Node) -> Iterator[str]:
    """Give all of a page that is not text, with its texts as marks between."""
    if isinstance(node, nodes.Text):
        yield "text"
    elif isinstance(node, FigureNode):
        yield "figure"
    elif isinstance(node, nodes.Element):
        yield node.starttag()
        for child in node.children:
            yield from shape(child)
        yield "end"


def built(docname: str, of: Callable[[], str]) -> tuple[list[str], str]:
    given = passage(docname)
    root = nodes.Element("", *passage_nodes(replace(given, facts=with_texts(given.facts, of))))
    return list(shape(root)), "\n".join(root.findall(nodes.Text))


@cache
def marked(docname: str) -> tuple[list[str], str, int]:
    """Build a page in which each text is a mark with a number."""
    numbers = count()
    found, said = built(docname, lambda: f"«{next(numbers)}»")
    return found, said, next(numbers)


def assert_stays_text(docname: str, text: str) -> None:
    marks, said, many = marked(docname)
    for number in range(many):
        said = said.replace(f"«{number}»", text)
    assert built(docname, lambda: text) == (marks, said)


@pytest.mark.parametrize("docname", PAGES)
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stays_text(docname: str, text: str) -> None:
    assert_stays_text(docname, text)


@pytest.mark.parametrize("docname", PAGES)
@settings(max_examples=25, deadline=None)
@given(text=st.text().filter(str.strip))
def test_any_text_stays_text(docname: str, text: str) -> None:
    assert_stays_text(docname, text)
