"""Find the notebooks of the book and all that each depends on."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from myst_nb.core.read import MystMetadataParsingError, create_nb_reader, is_myst_markdown_notebook
from myst_nb.sphinx_ import SphinxEnvType
from nbformat import NotebookNode
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

from resilience.execution import frontmatter
from resilience.execution.digest import Digester
from resilience.execution.imports import CodeBase
from resilience.execution.inputs import Inputs, expand

PYTHON = f"python {sys.version_info.major}.{sys.version_info.minor}"


@dataclass(frozen=True)
class Notebook:
    """A page that is run: what it depends on, and the digest of all that."""

    docname: str
    path: Path
    inputs: Inputs
    digest: str


def root_of(app: Sphinx) -> Path:
    """Give the real path of the repository, which is what a kernel notes."""
    return Path(app.srcdir).resolve()


def package_of(app: Sphinx) -> Path:
    """Give the folder of the package whose modules notebooks import."""
    return root_of(app) / str(app.config.resilience_package)


def survey(app: Sphinx) -> dict[str, Notebook]:
    """Give each notebook of the book by its docname."""
    root = root_of(app)
    code, digester = CodeBase(package_of(app)), Digester(root)
    notebooks = {}
    for docname, path, text in _texts(app.env):
        declared = expand(root, [*app.config.resilience_common_inputs, *_declared(text)])
        inputs = declared | Inputs(code.needed_by(_cells(read(app.env, path, text))))
        notebooks[docname] = Notebook(docname, path, inputs, digester.of(inputs.files, [PYTHON]))
    return notebooks


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


def _texts(env: SphinxEnvType) -> Iterator[tuple[str, Path, str]]:
    for docname in sorted(env.found_docs):
        path = Path(env.doc2path(docname))
        if path.suffix == ".md" and is_myst_markdown_notebook(text := path.read_text("utf-8-sig")):
            yield docname, path, text


def _cells(node: NotebookNode) -> list[str]:
    return [cell.source for cell in node.cells if cell.cell_type == "code"]


def _declared(text: str) -> list[str]:
    reads = frontmatter.read(text).get("reads") or []
    return [str(pattern) for pattern in reads] if isinstance(reads, list) else [str(reads)]
