"""Do files stand where the book looks for them, under names that can be addresses of pages?"""

import re
from collections.abc import Iterator, Set
from pathlib import PurePosixPath

from resilience.checks.corpus import Corpus, meant_name, original_of
from resilience.checks.likeness import alike
from resilience.checks.problem import Code, Problem
from resilience.evidence.coding import FOLDER as CODES
from resilience.evidence.coding import TABLES as CODING_TABLES
from resilience.evidence.country import NEIGHBOURS, table_of
from resilience.evidence.kinds import BIBLIOGRAPHY, KINDS, SCHEMA_FOLDER, kind_of
from resilience.evidence.learnt import FOLDER as LEARNT
from resilience.evidence.outlines import COUNCILS as OUTLINE_COUNCILS
from resilience.evidence.outlines import OUTLINES
from resilience.records.base import SLUG_PATTERN
from resilience.records.slugs import as_slug
from resilience.records.vocabulary import Nation

E131 = Code(
    "E131",
    "A file name that can't be an address",
    "The name becomes the permanent address of the record's page.",
    "Use small letters, digits and single hyphens, such as smith-2024-warm-homes.yml.",
    "studies/Smith 2024.yml",
)
E132 = Code(
    "E132",
    "The ending .yaml",
    "The book reads only files that end in .yml.",
    "Rename it to end in .yml.",
    "studies/mead-2010.yaml",
)
E133 = Code(
    "E133",
    "A file in a place where nothing is read",
    "It would never be shown.",
    "Move it to studies/, policies/, neighbourhoods/, searches/, matches/ or samples/, or delete it.",
    "study/mead-2010.yml",
)
E134 = Code(
    "E134",
    "A file that the book needs is missing",
    "The book can't be built without it.",
    "Bring it back.",
    "no outcomes.yml",
)

W135 = Code(
    "W135",
    "A file that a program left behind",
    "It says nothing about the evidence, and others would get it too.",
    "Delete it.",
    "studies/.DS_Store",
)
E137 = Code(
    "E137",
    "A copy of a record",
    "What stands in it would count twice.",
    "Delete the copy; a record of its own needs a name of its own.",
    "studies/mead-2010 copy.yml, beside studies/mead-2010.yml",
)

_OF_KINDS = {kind.folder: kind for kind in KINDS if kind.folder}
_TABLES = ("places", "pools", CODES, LEARNT)
"""Folders with tables; which columns these may have is said by the README of each."""
_OF_PLACES = {*(table_of(nation) for nation in Nation), NEIGHBOURS, OUTLINES, OUTLINE_COUNCILS}
README = "README.md"
"""May stand in any folder, to say what belongs there."""
_LEFT_BEHIND = re.compile(
    r"\..*|~.*|.*~|thumbs\.db|desktop\.ini|.*\.(?:bak|orig|rej|swp|tmp|part|crdownload)", re.IGNORECASE
)
_ENDINGS = {
    (
        ".md",
        ".txt",
        ".rtf",
    ): "What coders need to know belongs in `notes` of a record, all else outside evidence/.",
    (".pdf", ".doc", ".docx", ".odt", ".html", ".htm", ".png", ".jpg"): (
        "Keep it elsewhere: a record gives the address of what was read under `provenance.seen`."
    ),
    (".bib", ".ris", ".nbib", ".enw"): f"Put its works into {BIBLIOGRAPHY}, and delete it.",
    (".csv", ".tsv", ".xlsx", ".xls", ".ods", ".gz"): (
        "Tables of results stand in pools/, those of places in places/: their READMEs say which."
    ),
}
"""What to do with a file of another kind, by its ending."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at the names of all files."""
    there = {str(file) for file in corpus.files}
    for file in corpus.files:
        if not (corpus.folder / file).is_symlink():
            yield from _name(corpus, file, there)
    records = (f"{kind.name}.yml" for kind in KINDS if not kind.folder)
    for needed in [*records, BIBLIOGRAPHY, *(f"{CODES}/{name}" for name in CODING_TABLES)]:
        if needed not in there:
            yield E134.found(corpus.shown(needed), 1, f"{needed} is missing")


def _name(corpus: Corpus, file: PurePosixPath, there: Set[str]) -> Iterator[Problem]:
    shown, kind = corpus.shown(file), kind_of(file)
    original = file.with_name(f"{original_of(file.stem)}.yml")
    if kind and kind.folder and original != file and str(original) in there:
        yield E137.found(shown, 1, f"by its name this is a copy of {original.name}")
    elif kind and kind.folder and not re.fullmatch(SLUG_PATTERN, file.stem):
        mend = f"Rename it to {meant_name(file.stem)}.yml." if as_slug(file.stem) else ""
        yield E131.found(
            shown, 1, f"{file.stem} is not in small letters, digits and single hyphens", mend=mend
        )
    elif kind or _is_claimed(file):
        return
    elif file.suffix == ".yaml":
        yield E132.found(shown, 1, "the name ends in .yaml", mend=f"Rename it to {file.stem}.yml.")
    elif file.suffix != ".yml" and _LEFT_BEHIND.fullmatch(file.name):
        yield W135.found(shown, 1, "no record is read from here")
    else:
        yield E133.found(shown, 1, "nothing is read from here", mend=_where(file))


def _is_claimed(file: PurePosixPath) -> bool:
    """Say whether something that is no record is read from a file."""
    folder = str(file.parent)
    if file.name == README:
        return folder in {".", SCHEMA_FOLDER, *_TABLES, *_OF_KINDS}
    if folder == SCHEMA_FOLDER:
        return file.suffix == ".json"
    if file.suffix == ".csv":
        return folder in _TABLES
    return file == PurePosixPath(BIBLIOGRAPHY) or (folder == "places" and file.name in _OF_PLACES)


def _where(file: PurePosixPath) -> str:
    """Say what to do with a file from which nothing is read."""
    inner = PurePosixPath(file.stem)
    if inner.suffix in (".yml", ".yaml"):
        return f"Rename it to {inner.stem}.yml."
    for endings, mend in _ENDINGS.items():
        if file.suffix.lower() in endings:
            return mend
    if len(file.parts) > 1 and file.suffix == ".yml":
        names = {kind.name: folder for folder, kind in _OF_KINDS.items()} | {name: name for name in _OF_KINDS}
        if found := alike(file.parts[0], names):
            return f"Move it to {names[found[0]]}/, or delete it."
    return ""
