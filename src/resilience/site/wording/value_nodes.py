"""Turn values into docutils nodes, where text is text and nothing else."""

from collections.abc import Iterable

from docutils import nodes
from sphinx import addnodes

from resilience.site.charts import figure_nodes
from resilience.site.wording.values import Drawing, Inline, Link, Live, Tag, Text


class LivePart(nodes.General, nodes.Element):
    """A part that a script brings to life: its `kind`, and the `data` that it is about."""


def inline_nodes(content: Iterable[str | Inline]) -> list[nodes.Node]:
    """Build the nodes of words, links and tags that follow each other."""
    return [_inline(part) for part in content]


def block_nodes(part: Drawing | Live) -> list[nodes.Node]:
    """Build the nodes of a figure, or of a part that a script brings to life."""
    if isinstance(part, Live):
        return [LivePart(kind=part.kind, data=part.data)]
    # Most builds draw little, and what draws takes most of a second to import.
    from resilience.site.pages.drawings import drawn

    return figure_nodes(drawn(part))


def to_page(docname: str, *children: nodes.Node) -> addnodes.pending_xref:
    """Link words to a page of the book; Sphinx warns where there is none."""
    return addnodes.pending_xref(
        "",
        nodes.inline("", "", *children),
        refdomain="std",
        reftype="doc",
        reftarget=f"/{docname}",
        refexplicit=True,
        refwarn=True,
    )


def _inline(part: str | Inline) -> nodes.Node:
    if isinstance(part, str):
        return nodes.Text(part)
    if isinstance(part, Link):
        return to_page(part.docname, nodes.Text(part.text)) if part.docname else _to_address(part)
    if isinstance(part, Tag):
        text = nodes.Text(part.text)
        inner = to_page(part.docname, text) if part.docname else text
        return nodes.inline("", "", inner, classes=list(part.classes))
    return _text(part)


def _text(part: Text) -> nodes.Node:
    return nodes.strong("", part.text) if part.strong else nodes.Text(part.text)


def _to_address(link: Link) -> nodes.reference:
    return nodes.reference("", link.text, refuri=link.url, internal=False)
