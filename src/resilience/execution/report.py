"""Say as Sphinx warnings what is wrong with a notebook, so that `-W` fails the build."""

from collections.abc import Sequence
from pathlib import Path

from sphinx.util import logging

from resilience.execution.run import Failure, Run
from resilience.execution.stale import Stale
from resilience.execution.survey import Notebook

_log = logging.getLogger(__name__)


def unmatched(notebook: Notebook) -> None:
    """Warn of declarations that stand for no file."""
    for pattern in notebook.inputs.unmatched:
        _warn(notebook, 1, "reads", f"it depends on `{pattern}`, but the repository has no such file.")


def run(stale: Stale, result: Run, root: Path, undeclared: Sequence[Path]) -> None:
    """Say that a notebook was run; warn of a failure, and of reads that would leave its page out of date."""
    _log.info("ran %s in %.1f s", stale.notebook.docname, result.seconds)
    if undeclared:
        names = "\n".join(f"  - {_name(root, path)}" for path in undeclared)
        message = "it used what its front matter does not declare. Add to `reads:`, or do without:"
        _warn(stale.notebook, 1, "reads", f"{message}\n{names}")
    if result.failure:
        _warn(stale.notebook, _line(stale, result.failure), "cell", f"it failed.\n{result.failure.message}")


def _name(root: Path, path: Path) -> str:
    name = path.relative_to(root).as_posix()
    return f"{name}/ (the list of its files)" if path.is_dir() else name


def _line(stale: Stale, failure: Failure) -> int:
    return 1 if failure.cell is None else int(stale.node.metadata.source_map[failure.cell]) + 1


def _warn(notebook: Notebook, line: int, subtype: str, message: str) -> None:
    location = (notebook.docname, line)
    _log.warning(
        "notebook %s: %s", notebook.docname, message, location=location, type="notebook", subtype=subtype
    )
