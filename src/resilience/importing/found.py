"""What a reader of any format hands on: the values of an entry by our names of fields, and all the rest."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass
class Found:
    """One entry of an export as it stands there, nothing cleaned; `fault` says why it can't be read."""

    line: int
    """Where it starts in the file; for JSON, the number of the entry."""
    fields: dict[str, list[str]] = field(default_factory=dict)
    """By our names: those of a work, and a few more.

    `authors` holds all authors in one value; `label` is what a person who screened the work said;
    `abstract` belongs to its publisher and is not kept; `dropped` means nothing outside the program that
    wrote it, such as the place of a file.
    """
    rest: list[tuple[str, str]] = field(default_factory=list)
    """What has no field here, each with the name that the export gives it."""
    fault: str = ""
    """What is wrong and how to mend it."""

    def put(self, name: str, theirs: str, values: Iterable[str]) -> None:
        """Take values of a field that the export calls `theirs`; what it has no room for goes to the rest."""
        for value in values:
            if not value.strip():
                continue
            held = self.fields.setdefault(name, [])
            if name in MANY or not held:
                held.append(value)
            elif value.strip() not in (one.strip() for one in held):
                self.rest.append((theirs, value))

    def put_all(self, names: Mapping[str, str], values: Mapping[str, list[str]]) -> None:
        """Take all values, in the order of `names`, which gives our name for each of theirs."""
        for theirs, ours in names.items():
            if theirs in values:
                self.put(ours, theirs, values[theirs])
        for theirs, given in values.items():
            if theirs not in names:
                self.rest += [(theirs, value) for value in given if value.strip()]


MANY = ("author", "authors", "editor", "abstract", "dropped", "note", "label", "url")
"""Fields of which an entry may have several values."""
