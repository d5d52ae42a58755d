"""Find the notebooks of the book, all that each depends on, and those that have no results yet."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from jupyter_cache.cache.main import JupyterCacheBase
from myst_nb.core.read import MystMetadataParsingError, create_nb_reader, is_myst_markdown_notebook
from myst_nb.sphinx_ import SphinxEnvType
from nbformat import NotebookNode
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

from resilience.execution.imports import CodeBase, asked_in
from resilience.execution.inputs import Digester, Inputs, expand, listed, with_inputs
from resilience.execution.kept import has_results
from resilience.execution.notebook import Known, Notebook, Page, Stamp, modules_of, stamp
from resilience.execution.values import Answers


def root_of(app: Sphinx) -> Path:
    """Give the real path of the repository, which is what a kernel notes."""
    return Path(app.srcdir).resolve()


def package_of(app: Sphinx) -> Path:
    """Give the folder of the package whose modules notebooks import."""
    return root_of(app) / str(app.config.resilience_package)


def survey(app: Sphinx, answers: Answers, known: Known) -> dict[str, Notebook]:
    """Give each notebook of the book by its docname, and note what was found of each page."""
    code, digester = CodeBase(package_of(app)), Digester(root_of(app))
    pages: dict[str, Page] = {}
    for docname in sorted(app.env.found_docs):
        path = Path(app.env.doc2path(docname))
        if path.suffix == ".md":
            found = _as_known(known.pages.get(docname), stamp(path), answers)
            pages[docname] = found or (stamp(path), _notebook(app, docname, path, code, digester, answers))
    known.pages = pages
    return {docname: notebook for docname, (_, notebook) in pages.items() if notebook}


def _as_known(before: Page | None, now: Stamp, answers: Answers) -> Page | None:
    """Give what was found of a page before, with the answers of now; None where it must be looked at."""
    if before is None or before[0] != now:
        return None
    if before[1] is None:
        return before
    notebook = before[1].with_answers(answers.contents(before[1].asks))
    return (now, notebook) if notebook else None


def _notebook(
    app: Sphinx, docname: str, path: Path, code: CodeBase, digester: Digester, answers: Answers
) -> Notebook | None:
    text = path.read_text("utf-8-sig")
    if not is_myst_markdown_notebook(text):
        return None
    cells = [cell.source for cell in read(app.env, path, text).cells if cell.cell_type == "code"]
    reads = tuple(listed(text, "reads"))
    declared = expand(root_of(app), [*app.config.resilience_common_inputs, *reads])
    asks = tuple(listed(text, "asks"))
    contents = answers.contents(asks)
    classes = [f"import {module}" for module in modules_of(contents)]
    inputs = declared | Inputs(code.needed_by([*cells, *classes]))
    return Notebook(
        docname=docname,
        path=path,
        inputs=inputs,
        reads=reads,
        asks=asks,
        undeclared=tuple(sorted(asked_in(cells) - {*asks})),
        answers=contents,
        files=digester.of(inputs.files),
        cells=hashlib.sha256(repr(cells).encode()).hexdigest(),
    )


def read(env: SphinxEnvType, path: Path, text: str) -> NotebookNode:
    """Read a notebook's text as MyST-NB will.

    Raises ExtensionError where a cell's options can't be read.
    """
    reader = create_nb_reader(str(path), env.myst_config, env.mystnb_config, text)
    try:
        node: NotebookNode = reader.read(text)
    except MystMetadataParsingError as error:
        raise ExtensionError(f"{path}: {error}") from error
    return node


@dataclass(frozen=True)
class Stale:
    """A notebook to run, as the page will be read."""

    notebook: Notebook
    node: NotebookNode
    fault: str = ""
    """What is wrong with the results that were kept."""


def stale(env: SphinxEnvType, cache: JupyterCacheBase, notebooks: Iterable[Notebook]) -> list[Stale]:
    """Give those notebooks that were never run with the inputs, code and environment of now."""
    return [found for notebook in notebooks if (found := _to_run(cache, _as_read(env, notebook)))]


def _as_read(env: SphinxEnvType, notebook: Notebook) -> Stale:
    text = with_inputs(notebook.path.read_text("utf-8-sig"), notebook.digest, run=True)
    return Stale(notebook, read(env, notebook.path, text))


def _to_run(cache: JupyterCacheBase, found: Stale) -> Stale | None:
    try:
        return None if has_results(cache, found.node) else found
    except ValueError as error:
        return replace(found, fault=str(error))
