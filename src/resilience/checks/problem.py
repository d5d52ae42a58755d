"""What a check finds, the codes under which it finds it, and the small wordings that messages share."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from resilience.checks.likeness import alike


class Severity(StrEnum):
    """Whether a problem stops a contribution."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend, at one place."""

    path: str
    """From the root of the repository, with forward slashes."""
    line: int
    field: str
    """Such as `outcomes[0].effect`; empty where the whole file is meant."""
    code: str
    message: str
    mend: str
    severity: Severity

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" + (f" {self.field}:" if self.field else ":")
        return f"{place} {self.message} [{self.code}]. {self.mend}"


@dataclass(frozen=True, order=True)
class Code:
    """A kind of problem: declared once, next to the rule that finds it."""

    code: str
    """E for an error, W for a warning, and a number that is never given to another problem."""
    title: str
    why: str
    mend: str
    example: str
    """What fires it, as it would stand in a file."""

    @property
    def severity(self) -> Severity:
        """Errors stop a contribution; warnings ask for a look."""
        return Severity.ERROR if self.code.startswith("E") else Severity.WARNING

    def found(self, path: str, line: int, message: str, *, field: str = "", mend: str = "") -> Problem:
        """Report this kind of problem at a place; `mend` where a more exact one than usual is known."""
        return Problem(path, line, field, self.code, message, mend or self.mend, self.severity)


def meant(word: str, known: Iterable[str]) -> str:
    """Suggest the known word that an unknown one was probably meant to be; nothing where none is like it."""
    found = alike(word, known)
    return f"Did you mean {' or '.join(found)}?" if found else ""


def listed(words: Iterable[str]) -> str:
    """Write words as a list in a sentence."""
    return ", ".join(words)


def shortened(value: object, length: int = 60) -> str:
    """Show a value from a file on one line."""
    text = " ".join(str(value).split())
    return text if len(text) <= length else text[: length - 1] + "…"


def plainly(number: float | None) -> str:
    """Write a number without needless zeros."""
    return "none" if number is None else f"{number:.12g}"
