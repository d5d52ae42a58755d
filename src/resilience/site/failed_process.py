"""A process of a build that fails, fails the build.

Sphinx 9.0.4 forgets the error of a process that reads or writes pages where it comes while other pages are
still given out (`ParallelTasks.add_task`). The build then succeeds, and the pages of that process and of the
next ones are missing, or as they were before. Where an error is told, another may stand in its place
(https://github.com/sphinx-doc/sphinx/issues/13339).
"""

import sys

import sphinx.builders
from sphinx.errors import SphinxError
from sphinx.util.parallel import ParallelTasks


class Tasks(ParallelTasks):
    """Processes of a build, whose errors all stand."""

    def terminate(self) -> None:
        """End all processes, and raise again the error for which they are ended.

        Raises SphinxError where a process ended without a word.
        """
        error = sys.exception()
        try:
            super().terminate()
        finally:
            if isinstance(error, EOFError):
                raise SphinxError(
                    "A process that read or wrote pages ended before its work was done, so the site was not "
                    "built. Most often the machine had no memory left: end other programs, and build again."
                ) from error
            if error is not None:
                raise error


def follow() -> None:
    """Have builds use processes whose errors stand."""
    sphinx.builders.ParallelTasks = Tasks  # type: ignore[attr-defined]
