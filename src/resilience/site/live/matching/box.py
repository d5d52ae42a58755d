"""The box as a directive and as HTML; every text goes through a template that escapes it."""

from docutils import nodes
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from resilience.site.live.build import LIVE, download_of
from resilience.site.templates import templates_of

HANDLER = "match"
TEMPLATES = templates_of("resilience.site.live.matching")


class ActivityBox(nodes.General, nodes.Element):
    """The box, with its `examples`."""


class ActivityBoxDirective(SphinxDirective):
    """Put the box on a page; each line of the content is an example that readers can try."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Build the node, and note that the page runs Python in the browser."""
        self.env.metadata[self.env.current_document.docname][LIVE] = True
        return [ActivityBox(examples=[line.strip() for line in self.content if line.strip()])]


def visit_box(self: HTML5Translator, node: ActivityBox) -> None:
    """Write the box; its script brings it to life."""
    docname = self.builder.current_docname
    html = TEMPLATES.get_template("box.html").render(
        examples=node["examples"],
        download=download_of(self.builder.env, HANDLER),
        root="../" * self.builder.get_target_uri(docname).count("/") or "./",
    )
    self.body.append(html)


def depart_box(self: HTML5Translator, node: ActivityBox) -> None:
    """Do nothing: the box has no nodes inside."""
