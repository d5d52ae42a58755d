"""Know which pages are out of date: those that would say something else than when they were last read.

Each page keeps what it took from the evidence and a digest of how that read. A page is stale when a digest
differs. This needs no list of dependencies, so it also catches a new record that belongs on an old page.
"""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sphinx.application import ENV_PICKLE_FILENAME, Sphinx
from sphinx.environment import BuildEnvironment

from resilience.site.again import because
from resilience.site.evidence_of import pages_of
from resilience.site.pages.catalogue import docnames, page_of
from resilience.site.pages.common import Pages
from resilience.site.states import code_below_layout, made_from, note_made_from, state_of_build
from resilience.site.wording.slots import source_of
from resilience.site.wording.values import FactsPage, Passage

SHOWN = "shown"
CODE = "code"
RUNS = "live"
"""The key in a page's metadata that says that it runs Python in the browser."""
PAGE = "page"
"""The name under which a record page as a whole is noted."""

Piece = Callable[[Pages, str], Any]
PIECES: dict[str, Piece] = {}
"""What prose can show from the evidence, by the name of its role or directive."""
NOT_THERE = (KeyError, AttributeError, IndexError, ValueError)
"""What a piece raises where the evidence has nothing of the name that it was asked for."""


def note_shown(env: BuildEnvironment, docname: str, name: str, argument: str, content: object) -> None:
    """Remember that a page showed some content, made by a piece of that name for that argument."""
    env.metadata[docname].setdefault("shown", {})[name, argument] = _digest(content)


def find_stale(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """List pages that would now show something else."""
    state = _state(app)
    if made_from(app, SHOWN) == state:
        return []
    pages = pages_of(env)
    known = {docname for docname, _ in docnames(pages.base)}
    done = added | changed | removed
    left = [name for name in env.all_docs if name not in done]
    stale = because(env, "what they show changed", [n for n in left if _is_stale(env, pages, n, known)])
    if made_from(app, CODE) == code_below_layout():
        return stale
    # Of record pages all is told by what they show; other pages may run code while they are read or written.
    unsure = [name for name in left if name not in known or RUNS in env.metadata[name]]
    return stale + because(env, "they run code that changed", unsure)


def note_state(app: Sphinx, exception: Exception | None) -> None:
    """Remember the state in which all pages say what they should."""
    if exception is None:
        note_made_from(app, SHOWN, _state(app))
        note_made_from(app, CODE, code_below_layout())


def _state(app: Sphinx) -> str:
    """Tell apart all that pages are made from; the same files may have been committed since."""
    return f"{state_of_build(app)} {pages_of(app.env).history.newest} {_stamp(app)}"


def _stamp(app: Sphinx) -> str:
    """Tell apart what Sphinx knows of all pages."""
    path = Path(app.doctreedir) / ENV_PICKLE_FILENAME
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""


def _is_stale(env: BuildEnvironment, pages: Pages, docname: str, known: set[str]) -> bool:
    shown: dict[tuple[str, str], str] = env.metadata[docname].get("shown", {})
    try:
        return any(
            digest != _digest(page_of(pages, docname) if name == PAGE else PIECES[name](pages, argument))
            for (name, argument), digest in shown.items()
            if name != PAGE or docname in known
        )
    # Read again, the page says on which line it asks for what is no more.
    except NOT_THERE:
        return True


def _digest(content: object) -> str:
    """Digest what is shown and the templates that put it into words."""
    parts = [repr(content), *(source_of(name) for name in sorted(set(_templates(content))))]
    return hashlib.sha256("".join(parts).encode()).hexdigest()[:16]


def _templates(content: object) -> Iterator[str]:
    if isinstance(content, FactsPage):
        yield content.passage.template
    elif isinstance(content, Passage):
        yield content.template
    elif isinstance(content, list | tuple):
        for part in content:
            yield from _templates(part)
