"""The entries of `references.bib` with their lines, as the rules see them."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from resilience.evidence.bib_entry import Aside, HouseEntry, house_entry, text_of
from resilience.evidence.bibtex import BibField, BibText, Told, read_bibtex


@dataclass(frozen=True)
class Work:
    """One entry, under our names of fields."""

    held: HouseEntry

    @property
    def key(self) -> str:
        """The name of the entry."""
        return self.held.entry.key

    @property
    def line(self) -> int:
        """The line where the entry begins."""
        return self.held.entry.line

    @property
    def fields(self) -> dict[str, BibField]:
        """The fields that we keep."""
        return self.held.kept

    @property
    def aside(self) -> tuple[tuple[BibField, Aside], ...]:
        """The fields that we don't keep, and why."""
        return self.held.aside

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {name: text_of(name, field.value) for name, field in self.fields.items()}

    def text(self, name: str) -> str:
        """Give a field as readers see it, or an empty text where it is absent."""
        return self._texts.get(name, "")

    def raw(self, name: str) -> str:
        """Give a field as it is typed, or an empty text where it is absent."""
        return self.fields[name].value if name in self.fields else ""

    def line_of(self, name: str) -> int:
        """Give the line of a field, or of the entry where it is absent."""
        return self.fields[name].line if name in self.fields else self.line


class Catalogue(NamedTuple):
    """The whole bibliography."""

    works: list[Work]
    slips: tuple[Told, ...]
    """What is wrong with the notation."""


def read_catalogue(text: str) -> Catalogue:
    """Read BibTeX text, entry by entry; a broken entry does not hide the others."""
    found: BibText = read_bibtex(text)
    return Catalogue([Work(house_entry(entry)) for entry in found.entries], found.slips)
