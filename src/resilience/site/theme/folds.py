"""Parts of a page that few need: folded until a reader opens them, and open in print.

In a template a fold is `:::{container} fold`, and its first paragraph is the line to open it by. A list or a
table in `:::{container} first-rows` shows its first rows where scripts run; the others stand there too.
"""

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

MARKS = {"fold", "first-rows"}
"""Classes of the boxes that the script looks after."""


class Fold(nodes.General, nodes.Element):
    """A folded part: the line to open it by, then what it holds."""


class Summary(nodes.General, nodes.Element):
    """The line to open a fold by."""


class FoldBoxes(SphinxPostTransform):
    """Make folds of the boxes that are marked as such."""

    default_priority = 910
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Take the first paragraph of each box as the line to open it by."""
        for box in list(self.document.findall(nodes.container)):
            if "fold" in box["classes"]:
                first, *others = box.children
                assert isinstance(first, nodes.paragraph)
                # A link to the fragment leads inside, where it opens the fold.
                inner = nodes.container("", *others, ids=box["ids"])
                box.replace_self(Fold("", Summary("", *first.children), inner))


def visit_fold(self: HTML5Translator, node: Fold) -> None:
    """Open the fold."""
    self.body.append(self.starttag(node, "details", CLASS="fold"))


def depart_fold(self: HTML5Translator, node: Fold) -> None:
    """Close the fold."""
    self.body.append("</details>\n")


def visit_summary(self: HTML5Translator, node: Summary) -> None:
    """Open the line to open a fold by."""
    self.body.append(self.starttag(node, "summary", ""))


def depart_summary(self: HTML5Translator, node: Summary) -> None:
    """Close the line."""
    self.body.append("</summary>\n")


def fold_files(doctree: nodes.document) -> list[str]:
    """Name the script that opens folds and long lists, where a page has any."""
    boxes = doctree.findall(nodes.container)
    return ["folds.js"] if any(MARKS & {*box["classes"]} for box in boxes) else []
