"""Follow the notebooks through one Sphinx build: which are outdated, run those, prepare their pages."""

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from importlib.util import source_from_cache
from pathlib import Path
from typing import Any

from myst_nb.sphinx_ import SphinxEnvType
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from resilience.execution.inputs import Inputs, expand, with_inputs
from resilience.execution.kept import keep, opened
from resilience.execution.notebook import CELLS, Known, Notebook, read_known, state_of, write_known
from resilience.execution.run import Failure, Run, Watch, run_all
from resilience.execution.survey import Stale, package_of, root_of, stale, survey
from resilience.execution.values import Answers
from resilience.execution.warnings_ import NotebookWarning

_log = logging.getLogger(__name__)

# Numbers sections once all pages are read, but doesn't declare that parallel reading is safe.
_SAFE_BUT_SILENT = "sphinx_multitoc_numbering"
_FEW = 10
ASKED = "notebook-asks"
"""The event by which a book answers what its notebooks ask: the name in, the value out."""
NOT_KNOWN = "no finished run is known"
NAMED = 3
"""So many reasons are given for a run."""


class Notebooks:
    """The notebooks of one build. Sphinx reads in forked processes, which see what was found before."""

    def __init__(self) -> None:
        self._all: dict[str, Notebook] = {}
        self._answers: Answers
        self._looked_at: Known
        self._changes: dict[str, list[str]] = {}
        self._broken: set[str] = set()

    def find_outdated(self, app: Sphinx, env: SphinxEnvType, *_: object) -> list[str]:
        """Give the pages whose inputs, answers, code or environment changed, or that had no results."""
        caching = env.mystnb_config.execution_mode == "cache"
        looked_at = self._looked_at = read_known(Path(app.doctreedir), *_states(app))
        self._answers = Answers(partial(_answer, app), looked_at.contents)
        self._all = survey(app, self._answers, looked_at) if caching else {}
        known: dict[str, dict[str, str]] = getattr(env, "notebook_parts", {})
        self._changes = {
            name: notebook.changed(known[name]) for name, notebook in self._all.items() if name in known
        }
        self._broken = {one.docname for one in self._all.values() if _misdeclared(one, self._answers.faults)}
        # A change of its own code changes the page's file, which Sphinx sees.
        return [name for name in self._all if {*self._changes.get(name, [NOT_KNOWN])} - {CELLS}]

    def run_stale(self, app: Sphinx, env: SphinxEnvType, docnames: Sequence[str]) -> None:
        """Run the notebooks among the pages to read that are not in the cache, and keep their results."""
        write_known(Path(app.doctreedir), self._looked_at)
        root = root_of(app)
        guarded = tuple(root / folder for folder in app.config.resilience_guarded)
        watch = Watch(guarded, package_of(app), app.config.resilience_memory)
        cache = opened(Path(env.mystnb_config.execution_cache_path))

        def finished(found: Stale, result: Run) -> None:
            notebook = found.notebook
            unknown = undeclared(result.used, notebook.inputs, watch.package)
            _say(found, result, root, unknown, self._changes.get(notebook.docname))
            if unknown or result.failure:
                self._broken.add(notebook.docname)
                return
            keep(cache, notebook.path, result.node, result.seconds)

        wanted = [self._all[name] for name in docnames if name in self._all and name not in self._broken]
        waiting = stale(env, cache, wanted)
        timeout = env.mystnb_config.execution_timeout
        run_all(waiting, self._answers, watch, app.config.resilience_workers, finished, timeout=timeout)
        # Sphinx forks next, and a connection to SQLite must not be shared.
        cache.db.dispose()
        # Nothing is known of a broken notebook, so the next build runs it again.
        env.notebook_parts = {
            name: notebook.known for name, notebook in self._all.items() if name not in self._broken
        }

    def prepare(self, app: Sphinx, docname: str, content: list[str]) -> None:
        """Tie a page to the files it depends on and to its results in the cache."""
        if notebook := self._all.get(docname):
            for file in notebook.inputs.files:
                app.env.note_dependency(file)
            content[0] = with_inputs(content[0], notebook.digest, run=docname not in self._broken)


def _answer(app: Sphinx, name: str) -> Any:
    found = app.emit(ASKED, name, allowed_exceptions=(LookupError, TypeError))
    if not found:
        raise LookupError("nobody answers in this book")
    return found[0]


def _states(app: Sphinx) -> tuple[str, str]:
    """Digest the code and the common inputs, and what answers rest on besides."""
    root = root_of(app)
    code = state_of([package_of(app)], expand(root, app.config.resilience_common_inputs).files)
    return code, state_of((root / folder for folder in app.config.resilience_guarded), [])


def undeclared(used: Iterable[Path], inputs: Inputs, package: Path) -> list[Path]:
    """Give the files and folders that a notebook used though its page doesn't depend on them."""
    judged = {path for given in used if (path := _judged(given, package))}
    return sorted(path for path in judged if not _covered(path, inputs))


def _judged(path: Path, package: Path) -> Path | None:
    if path.parent.name == "__pycache__":
        # What Python writes there has other endings at first.
        return Path(source_from_cache(path)) if path.suffix == ".pyc" else None
    # An import lists folders of the package, whatever else is in them.
    return None if path.is_relative_to(package) and path.is_dir() else path


def _covered(path: Path, inputs: Inputs) -> bool:
    if path.is_dir():
        return inputs.lists(path)
    # Whether a file is missing follows from the names in its folder.
    return path in inputs.files or (not path.exists() and inputs.lists(path.parent))


def _misdeclared(notebook: Notebook, faults: Mapping[str, str]) -> bool:
    """Warn of declarations that stand for nothing, and of what is asked without one."""
    for pattern in notebook.inputs.unmatched:
        NotebookWarning.NO_SUCH_INPUT.warn(notebook.docname, pattern, location=(notebook.docname, 1))
    unanswered = [name for name in notebook.asks if name in faults]
    for name in unanswered:
        NotebookWarning.NO_ANSWER.warn(notebook.docname, name, faults[name], location=(notebook.docname, 1))
    if notebook.undeclared:
        names = "\n".join(f"  - {name}" for name in notebook.undeclared)
        NotebookWarning.NOT_ASKED.warn(notebook.docname, names, location=(notebook.docname, 1))
    return bool(unanswered or notebook.undeclared)


def _say(
    found: Stale, result: Run, root: Path, unknown: Sequence[Path], changes: Sequence[str] | None
) -> None:
    """Say that a notebook was run and why; warn of a failure, and of reads that nobody declared."""
    docname = found.notebook.docname
    _log.info("ran %s in %.1f s: %s", docname, result.seconds, found.fault or _why(changes))
    if unknown:
        names = "\n".join(f"  - {_name(root, path)}" for path in unknown)
        NotebookWarning.NOT_DECLARED.warn(docname, names, location=(docname, 1))
    if result.failure:
        line = _line(found, result.failure)
        NotebookWarning.FAILED.warn(docname, result.failure.message, location=(docname, line))


def _why(changes: Sequence[str] | None) -> str:
    if changes is None:
        return NOT_KNOWN
    more = f" and {len(changes) - NAMED} more" * (len(changes) > NAMED)
    return f"{', '.join(changes[:NAMED])}{more} changed" if changes else "its results were not kept"


def _name(root: Path, path: Path) -> str:
    name = path.relative_to(root).as_posix()
    return f"{name}/ (the list of its files)" if path.is_dir() else name


def _line(found: Stale, failure: Failure) -> int:
    return 1 if failure.cell is None else int(found.node.metadata.source_map[failure.cell]) + 1


def use_all_cores(app: Sphinx, config: Config) -> None:
    """Let Sphinx work in parallel, unless an extension can't or somebody chose a number of jobs.

    `jupyter-book build` has no option for it.
    """
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
