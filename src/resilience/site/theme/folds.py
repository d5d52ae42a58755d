"""Sections that few readers need: closed until somebody opens them, by a click, a link or the printer.

A template marks a section with `{.folded}` between its name and its heading.
"""

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

FOLDED = "folded"
START = '<details class="fold"><summary>'
MIDDLE = '</summary>\n<div class="fold-body">'
END = "</div></details>\n"


class FoldSections(SphinxPostTransform):
    """Put each section of the class `folded` into an element that opens, with its heading as the handle."""

    default_priority = 910
    formats = ("html",)

    def run(self, **kwargs: object) -> None:
        """Fold them; the heading stays a heading, and the section keeps its name."""
        for section in self.document.findall(nodes.section):
            if FOLDED in section["classes"]:
                section["classes"].remove(FOLDED)
                title, *rest = section.children
                section.children = []
                section.extend([_html(START), title, _html(MIDDLE), *rest, _html(END)])


def _html(text: str) -> nodes.raw:
    return nodes.raw("", text, format="html")
