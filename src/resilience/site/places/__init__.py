"""The files that scripts fetch when a reader asks for a place: names to find it by, and figures by council.

They stand below `_static/places/` and are written when what they are made from has changed.
"""

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from resilience.execution.notebook import state_of
from resilience.site.evidence_of import pages_of
from resilience.site.places.files import files_of
from resilience.site.states import PACKAGE, made_from, note_made_from

FOLDER = "_static/places"
EVIDENCE = ("places", "neighbourhoods")
"""Folders of the evidence that the files are made from."""
RECORDS = ("place-figures.yml", "councils.yml", "appraisal.yml", "taxonomy.yml")
CODE = ("records", "evidence", "findings", "appraisal", "places", "planning", "site/places")
"""Rooms whose code makes the files."""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Write the files at the end of a build."""
    app.connect("build-finished", _write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.name != "html":
        return
    evidence = pages_of(app.env).base.folder
    state = state_of(
        [*(evidence / name for name in EVIDENCE), *(PACKAGE / name for name in CODE)],
        [path for name in RECORDS if (path := evidence / name).exists()],
    )
    folder = Path(app.outdir) / FOLDER
    if folder.exists() and made_from(app, FOLDER) == state:
        return
    write_files(folder, files_of(pages_of(app.env)))
    note_made_from(app, FOLDER, state)


def write_files(folder: Path, texts: dict[str, str]) -> None:
    """Write those files below a folder that say something else by now, and delete those that are no more.

    What stands in other folders there, such as outlines, is not of these files.
    """
    for own in {name.partition("/")[0] for name in texts}:
        for path in (folder / own).rglob("*.json"):
            if path.relative_to(folder).as_posix() not in texts:
                path.unlink()
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
