"""Made-up files in the layouts of an import of all places, and what the importer makes of them.

Two wards, one of them in a council with a new code, two Welsh wards, one with a merged LSOA, a Scottish
zone with an empty data zone, two areas in Northern Ireland. Codes are of no real area.
"""

import csv
import gzip
import io
import shutil
from pathlib import Path

from tests.frozen import book

from resilience.official.country import Made, make_country
from resilience.official.faults import CannotImport, sentences
from resilience.records.area import SmallArea

FILES = Path(__file__).with_name("files")
DICTIONARY = book().place_figures
NEIGHBOURHOOD = [
    SmallArea("north", code, code, "North", 0, 0, 1, 1, 1, 1) for code in ("E01900001", "E01800040")
]


def made(paths: list[Path]) -> Made:
    """Import files."""
    return make_country(paths, DICTIONARY, NEIGHBOURHOOD)


def given(folder: Path = FILES) -> list[Path]:
    """Give the files of a folder."""
    return sorted(path for path in folder.iterdir())


def rows(one: Made, name: str) -> dict[str, dict[str, str]]:
    """Give the rows of a table by their codes."""
    content = one.files[name]
    text = gzip.decompress(content).decode() if name.endswith(".gz") else content.decode()
    return {row["code"]: row for row in csv.DictReader(io.StringIO(text))}


def changed(folder: Path, name: str, old: str, new: str) -> list[Path]:
    """Copy all files, with a piece of one of them replaced, which must stand there just once."""
    shutil.copytree(FILES, folder, dirs_exist_ok=True)
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return given(folder)


def refusals(paths: list[Path]) -> list[str]:
    """Give the sentences with which files are refused, without the folder."""
    try:
        made(paths)
    except CannotImport as error:
        folder = f"{paths[0].parent.as_posix()}/"
        return [sentence.replace(folder, "").rstrip() for sentence in sentences(error.faults)]
    raise AssertionError("nothing was refused")
