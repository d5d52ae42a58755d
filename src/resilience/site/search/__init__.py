"""The search: an index of hits and of words, written from what pages say while they are read.

No page is read twice: what a page says is noted with it, so a build that reads few pages has little to do.
The browser ranks (`theme/static/search-ranking.js`).
"""

import hashlib
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.typing import ExtensionMetadata

from resilience.site.evidence_of import pages_of
from resilience.site.pages.catalogue import is_unsearched
from resilience.site.search.hits import hits
from resilience.site.search.index import PAGES, write_index
from resilience.site.search.text import first_sentences, words_of
from resilience.site.site_warnings import SiteWarning
from resilience.site.states import made_from, note_made_from, state_of_build

FOLDER = "_static/search"
WORDS = "search_words"
SAYS = "search_says"
ONE_RECORD = ("studies/", "policies/", "neighbourhoods/")
"""Pages whose tables hold what the record says; other tables list what has pages of its own."""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Note the words of each page, and write the index at the end of a build."""
    app.connect("doctree-read", _note_words)
    app.connect("env-check-consistency", _check_words)
    app.connect("build-finished", _write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _note_words(app: Sphinx, doctree: nodes.document) -> None:
    docname = app.env.current_document.docname
    facts = app.env.metadata[docname]
    facts[WORDS] = " ".join(sorted(words_of(doctree, tables=docname.startswith(ONE_RECORD))))
    facts[SAYS] = first_sentences(str(facts.get("description") or ""), doctree)


def _check_words(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of each page that `search.yml` has words for and that does not exist."""
    for entry in pages_of(env).base.search.pages:
        if entry.page not in env.all_docs:
            SiteWarning.NOT_TO_BE_FOUND.warn(entry.page)


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.name != "html":
        return
    env = app.env
    names = sorted(name for name in env.all_docs if not is_unsearched(name))
    titles = {name: env.titles[name].astext() for name in names}
    says = {name: str(env.metadata[name].get(SAYS, "")) for name in names}
    words = [str(env.metadata[name].get(WORDS, "")) for name in names]
    folder = Path(app.outdir) / FOLDER
    said = hashlib.sha256(repr((titles, says, words)).encode()).hexdigest()
    state = f"{state_of_build(app)} {said}"
    if (folder / PAGES).exists() and made_from(app, FOLDER) == state:
        return
    write_index(folder, hits(pages_of(env), titles, says), [text.split() for text in words])
    note_made_from(app, FOLDER, state)
