"""Roles: words inside a sentence that come from the evidence or link to it."""

from typing import cast

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from resilience.site.evidence_of import pages_of
from resilience.site.pages.catalogue import page_of
from resilience.site.pages.common import Pages
from resilience.site.prose.audits import rate
from resilience.site.prose.facts import fact
from resilience.site.shown import NOT_THERE, PIECES, note_shown
from resilience.site.site_warnings import SiteWarning
from resilience.site.wording.value_nodes import inline_nodes
from resilience.site.wording.values import Inline, Link, Text


def record(pages: Pages, docname: str) -> Inline:
    """Link to a record page by its title, such as `activities/green-space`."""
    return Link(page_of(pages, docname).title, docname)


def work(pages: Pages, key: str) -> Inline:
    """Cite a work by authors and year, linked to its study page or its public address."""
    return pages.work_link(key)


def fact_text(pages: Pages, name: str) -> Inline:
    """Give a fact as text."""
    return Text(fact(pages, name))


ROLES = {"audit-rate": rate, "fact": fact_text, "record": record, "work": work}


class EvidenceRole(SphinxRole):
    """Show what a role takes from the evidence; a name that is not there is a warning on its line."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Build the nodes and remember what was shown."""
        try:
            content = cast(Inline, PIECES[self.name](pages_of(self.env), self.text))
        except NOT_THERE:
            SiteWarning.NO_SUCH_NAME.warn(self.name, self.text, location=self.get_location())
            return [], []
        note_shown(self.env, self.env.current_document.docname, self.name, self.text, content)
        return inline_nodes([content]), []
