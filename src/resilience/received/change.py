"""What a filled form asks of the evidence."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from resilience.drafts.draft import Draft
from resilience.evidence import EvidenceBase
from resilience.received.answers import Answers

LONGEST_NAME = 120
"""Letters of a name; files can't have many more."""


@dataclass(frozen=True)
class Change:
    """A change that is not made yet."""

    record: str
    """The record by its folder and name, made of small letters, digits, hyphens and one slash."""
    save: Callable[[EvidenceBase], list[Path]]
    """Makes it in some evidence, and gives the files; raises EvidenceError where it can't be made."""


def begun(answers: Answers, id: str, draft: Draft) -> Change | None:
    """Make the change that writes a draft; `id` is the question whose answer names it."""
    if len(draft.name) > LONGEST_NAME:
        answers.wrong(id, "The words are too long for the name of a record. Use shorter ones.")
        return None
    return Change(f"{draft.kind.folder}/{draft.name}", lambda base: draft.save(base, bare=True))
