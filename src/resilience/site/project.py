"""Where pages come from: prose and notebooks as Sphinx finds them, and one page a record beside them."""

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.project import Project

from resilience.site.evidence_of import pages_of
from resilience.site.pages.catalogue import docnames

RECORD_SUFFIX = ".yml"


class RecordProject(Project):
    """A project in which records are sources too, under short names such as `studies/<key>`.

    Several pages may share one file: each activity type is a page of `taxonomy.yml`.
    """

    record_paths: dict[str, str]
    """The source file of each record page, relative to the repository."""

    def discover(self, *args: Any, **kwargs: Any) -> set[str]:
        """Find prose and notebooks, leave out other YAML files, and add a page for each record."""
        super().discover(*args, **kwargs)
        # Sphinx offers no public way to give a page a name that is not its path.
        paths = {name: path for name, path in self._docname_to_path.items() if path.suffix != RECORD_SUFFIX}
        self._docname_to_path = paths | {name: Path(path) for name, path in self.record_paths.items()}
        self.docnames = set(self._docname_to_path)
        return self.docnames


def use_records(app: Sphinx) -> None:
    """Put a project that knows the records in the place of Sphinx's own."""
    project = RecordProject(app.project.srcdir, app.project.source_suffix)
    project.restore(app.project)
    project.record_paths = dict(docnames(pages_of(app.env).base))
    app.project = app.env.project = project


def delete_removed(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Delete the pages of records and prose that are no more, which Sphinx would leave standing."""
    for docname in removed:
        (Path(app.outdir) / f"{docname}.html").unlink(missing_ok=True)
    return []
