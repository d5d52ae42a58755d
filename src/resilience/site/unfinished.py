"""A build that was stopped leaves a mark, and the next one forgets what it can't trust.

Sphinx writes what it has read page by page, and what it knows of all pages at the end. After a stop, pages of
two states of the book stand side by side, and nothing tells which is which. So the mark is set before the
first page is read, and taken away only once all is written.
"""

import shutil
from pathlib import Path

from sphinx.application import ENV_PICKLE_FILENAME, Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ConfigError
from sphinx.util import logging

from resilience.site.contents import difference, note, noted

MARK = ".unfinished"
"""Beside the folder of pages."""
ONCE_LOCKED, BEFORE_UNLOCKED = 1, 999
"""Priorities: the lock of a build (`one_build`) is taken before, and let go after."""

_log = logging.getLogger(__name__)


def join(app: Sphinx) -> None:
    """Look for a mark before anything is read, and set one while pages are read and written."""
    mark = Path(app.outdir).parent / MARK

    def look(app: Sphinx, config: Config) -> None:
        if mark.exists():
            _log.info("The last build did not come to its end: all pages are made anew.")
            forget_pages(app)
        elif changed := difference(Path(app.doctreedir)):
            _log.info("Not as the last build left it: %s. All pages are made anew.", changed)
            forget_pages(app)
        elif _of_unknown_state(Path(app.doctreedir)):
            _log.info("Nobody knows what the last build left: all pages are made anew.")
            forget_pages(app)

    def set_mark(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
        mark.touch()

    def take_away(app: Sphinx, exception: Exception | None) -> None:
        # After an error of the code nothing is whole either.
        if exception is None:
            note(Path(app.doctreedir))
            mark.unlink(missing_ok=True)

    app.connect("config-inited", look, priority=ONCE_LOCKED)
    app.connect("env-before-read-docs", set_mark, priority=ONCE_LOCKED)
    app.connect("build-finished", take_away, priority=BEFORE_UNLOCKED)


def _of_unknown_state(pages: Path) -> bool:
    """Say whether there are pages of an earlier build, but no list of them that can be read."""
    return (pages / ENV_PICKLE_FILENAME).exists() and noted(pages) is None


def forget_pages(app: Sphinx) -> None:
    """Delete what earlier builds have read, and what they noted of it."""
    folder = Path(app.doctreedir)
    if Path(app.srcdir).is_relative_to(folder):
        raise ConfigError(f"{folder} holds the book itself: choose another folder for what is read (-d).")
    shutil.rmtree(folder, ignore_errors=True)
