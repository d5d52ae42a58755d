"""Read a record as a page: Sphinx names the file, and the page is laid out from the evidence as a whole."""

from docutils import nodes
from sphinx.parsers import Parser

from resilience.site.evidence_of import pages_of
from resilience.site.pages.catalogue import page_of
from resilience.site.shown import PAGE, note_shown
from resilience.site.wording import filled
from resilience.site.wording.slots import SlotError
from resilience.site.wording.values import FactsPage


class RecordParser(Parser):
    """Lay out the page of a record as docutils nodes; the file's text itself is never parsed as markup."""

    supported = ("record",)

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Fill the document with the page named after the current docname."""
        env = document.settings.env
        docname = env.current_document.docname
        page = page_of(pages_of(env), docname)
        note_shown(env, docname, PAGE, "", page)
        env.metadata[docname] |= {
            "orphan": True,
            "record_kind": page.kind,
            "description": page.description,
            "domains": page.domains,
        }
        document += tree_of(page, docname)


def tree_of(page: FactsPage, docname: str) -> nodes.section:
    """Build the section that a page consists of; raises SlotError where its template can't be filled."""
    anchor = docname.rpartition("/")[2]
    try:
        return filled.page_nodes(page, anchor)
    except SlotError as error:
        raise SlotError(f"{docname}: {error}") from error
