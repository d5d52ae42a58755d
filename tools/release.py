"""Pack an edition: the site and the evidence as archives, citation, DOI metadata, notes and checksums.

`python tools/release.py` writes `_build/release` from what was built and what the files name
(`tools/edition.py`).
"""

import hashlib
import json
import shutil
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import yaml
from citation import datacite
from edition import CHANGES, CITATION, EditionError, named, notes_of

from resilience.evidence import load

ROOT = Path(__file__).parents[1]
SITE = "_build/html"
RELEASE = "_build/release"
STEM = "neighbourhood-resilience-evidence"
WITH_EVIDENCE = ("evidence", "LICENSE-EVIDENCE", CITATION, CHANGES)
NOTES, SUMS, DOI = "notes.md", "SHA256SUMS", "datacite.json"


def archive(target: Path, files: Mapping[str, Path], day: date) -> None:
    """Zip files under their names: the same bytes for the same files, whenever it is done."""
    with ZipFile(target, "w", ZIP_DEFLATED) as packed:
        for name, path in sorted(files.items()):
            entry = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, path.read_bytes())


def files_in(root: Path, parts: Iterable[str], below: str) -> dict[str, Path]:
    """Name the files of folders as they stand in an archive."""
    found = {}
    for part in parts:
        top = root / part
        for path in [top] if top.is_file() else (path for path in top.rglob("*") if path.is_file()):
            found[f"{below}/{path.relative_to(root).as_posix()}"] = path
    return found


def sums(folder: Path) -> str:
    """Give the checksums of all files of a folder, in the form that `sha256sum --check` reads."""
    files = sorted(path for path in folder.iterdir() if path.name not in (SUMS, NOTES))
    return "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files)


def counts_in(root: Path) -> dict[str, int]:
    """Count the records of each kind that readers ask for."""
    base = load(root / "evidence")
    return {
        "studies": len(base.studies),
        "policies": len(base.policies),
        "neighbourhoods": len(base.all_neighbourhoods),
        "activity types": len(base.types),
    }


def notes(changes: str, name: str, counts: Mapping[str, int]) -> str:
    """Write what stands on the page of the release."""
    held = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    return (
        f"The edition of {name} holds {held}.\n\n"
        f"`{STEM}-{name}.zip` has the records, and `{STEM}-{name}-site.zip` the book as it was: "
        "unpack it and open `index.html`.\n"
        f"To check what you downloaded: `sha256sum --check --ignore-missing {SUMS}`.\n"
        f"To cite it: `{CITATION}`.\n\n{notes_of(changes, name)}"
    )


def pack(root: Path, counts: Mapping[str, int]) -> Path:
    """Write all files of the edition that is named, and give their folder; raises EditionError."""
    name = named(root)
    citation: dict[str, Any] = yaml.safe_load((root / CITATION).read_text("utf-8"))
    day = date.fromisoformat(str(citation["date-released"]))
    site = root / SITE
    if not (site / "index.html").is_file():
        raise EditionError("There is no built site. Run `make site` first.")
    folder = root / RELEASE
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    below = f"{STEM}-{name}"
    archive(folder / f"{below}.zip", files_in(root, WITH_EVIDENCE, below), day)
    archive(
        folder / f"{below}-site.zip",
        files_in(site, sorted(p.name for p in site.iterdir()), f"{below}-site"),
        day,
    )
    shutil.copyfile(root / CITATION, folder / CITATION)
    (folder / DOI).write_text(
        json.dumps(datacite(citation, counts), indent=2, ensure_ascii=False) + "\n", "utf-8"
    )
    (folder / SUMS).write_text(sums(folder), "utf-8")
    (folder / NOTES).write_text(notes((root / CHANGES).read_text("utf-8"), name, counts), "utf-8")
    return folder


if __name__ == "__main__":
    try:
        print(f"The edition is in {pack(ROOT, counts_in(ROOT))}.")
    except EditionError as error:
        sys.exit(str(error))
