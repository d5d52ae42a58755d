"""What every step is given: the facts on record, the walk, the place, and the places of its nation."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from resilience.places.nation import NationTable
from resilience.planning.walk import Walk


@dataclass(frozen=True)
class Standing:
    """How a place stands, as the file of its council has it (`from_records/council_file`).

    The file of a neighbourhood of the programme has the same form and one place.
    """

    file: Mapping[str, Any]
    place: Mapping[str, Any]

    @property
    def name(self) -> str:
        """Name the place."""
        return str(self.place["name"])

    @property
    def nation(self) -> str:
        """Name the nation."""
        return str(self.file["nation"])

    @property
    def better(self) -> dict[str, float | None]:
        """Give the share of the nation's places that are better off, of 100, by figure."""
        return dict(zip(self.file["figures"], self.place["better"], strict=True))


@dataclass(frozen=True)
class Given:
    """What a step is given; a part that is not known is None."""

    facts: Mapping[str, Any]
    """By the name of what reads it: `common`, and a key for each step that needs facts of its own."""
    walk: Walk
    standing: Standing | None = None
    table: NationTable | None = None
    """All places of the nation, needed to compare."""
