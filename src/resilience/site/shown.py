"""Know which pages are out of date: those that would say something else than when they were last read.

Each page keeps what it took from the evidence and a digest of how that read. A page is stale when a digest
differs. This needs no list of dependencies, so it also catches a new record that belongs on an old page.
"""

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from resilience.site.evidence_of import pages_of
from resilience.site.pages.catalogue import docnames, page_of
from resilience.site.pages.common import Pages

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
    state = _state(env)
    if getattr(env, "resilience_state", None) == state:
        return []
    env.resilience_state = state  # type: ignore[attr-defined]
    pages = pages_of(env)
    known = {docname for docname, _ in docnames(pages.base)}
    done = added | changed | removed
    return [name for name in env.all_docs if name not in done and _is_stale(env, pages, name, known)]


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
    return hashlib.sha256(repr(content).encode()).hexdigest()[:16]


def _state(env: BuildEnvironment) -> str:
    """Digest the names, sizes and times of all evidence files."""
    return _digest(list(_stats(pages_of(env))))


def _stats(pages: Pages) -> Iterator[tuple[str, int, int]]:
    for path in sorted(pages.base.folder.rglob("*")):
        stat = path.stat()
        yield str(path), stat.st_size, stat.st_mtime_ns
