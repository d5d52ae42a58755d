"""Find the notebooks whose results are not in the cache."""

from collections.abc import Iterable
from dataclasses import dataclass

from jupyter_cache.base import JupyterCacheAbstract
from myst_nb.sphinx_ import SphinxEnvType
from nbformat import NotebookNode

from resilience.execution import frontmatter
from resilience.execution.survey import Notebook, read


@dataclass(frozen=True)
class Stale:
    """A notebook to run, as the page will be read."""

    notebook: Notebook
    node: NotebookNode


def stale(env: SphinxEnvType, cache: JupyterCacheAbstract, notebooks: Iterable[Notebook]) -> list[Stale]:
    """Give those notebooks that were never run with the inputs, code and environment of now."""
    return [found for notebook in notebooks if not _cached(cache, found := _as_read(env, notebook))]


def _as_read(env: SphinxEnvType, notebook: Notebook) -> Stale:
    text = frontmatter.with_inputs(notebook.path.read_text("utf-8-sig"), notebook.digest, run=True)
    return Stale(notebook, read(env, notebook.path, text))


def _cached(cache: JupyterCacheAbstract, found: Stale) -> bool:
    try:
        cache.match_cache_notebook(found.node)
    except KeyError:
        return False
    return True
