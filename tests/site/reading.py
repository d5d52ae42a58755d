"""Read a page as a reader would: its sections, tables, lists, links and figures."""

from typing import Any

from docutils import nodes
from sphinx import addnodes

from resilience.site.charts.node import FigureNode
from resilience.site.pages.catalogue import page_of
from resilience.site.pages.common import Pages
from resilience.site.record_parser import tree_of
from resilience.site.wording.filled import passage_nodes
from resilience.site.wording.values import Passage


def tree(pages: Pages, docname: str) -> nodes.section:
    """Build a record page."""
    return tree_of(page_of(pages, docname), docname)


def piece(content: Passage) -> nodes.Element:
    """Build what a directive shows, as one element."""
    return nodes.Element("", *passage_nodes(content))


def section(page: nodes.Element, anchor: str) -> nodes.section | None:
    """Give a section by its fragment."""
    return next((one for one in page.findall(nodes.section) if anchor in one["ids"]), None)


def text(node: nodes.Node | None) -> str:
    """Give all words of a part of a page, a space between blocks."""
    assert node is not None
    return node.astext().replace("\n\n", " ")


def lines(page: nodes.Element, kind: type[nodes.Element] = nodes.paragraph) -> list[str]:
    """Give the words of each paragraph, or of each part of another kind."""
    return [one.astext() for one in page.findall(kind)]


def rows(page: nodes.Element | None) -> list[list[str]]:
    """Give the cells of all tables in a part of a page, row by row, without the heads."""
    assert page is not None
    return [
        [cell.astext() for cell in row.findall(nodes.entry)]
        for body in page.findall(nodes.tbody)
        for row in body.findall(nodes.row)
    ]


def heads(page: nodes.Element) -> list[str]:
    """Name the columns of the tables in a part of a page."""
    return [cell.astext() for head in page.findall(nodes.thead) for cell in head.findall(nodes.entry)]


def captions(page: nodes.Element) -> list[str]:
    """Give the captions of the tables in a part of a page."""
    return [one[0].astext() for one in page.findall(nodes.table)]


def facts(page: nodes.Element) -> dict[str, list[str]]:
    """Give what definition lists say, value by value under each term."""
    return {
        item[0].astext(): [value.astext() for value in item.findall(nodes.definition)]
        for item in page.findall(nodes.definition_list_item)
    }


def linked(page: nodes.Element) -> list[str]:
    """Name the pages of the book that a part of a page links to."""
    return [one["reftarget"].removeprefix("/") for one in page.findall(addnodes.pending_xref)]


def figures(page: nodes.Element) -> list[dict[str, Any]]:
    """Give what each figure shows."""
    return [one["payload"] for one in page.findall(FigureNode)]
