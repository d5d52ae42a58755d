"""Files that readers take with them: studies as CSV, RIS and BibTeX, gap map, searches, sheets."""

from importlib.metadata import version
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.typing import ExtensionMetadata

from resilience.datapackage import FOLDER as PACKAGE
from resilience.datapackage import write_package
from resilience.evidence.csl import to_csl
from resilience.evidence.ris import to_ris
from resilience.evidence.saving import write_if_other
from resilience.evidence.works import write_bibtex
from resilience.records.study import Study
from resilience.site.downloads.groups import FILE as GROUPS
from resilience.site.downloads.groups import groups_csv
from resilience.site.downloads.record_files import write_record_files
from resilience.site.downloads.searches import SCREENED, SEARCHES, screened_csv, searches_csv
from resilience.site.downloads.tables import GAP_MAP, gap_map_csv, study_csv
from resilience.site.evidence_of import pages_of
from resilience.site.pages.common import Pages
from resilience.site.pages.meeting import meeting_facts
from resilience.site.states import made_from, note_made_from, state_of_build
from resilience.site.wording.as_markdown import as_markdown
from resilience.site.wording.values import Passage

FOLDER = "_static/data"
ALL = "all-studies"
CSL = ".csl.json"
"""The ending of files for citation processors."""
SPREADSHEET_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Tells spreadsheets that a file is UTF-8."""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Join Sphinx: write the files while the book is built."""
    app.connect("env-updated", _write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _write(app: Sphinx, env: BuildEnvironment) -> list[str]:
    folder = Path(app.outdir) / FOLDER
    # Their links are whole addresses.
    state = f"{state_of_build(app)} {app.config.html_baseurl}".strip()
    if app.builder.format == "html" and not (folder.exists() and made_from(app, FOLDER) == state):
        pages = pages_of(env)
        write_downloads(pages, folder, app.config.html_baseurl)
        write_record_files(pages, Path(app.outdir))
        write_package(
            pages.data_sheets,
            Path(app.outdir) / PACKAGE,
            title=app.config.html_title,
            version=version("resilience"),
            address=app.config.html_baseurl,
        )
        note_made_from(app, FOLDER, state)
    return []


def write_downloads(pages: Pages, folder: Path, address: str = "") -> None:
    """Write a sheet for each activity type, three files where it has studies, and three for all.

    The gap map has a table, and the logs of searches have two. Once there are neighbourhoods outside the
    programme, they have a table too.

    Links in sheets start with the `address` of the site, where it is known.
    """
    _write_set(pages, folder / ALL, list(pages.base.studies.values()))
    for slug, type_ in pages.base.types.items():
        sheet = Passage("pages/meeting_file", meeting_facts(pages, type_))
        _write_text(folder / f"{slug}-meeting.md", as_markdown(sheet, address))
        if studies := pages.joins.studies_by_type.get(slug, []):
            _write_set(pages, folder / slug, studies)
    _write_text(folder / GAP_MAP, gap_map_csv(pages))
    _write_text(folder / SEARCHES, searches_csv(pages.base))
    _write_text(folder / SCREENED, screened_csv(pages.base))
    if pages.base.other_neighbourhoods:
        _write_text(folder / GROUPS, groups_csv(pages))


def _write_set(pages: Pages, path: Path, studies: list[Study]) -> None:
    works = {study.key: pages.base.references[study.key] for study in studies}
    _write_text(path.with_suffix(".csv"), study_csv(pages.base, studies))
    _write_text(path.with_suffix(".ris"), to_ris(works.values()))
    _write_text(path.with_suffix(".bib"), write_bibtex(works))
    _write_text(path.with_suffix(CSL), to_csl(works.values()))


def _write_text(file: Path, text: str) -> None:
    write_if_other(file, (SPREADSHEET_MARK * (file.suffix == ".csv") + text).encode())
