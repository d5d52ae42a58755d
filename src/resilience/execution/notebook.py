"""A notebook and what it depends on, and what the last build found of all of them: no need to look again."""

import hashlib
import pickle
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from resilience.execution.inputs import Inputs, together
from resilience.execution.values import Content

CELLS = "its own code"
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
FILE = "notebooks.pickle"
NOT_READABLE = (OSError, EOFError, pickle.UnpicklingError, AttributeError, ImportError, TypeError, ValueError)
"""What Python raises for a file that is missing, cut off or of another version of this code."""

Stamp = str
"""The digest of a file."""


@dataclass(frozen=True)
class Notebook:
    """A page that is run, and what it depends on."""

    docname: str
    path: Path
    inputs: Inputs
    reads: tuple[str, ...]
    """The files that its front matter declares, as it writes them."""
    asks: tuple[str, ...]
    """What it asks of the evidence, by name, as its front matter declares."""
    answers: Mapping[str, Content]
    """What the answers hold, by name; one is missing where there is none."""
    undeclared: tuple[str, ...]
    """What its cells ask for besides."""
    files: Mapping[str, str]
    """The digest of each file, by name."""
    cells: str
    """The digest of its own code."""

    @property
    def parts(self) -> dict[str, str]:
        """The digest of each file, each answer and of Python, by name."""
        answers = {name: found.digest for name, found in self.answers.items()}
        return {**self.files, **answers, "Python": PYTHON}

    @cached_property
    def digest(self) -> str:
        """Tell apart all states of what it depends on; jupyter-cache itself compares the cells."""
        return together(self.parts)

    def changed(self, before: Mapping[str, str]) -> list[str]:
        """Name what differs from the parts of an earlier state, its own code among them."""
        now = self.known
        return sorted(name for name in {*now, *before} if now.get(name) != before.get(name))

    def with_answers(self, answers: Mapping[str, Content]) -> "Notebook | None":
        """Give the same notebook with the answers of now; None where other files may now be needed, too."""
        same_code = modules_of(answers) == modules_of(self.answers)
        return replace(self, answers=answers) if same_code and not self.reads else None

    @property
    def known(self) -> dict[str, str]:
        """What the next build compares with."""
        return {**self.parts, CELLS: self.cells}


Page = tuple[Stamp, Notebook | None]
"""A page and the notebook that it is, or None for plain prose."""


def modules_of(answers: Mapping[str, Content]) -> set[str]:
    """Name the modules whose code runs where some answers are used."""
    return {module for found in answers.values() for module in found.modules}


@dataclass
class Known:
    """What was found in one state of the code and the common inputs, and in one of the evidence."""

    code: str
    evidence: str
    contents: dict[str, Content] = field(default_factory=dict)
    """What the answers hold, by name."""
    pages: dict[str, Page] = field(default_factory=dict)


def read_known(folder: Path, code: str, evidence: str) -> Known:
    """Read what was found in these very states; nothing with other code, no answers with other evidence."""
    try:
        found = pickle.loads((folder / FILE).read_bytes())
    except NOT_READABLE:
        return Known(code, evidence)
    if not isinstance(found, Known) or found.code != code:
        return Known(code, evidence)
    return found if found.evidence == evidence else Known(code, evidence, pages=found.pages)


def write_known(folder: Path, known: Known) -> None:
    """Keep what was found for the next build."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_bytes(pickle.dumps(known))


def stamp(path: Path) -> Stamp:
    """Digest a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def state_of(folders: Iterable[Path], files: Iterable[Path]) -> str:
    """Digest the names and contents of all files below some folders, and of some more files.

    Not their times: a copy may keep those of another file, and a clock may be set back.
    """
    below = (path for folder in folders for path in folder.rglob("*") if "__pycache__" not in path.parts)
    told = [(str(path), stamp(path)) for path in sorted({*below, *files}) if path.is_file()]
    return hashlib.sha256(repr([sys.version, told]).encode()).hexdigest()
