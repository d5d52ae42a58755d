"""Data-aware execution: a notebook runs again when what it reads changed, and only then.

A notebook is a MyST Markdown page that is executed. Its front matter declares what it reads::

    file_format: mystnb
    reads: [evidence/studies, evidence/taxonomy.yml, evidence/places/*.csv]

Besides, it depends on the modules of this package that it imports, on `resilience_common_inputs` and on the
version of Python. The digest of all that is part of the key of its results in jupyter-cache. Stale notebooks
run side by side before Sphinx reads pages. They are watched: to read below `resilience_guarded` what was not
declared is a warning.
"""

import os

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from resilience.execution.build import Notebooks
from resilience.execution.parallel_build import alone_if_few, use_all_cores


def setup(app: Sphinx) -> ExtensionMetadata:
    """Join Sphinx: config values and the events of a build."""
    app.add_config_value("resilience_package", "src/resilience", "", str)
    app.add_config_value("resilience_common_inputs", ["requirements/site.lock"], "", list)
    app.add_config_value("resilience_guarded", ["evidence"], "", list)
    app.add_config_value("resilience_workers", os.cpu_count() or 1, "", int)
    notebooks = Notebooks()
    app.connect("config-inited", use_all_cores)
    app.connect("env-get-outdated", notebooks.find_outdated)
    app.connect("env-before-read-docs", notebooks.run_stale)
    app.connect("env-before-read-docs", alone_if_few)
    app.connect("source-read", notebooks.prepare)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
