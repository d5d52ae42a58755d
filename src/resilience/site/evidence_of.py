"""The evidence that a build reads: opened once for each build."""

from pathlib import Path
from weakref import WeakKeyDictionary

from sphinx.application import Sphinx

from ..evidence import load
from .pages.common import Pages

_PAGES: WeakKeyDictionary[Sphinx, Pages] = WeakKeyDictionary()


def pages_of(app: Sphinx) -> Pages:
    """Give the evidence of a build with its joins, reading it on first use."""
    if app not in _PAGES:
        _PAGES[app] = Pages(load(Path(app.srcdir)))
    return _PAGES[app]
