"""What the site was last made from: digests of its evidence and code, kept beside the doctrees."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from weakref import WeakKeyDictionary

from sphinx.application import Sphinx

from resilience.execution.notebook import state_of
from resilience.site.evidence_of import pages_of

FILE = "states.json"
PACKAGE = Path(__file__).parents[1]

LAYOUT = ("records", "findings", "figures", "site")
"""The rooms whose code turns facts into pages, and so makes all pages old when it changes.

The other rooms make the facts; whether these have changed is seen page by page.
"""
NOT_OF_PAGES = ("cli", "drafts", "execution", "importing", "received")

_STATES: WeakKeyDictionary[Sphinx, str] = WeakKeyDictionary()


def state_of_build(app: Sphinx) -> str:
    """Digest all evidence and all code of this package, once a build."""
    if app not in _STATES:
        _STATES[app] = state_of([pages_of(app.env).base.folder, PACKAGE], [])
    return _STATES[app]


def code_of_layout() -> str:
    """Digest the code that turns facts into pages."""
    return _digest(path for room in LAYOUT for path in (PACKAGE / room).rglob("*.py"))


def code_below_layout() -> str:
    """Digest the code that makes the facts."""
    others = {path.name for path in PACKAGE.iterdir() if path.is_dir()} - {*LAYOUT, *NOT_OF_PAGES}
    return _digest(path for room in others for path in (PACKAGE / room).rglob("*.py"))


def templates_in_pages() -> str:
    """Digest the templates that are filled in when pages are written."""
    return _digest((PACKAGE / "site").rglob("*.html"))


def _digest(paths: Iterable[Path]) -> str:
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(f"{path.relative_to(PACKAGE)}\0".encode() + path.read_bytes())
    return total.hexdigest()


def made_from(app: Sphinx, thing: str) -> str | None:
    """Say from which state a thing was last made, or None where that is not known."""
    found = _kept(app).get(thing)
    return None if found is None else str(found)


def forget_written(app: Sphinx) -> None:
    """Forget from what the folders of the site were made, where the site is written from nothing."""
    if kept := _kept(app):
        _file(app).write_text(json.dumps({thing: kept[thing] for thing in kept if "/" not in thing}), "utf-8")


def note_made_from(app: Sphinx, thing: str, state: str) -> None:
    """Keep from which state a thing was made."""
    _file(app).write_text(json.dumps({**_kept(app), thing: state}), "utf-8")


def _kept(app: Sphinx) -> dict[str, str]:
    try:
        kept: dict[str, str] = json.loads(_file(app).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return kept


def _file(app: Sphinx) -> Path:
    return Path(app.doctreedir) / FILE
