"""The site is built in a folder beside the published one, and takes its place whole once all is written.

So whoever reads or uploads the published folder sees the last whole build, while another one is under way and
after one that was stopped. A build begins with a copy of what is published, where that is still as the last
build left it; else all pages are written again.
"""

import shutil
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging

from resilience.site.contents import Contents
from resilience.site.states import forget_written
from resilience.site.unfinished import BEFORE_UNLOCKED, ONCE_LOCKED
from resilience.site.unwritten import told

BUILT = ".{}.new"
REPLACED = ".{}.old"
OF_ANOTHER_TIME = ".buildinfo.bak"
"""What Sphinx leaves where a setting has changed."""
WHEN_ALL_IS_WRITTEN = BEFORE_UNLOCKED - 1

_log = logging.getLogger(__name__)


class Published:
    """The folder of a site, and the one in which the next state of it is built."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.built = folder.with_name(BUILT.format(folder.name))
        self.replaced = folder.with_name(REPLACED.format(folder.name))
        self._contents = Contents(folder)

    def begin(self, *, anew: bool) -> bool:
        """Copy what is published where it is as it was left and not all is made anew; say whether it was."""
        # A build was stopped between the two moves of `finish`.
        if self.replaced.exists() and not any(self.folder.glob("*")):
            self._take_the_place_of(self.replaced)
        shutil.rmtree(self.built, ignore_errors=True)
        if changed := self._contents.difference():
            _log.info("Not as the last build left it: %s. All pages are written again.", changed)
        if anew or changed or self._contents.noted() is None:
            self.built.mkdir(parents=True)
            return False
        shutil.copytree(self.folder, self.built)
        return True

    def finish(self) -> None:
        """Publish what was built."""
        (self.built / OF_ANOTHER_TIME).unlink(missing_ok=True)
        shutil.rmtree(self.replaced, ignore_errors=True)
        self.folder.rename(self.replaced)
        self.built.rename(self.folder)
        self._contents.note()
        shutil.rmtree(self.replaced)

    def _take_the_place_of(self, other: Path) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        other.rename(self.folder)


def join(app: Sphinx) -> None:
    """Have all that a builder writes into a folder written beside it."""
    published = Published(Path(app.outdir))

    def turn_aside(app: Sphinx, config: Config) -> None:
        if Path(app.doctreedir).is_relative_to(app.outdir):
            # Sphinx's own choice, where none is made; what it holds must outlive the folder.
            app.doctreedir = app.outdir.with_name(app.doctreedir.name)
        # A builder, which is made next, names its folders after this one.
        app.outdir = published.built

    def begin(app: Sphinx) -> None:
        # With a fresh environment, nobody knows which pages are no more.
        with told():
            copied = published.begin(anew=bool(app.fresh_env_used))
        if not copied:
            forget_written(app)

    def finish(app: Sphinx, exception: Exception | None) -> None:
        app.outdir = app.builder.outdir = published.folder
        if exception is None:
            published.finish()

    app.connect("config-inited", turn_aside, priority=ONCE_LOCKED)
    app.connect("builder-inited", begin, priority=ONCE_LOCKED)
    app.connect("build-finished", finish, priority=WHEN_ALL_IS_WRITTEN)
