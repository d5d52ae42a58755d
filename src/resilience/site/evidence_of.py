"""The evidence that a build reads: opened once for each build."""

from pathlib import Path
from weakref import WeakKeyDictionary

from sphinx.environment import BuildEnvironment

from resilience.evidence import load
from resilience.site.pages.common import Pages

HISTORY = ".history"
"""Beside the folder of doctrees, so that it outlives a build that failed."""

_PAGES: WeakKeyDictionary[BuildEnvironment, Pages] = WeakKeyDictionary()


def pages_of(env: BuildEnvironment) -> Pages:
    """Give the evidence of a build with its joins, reading it on first use."""
    if env not in _PAGES:
        _PAGES[env] = Pages(load(Path(env.srcdir)))
        _PAGES[env].kept = Path(env.doctreedir).with_name(HISTORY)
    return _PAGES[env]
