"""Tables on a page: each scrolls inside its own region."""

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator


class TableRegion(nodes.General, nodes.Element):
    """The scrolling region around one table; `label` names it for screen readers."""


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
