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

from resilience.site.contents import Contents

MARK = ".unfinished"
"""Beside the folder of pages."""
ONCE_LOCKED, BEFORE_UNLOCKED = 1, 999
"""Priorities: the lock of a build (`one_build`) is taken before, and let go after."""

_log = logging.getLogger(__name__)


def join(app: Sphinx) -> None:
    """Look for a mark before anything is read, and set one while pages are read and written."""
    mark = Mark(Path(app.outdir).parent / MARK)
    app.connect("config-inited", mark.look, priority=ONCE_LOCKED)
    app.connect("env-before-read-docs", mark.set, priority=ONCE_LOCKED)
    app.connect("build-finished", mark.take_away, priority=BEFORE_UNLOCKED)


class Mark:
    """The mark of a build, and the pages that it vouches for."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pages: Contents

    def look(self, app: Sphinx, config: Config) -> None:
        """Forget pages that nobody can vouch for."""
        folder = Path(app.doctreedir)
        self._pages = Contents(folder)
        if self._path.exists():
            _log.info("The last build did not come to its end: all pages are made anew.")
            forget_pages(app)
        elif changed := self._pages.difference():
            _log.info("Not as the last build left it: %s. All pages are made anew.", changed)
            forget_pages(app)
        elif (folder / ENV_PICKLE_FILENAME).exists() and self._pages.noted() is None:
            _log.info("Nobody knows what the last build left: all pages are made anew.")
            forget_pages(app)

    def set(self, app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
        """Mark the build as under way."""
        self._path.touch()

    def take_away(self, app: Sphinx, exception: Exception | None) -> None:
        """Keep what pages were read; after an error of the code nothing is whole."""
        if exception is None:
            self._pages.note()
            self._path.unlink(missing_ok=True)


def forget_pages(app: Sphinx) -> None:
    """Delete what earlier builds have read, and what they noted of it."""
    folder = Path(app.doctreedir)
    if Path(app.srcdir).is_relative_to(folder):
        raise ConfigError(f"{folder} holds the book itself: choose another folder for what is read (-d).")
    shutil.rmtree(folder, ignore_errors=True)
