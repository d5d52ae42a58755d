"""Turn blocks into docutils nodes, where text is text and nothing else."""

from collections.abc import Sequence

from docutils import nodes

from resilience.site.pages.blocks import (
    Block,
    Box,
    Bullets,
    Drawing,
    Facts,
    Inline,
    Live,
    Paragraph,
    Passage,
    Section,
    Table,
    Text,
)
from resilience.site.wording import value_nodes
from resilience.site.wording.filled import passage_nodes
from resilience.site.wording.value_nodes import inline_nodes


def page_nodes(title: str, blocks: Sequence[Block], anchor: str) -> nodes.section:
    """Build the section that a page consists of."""
    section = nodes.section(ids=[anchor], names=[anchor])
    section += nodes.title("", "", nodes.Text(title))
    section.extend(block_nodes(blocks))
    return section


def block_nodes(blocks: Sequence[Block]) -> list[nodes.Node]:
    """Build the nodes of some blocks."""
    return [node for block in blocks for node in _nodes(block)]


def _nodes(block: Block) -> list[nodes.Node]:
    if isinstance(block, Drawing | Live):
        return value_nodes.block_nodes(block)
    if isinstance(block, Passage):
        return passage_nodes(block)
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
    group += nodes.thead("", nodes.row("", *(nodes.entry("", _run([Text(name)])) for name in table.header)))
    group += nodes.tbody(
        "", *(nodes.row("", *(nodes.entry("", _run(cell)) for cell in row)) for row in table.rows)
    )
    element = nodes.table("", classes=["data"])
    element += nodes.title("", "", nodes.Text(table.caption))
    element += group
    return element


def _run(content: Sequence[Inline]) -> nodes.paragraph:
    return nodes.paragraph("", "", *inline_nodes(content))
