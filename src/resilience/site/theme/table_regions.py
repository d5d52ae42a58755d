"""Tables on a page: each scrolls inside its own region, and some can be sorted and narrowed down."""

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator


class TableRegion(nodes.General, nodes.Element):
    """The scrolling region around one table; `label` names it for screen readers."""


class Marked(nodes.inline):
    """Words with `marks` that scripts read: `data-<name>` on the element around them."""


class WrapTables(SphinxPostTransform):
    """Put each table of a page into a region of its own, named after its caption."""

    default_priority = 900
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Wrap the tables, numbering those without a caption."""
        for number, table in enumerate(list(self.document.findall(nodes.table)), start=1):
            region = TableRegion(label=_label(table, number))
            table.parent.replace(table, region)
            region += table


def _label(table: nodes.table, number: int) -> str:
    caption = next(iter(table.findall(nodes.title)), None)
    return f"Table: {caption.astext()}" if caption is not None else f"Table {number}"


def visit_region(self: HTML5Translator, node: TableRegion) -> None:
    """Open the region; the keyboard can reach and scroll it."""
    self.body.append(
        self.starttag(
            node, "div", CLASS="table-scroll", role="region", tabindex="0", **{"aria-label": node["label"]}
        )
    )


def depart_region(self: HTML5Translator, node: TableRegion) -> None:
    """Close the region."""
    self.body.append("</div>\n")


def visit_marked(self: HTML5Translator, node: Marked) -> None:
    """Open the element with its marks."""
    marks = {f"data-{name}": mark for name, mark in node["marks"].items()}
    self.body.append(self.starttag(node, "span", "", **marks))


def depart_marked(self: HTML5Translator, node: Marked) -> None:
    """Close the element."""
    self.body.append("</span>")


def explorer_files(doctree: nodes.document) -> list[str]:
    """Name the script that sorts and narrows tables down, where a page has such a table."""
    boxes = doctree.findall(nodes.container)
    return ["explore.js"] if any("explore" in box["classes"] for box in boxes) else []
