"""Do files stand where the book looks for them, under names that can be addresses of pages?"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from resilience.checks.corpus import Corpus
from resilience.checks.problem import Code, Problem
from resilience.evidence.coding import FOLDER, TABLES
from resilience.evidence.kinds import BIBLIOGRAPHY, KINDS, kind_of
from resilience.records.base import SLUG_PATTERN

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
    "Move it to studies/, policies/, neighbourhoods/, matches/ or samples/, or delete it.",
    "study/mead-2010.yml",
)
E134 = Code(
    "E134",
    "A file that the book needs is missing",
    "The book can't be built without it.",
    "Bring it back.",
    "no outcomes.yml",
)

_FOLDERS = {kind.folder for kind in KINDS if kind.folder}
_ELSEWHERE = {"places", "pools", "schema"}
"""Folders with files of other kinds."""
README = "README.md"
"""May stand in any folder, to say what belongs there."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at the names of all files."""
    for file in corpus.files:
        yield from _name(file, corpus.shown(file))
    there = {str(file) for file in corpus.files}
    records = (f"{kind.name}.yml" for kind in KINDS if not kind.folder)
    for needed in [*records, BIBLIOGRAPHY, *(f"{FOLDER}/{name}" for name in TABLES)]:
        if needed not in there:
            yield E134.found(corpus.shown(needed), 1, f"{needed} is missing")


def _name(file: PurePosixPath, shown: str) -> Iterator[Problem]:
    if file.name.startswith(".") or file.name == README:
        return
    if file.suffix == ".yaml":
        yield E132.found(shown, 1, "the name ends in .yaml")
    elif file.suffix == ".yml" and file.parts[0] != "schema" and kind_of(file) is None:
        yield E133.found(shown, 1, "no record is read from here")
    elif file.suffix != ".yml" and str(file.parent) in _FOLDERS - _ELSEWHERE:
        yield E133.found(shown, 1, "only files that end in .yml are read here")
    elif file.suffix == ".yml" and str(file.parent) in _FOLDERS and not re.match(SLUG_PATTERN, file.stem):
        yield E131.found(shown, 1, f"{file.stem} is not in small letters, digits and single hyphens")
