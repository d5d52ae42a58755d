"""An import from the files to the table, with what must be said of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from resilience.official.by_lsoa import by_lsoa
from resilience.official.by_ward import by_ward
from resilience.official.joined import Joined, join
from resilience.official.read import Given
from resilience.official.sources import Vintage
from resilience.official.table import Table


@dataclass(frozen=True)
class Wanted:
    """What was asked for."""

    by: Literal["lsoa", "ward"] = "lsoa"
    vintage: Vintage | None = None
    """The census of the LSOAs; none means that of the files, and 2011 where they differ."""
    councils: Sequence[str] = ()
    """Names or codes; none means all."""


@dataclass(frozen=True)
class Imported:
    """The table, and the files as they were joined for it."""

    table: Table
    joined: Joined
    wanted: Wanted


def import_places(given: Given, wanted: Wanted = Wanted()) -> Imported:
    """Make the table that is wanted; raises CannotImport."""
    joined = join(given, wanted.vintage, wanted.councils)
    table = by_ward(joined) if wanted.by == "ward" else by_lsoa(joined)
    return Imported(table, joined, wanted)
