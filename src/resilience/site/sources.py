"""Pages whose source, or a file that they depend on, holds something else than when they were read.

Sphinx looks at times alone, and these can lie: a copy may keep the time of its original, and a clock may be
set back.
"""

import hashlib
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from resilience.site.again import because

SOURCE = "source"
"""The key in a page's metadata of the digest of what it was read from."""


class Sources:
    """The files of pages, each looked at once a build."""

    def __init__(self) -> None:
        self._known: dict[Path, str] = {}

    def note(self, app: Sphinx, doctree: nodes.document) -> None:
        """Keep what a page was read from."""
        docname = app.env.current_document.docname
        app.env.metadata[docname][SOURCE] = self._of(app.env, docname)

    def find_changed(self, app: Sphinx, env: BuildEnvironment, *outdated: set[str]) -> list[str]:
        """List the pages that were read from something else."""
        left = env.all_docs.keys() - set().union(*outdated)
        changed = [name for name in sorted(left) if _noted(env, name) != self._of(env, name)]
        return because(env, "their file changed", changed)

    def _of(self, env: BuildEnvironment, docname: str) -> str:
        files = [env.doc2path(docname), *(env.srcdir / name for name in sorted(env.dependencies[docname]))]
        return hashlib.sha256("".join(self._digest(Path(file)) for file in files).encode()).hexdigest()[:16]

    def _digest(self, file: Path) -> str:
        if file not in self._known:
            content = file.read_bytes() if file.is_file() else b""
            self._known[file] = hashlib.sha256(content).hexdigest()
        return self._known[file]


def _noted(env: BuildEnvironment, docname: str) -> Any:
    return env.metadata[docname].get(SOURCE)


def follow(app: Sphinx) -> None:
    """Note what pages are read from, and find those whose source changed."""
    sources = Sources()
    app.connect("doctree-read", sources.note)
    app.connect("env-get-outdated", sources.find_changed)
