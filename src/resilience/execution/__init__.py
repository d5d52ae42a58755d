"""Data-aware execution: a notebook runs again when what it shows has changed, and only then.

A notebook is a MyST Markdown page that is executed. Its front matter declares what it asks of the evidence,
by the names that its cells give to `resilience.asks.ask`, and which files it reads besides::

    file_format: mystnb
    asks: [findings.coverage.places, view.record_flow]
    reads: [evidence/places/*.csv]

The build computes the answers (whoever listens to `notebook-asks` gives them) and hands them over. Their
values, the files, the modules of this package that it imports, `resilience_common_inputs` and the version of
Python are what it depends on. The digest of all that is part of the key of its results in jupyter-cache.
Notebooks without results run side by side before Sphinx reads pages. They are watched: to ask, or to read
below `resilience_guarded`, what was not declared is a warning.
"""

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from resilience.execution.build import ASKED, Notebooks, alone_if_few, use_all_cores
from resilience.execution.settings import NotebookSettings, register


def setup(app: Sphinx) -> ExtensionMetadata:
    """Join Sphinx: config values and the events of a build."""
    register(app, NotebookSettings)
    app.add_event(ASKED)
    notebooks = Notebooks()
    app.connect("config-inited", use_all_cores)
    app.connect("env-get-outdated", notebooks.find_outdated)
    app.connect("env-before-read-docs", notebooks.run_stale)
    app.connect("env-before-read-docs", alone_if_few)
    app.connect("source-read", notebooks.prepare)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
