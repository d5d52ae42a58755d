"""Turn blocks into docutils nodes, where text is text and nothing else."""

from collections.abc import Sequence

from docutils import nodes
from sphinx import addnodes

from resilience.site.charts import figure_nodes
from resilience.site.pages.blocks import (
    Block,
    Box,
    Bullets,
    Drawing,
    Facts,
    Inline,
    Link,
    Live,
    Paragraph,
    Section,
    Table,
    Tag,
    Text,
)


def page_nodes(title: str, blocks: Sequence[Block], anchor: str) -> nodes.section:
    """Build the section that a page consists of."""
    section = nodes.section(ids=[anchor], names=[anchor])
    section += nodes.title("", "", nodes.Text(title))
    section.extend(block_nodes(blocks))
    return section


def block_nodes(blocks: Sequence[Block]) -> list[nodes.Node]:
    """Build the nodes of some blocks."""
    return [node for block in blocks for node in _nodes(block)]


def inline_nodes(content: Sequence[Inline]) -> list[nodes.Node]:
    """Build the nodes of a run of text."""
    return [_inline(part) for part in content]


class LivePart(nodes.General, nodes.Element):
    """A part that a script brings to life: its `kind`, and the `data` that it is about."""


def _nodes(block: Block) -> list[nodes.Node]:
    if isinstance(block, Drawing):
        # Most builds draw little, and what draws takes most of a second to import.
        from resilience.site.pages.drawings import drawn

        return figure_nodes(drawn(block))
    if isinstance(block, Live):
        return [LivePart(kind=block.kind, data=block.data)]
    return [_block(block)]


def _block(block: Paragraph | Bullets | Facts | Table | Section | Box) -> nodes.Element:
    if isinstance(block, Paragraph):
        return nodes.paragraph("", "", *inline_nodes(block.content), classes=list(block.classes))
    if isinstance(block, Bullets):
        items = [nodes.list_item("", _run(item)) for item in block.items]
        return nodes.bullet_list("", *items, classes=list(block.classes))
    if isinstance(block, Facts):
        return _facts(block)
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Section):
        return page_nodes(block.title, block.blocks, block.anchor)
    return _box(block)


def _box(box: Box) -> nodes.container:
    ids = [box.anchor] if box.anchor else []
    return nodes.container("", *block_nodes(box.blocks), classes=list(box.classes), ids=ids)


def _facts(facts: Facts) -> nodes.definition_list:
    entries = [
        nodes.definition_list_item(
            "",
            nodes.term("", "", nodes.Text(term)),
            *(nodes.definition("", _run(value)) for value in values),
        )
        for term, values in facts.entries
    ]
    return nodes.definition_list("", *entries, classes=["facts"])


def _table(table: Table) -> nodes.table:
    columns = len(table.header)
    group = nodes.tgroup(cols=columns)
    group.extend(nodes.colspec(colwidth=1, stub=int(index == 0)) for index in range(columns))
    group += nodes.thead("", nodes.row("", *(nodes.entry("", _run([Text(cell)])) for cell in table.header)))
    group += nodes.tbody(
        "", *(nodes.row("", *(nodes.entry("", _run(cell)) for cell in row)) for row in table.rows)
    )
    element = nodes.table("", classes=["data"])
    element += nodes.title("", "", nodes.Text(table.caption))
    element += group
    return element


def _run(content: Sequence[Inline]) -> nodes.paragraph:
    return nodes.paragraph("", "", *inline_nodes(content))


def _inline(part: Inline) -> nodes.Node:
    if isinstance(part, Link):
        return _to_page(part.text, part.docname) if part.docname else _to_url(part)
    if isinstance(part, Tag):
        inner = [_to_page(part.text, part.docname)] if part.docname else [nodes.Text(part.text)]
        return nodes.inline("", "", *inner, classes=list(part.classes))
    return nodes.strong("", part.text) if part.strong else nodes.Text(part.text)


def _to_page(text: str, docname: str) -> addnodes.pending_xref:
    return addnodes.pending_xref(
        "",
        nodes.inline("", text),
        refdomain="std",
        reftype="doc",
        reftarget=f"/{docname}",
        refexplicit=True,
        refwarn=True,
    )


def _to_url(link: Link) -> nodes.reference:
    return nodes.reference("", link.text, refuri=link.url, internal=False)
