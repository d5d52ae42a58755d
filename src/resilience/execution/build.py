"""Follow the notebooks through one Sphinx build: which are outdated, run those, prepare their pages."""

from collections.abc import Sequence

from jupyter_cache import get_cache
from myst_nb.sphinx_ import SphinxEnvType
from sphinx.application import Sphinx

from resilience.execution import frontmatter, guard, report
from resilience.execution.kernels import Watch
from resilience.execution.parallel import keep, run_all
from resilience.execution.run import Run
from resilience.execution.stale import Stale, stale
from resilience.execution.survey import Notebook, package_of, root_of, survey


class Notebooks:
    """The notebooks of one build. Sphinx reads in forked processes, which see what was found before."""

    def __init__(self) -> None:
        self._all: dict[str, Notebook] = {}
        self._broken: set[str] = set()

    def find_outdated(self, app: Sphinx, env: SphinxEnvType, *_: object) -> list[str]:
        """Give the pages whose inputs, code or environment changed, or that had no results."""
        caching = env.mystnb_config.execution_mode == "cache"
        self._all = survey(app) if caching else {}
        self._broken = set()
        for notebook in self._all.values():
            report.unmatched(notebook)
        known: dict[str, str] = getattr(env, "notebook_digests", {})
        return [name for name, notebook in self._all.items() if known.get(name) != notebook.digest]

    def run_stale(self, app: Sphinx, env: SphinxEnvType, docnames: Sequence[str]) -> None:
        """Run the notebooks among the pages to read that are not in the cache."""
        root = root_of(app)
        watch = Watch(tuple(root / folder for folder in app.config.resilience_guarded), package_of(app))
        cache = get_cache(env.mystnb_config.execution_cache_path)

        def finished(found: Stale, result: Run) -> None:
            undeclared = guard.undeclared(result.used, found.notebook.inputs, watch.package)
            report.run(found, result, root, undeclared)
            if undeclared or result.failure:
                self._broken.add(found.notebook.docname)
            else:
                keep(cache, found, result)

        waiting = stale(env, cache, [self._all[name] for name in docnames if name in self._all])
        timeout = env.mystnb_config.execution_timeout
        run_all(waiting, watch, app.config.resilience_workers, finished, timeout=timeout)
        # Sphinx forks next, and a connection to SQLite must not be shared.
        cache.db.dispose()
        # A broken notebook has no digest, so the next build runs it again.
        env.notebook_digests = {
            name: notebook.digest for name, notebook in self._all.items() if name not in self._broken
        }

    def prepare(self, app: Sphinx, docname: str, content: list[str]) -> None:
        """Tie a page to the files it depends on and to its results in the cache."""
        if notebook := self._all.get(docname):
            for file in notebook.inputs.files:
                app.env.note_dependency(file)
            run = docname not in self._broken
            content[0] = frontmatter.with_inputs(content[0], notebook.digest, run=run)
