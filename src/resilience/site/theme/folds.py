"""Parts that few readers need: closed until somebody opens them, by a click, a link or the printer.

A template marks a section with `{.folded}` between its name and its heading, and a part of a section with
`:::{container} folded`, whose first paragraph is then what it opens by. A list or a table in
`:::{container} first-rows` shows its first rows where scripts run; the others stand there too.
"""

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

FOLDED, FOLDED_BOX, FIRST_ROWS = "folded", "folded-box", "first-rows"
START = '<details class="fold"><summary>'
MIDDLE = '</summary>\n<div class="fold-body">'
END = "</div></details>\n"


class FoldSections(SphinxPostTransform):
    """Put what is of the class `folded` into an element that opens, with its first line as the handle."""

    default_priority = 910
    formats = ("html",)

    def run(self, **kwargs: object) -> None:
        """Fold them; a heading stays a heading, and what has a name keeps it."""
        for part in _parts(self.document):
            if FOLDED in part["classes"]:
                part["classes"].remove(FOLDED)
                first, *rest = part.children
                handle = [first]
                if isinstance(part, nodes.container):
                    part["classes"].append(FOLDED_BOX)
                    handle = list(first.children)
                part.children = []
                part.extend([_html(START), *handle, _html(MIDDLE), *rest, _html(END)])


def _html(text: str) -> nodes.raw:
    return nodes.raw("", text, format="html")


def fold_files(doctree: nodes.document) -> list[str]:
    """Name the script that prints what is folded and shows more rows, where a page has any of that."""
    folded = any(node.astext() == START for node in doctree.findall(nodes.raw))
    cut = any(FIRST_ROWS in box["classes"] for box in doctree.findall(nodes.container))
    return ["folds.js"] if folded or cut else []


def _parts(document: nodes.document) -> list[nodes.Element]:
    return [*document.findall(nodes.section), *document.findall(nodes.container)]
