"""Read and write pages on all cores under `jupyter-book build`, which has no option for it."""

import os
from collections.abc import Sequence

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

_log = logging.getLogger(__name__)

# Numbers sections once all pages are read, but doesn't declare that parallel reading is safe.
_SAFE_BUT_SILENT = "sphinx_multitoc_numbering"
_FEW = 10


def use_all_cores(app: Sphinx, config: Config) -> None:
    """Let Sphinx work in parallel, unless an extension can't or somebody chose a number of jobs."""
    if _SAFE_BUT_SILENT in app.extensions:
        app.extensions[_SAFE_BUT_SILENT].parallel_read_safe = True
    extensions = app.extensions.values()
    serial = [ext.name for ext in extensions if not (ext.parallel_read_safe and ext.parallel_write_safe)]
    if serial:
        # Sphinx would warn, and with -W the build would fail.
        _log.info("one page at a time, because of %s", ", ".join(sorted(serial)))
    # jupyter-book always asks for 1 job.
    elif app.parallel == 1:
        # Of n jobs Sphinx uses n - 1 for writing.
        app.parallel = (os.cpu_count() or 1) + 1


def alone_if_few(app: Sphinx, env: BuildEnvironment, docnames: Sequence[str]) -> None:
    """Read a few pages in one process: each other hands back the whole environment, which takes longer."""
    if 0 < len(docnames) <= _FEW:
        app.parallel = 1
