"""A work as an export of a library describes it, before anyone has looked at what stands in its fields."""

from typing import NamedTuple


class Entry(NamedTuple):
    """One record of an export, in plain text; what it does not say is empty."""

    id: str
    title: str = ""
    authors: tuple[str, ...] = ()
    """Each as "Family, Given", or the whole name where nothing tells the two apart."""
    year: str = ""
    journal: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    doi: str = ""
    isbn: str = ""
    kind: str = ""
    """The type as BibTeX calls it, such as `article` or `inproceedings`."""
    booktitle: str = ""
    abstract: str = ""
