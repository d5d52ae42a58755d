"""An import: from official files, each recognised by its header, to the table that is wanted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from resilience.official.deprivation import is_deprivation, read_deprivation
from resilience.official.faults import CannotImport, Fault
from resilience.official.fuel_poverty import FIRST_LILEE_YEAR, read_fuel_poverty
from resilience.official.joined import Joined, join
from resilience.official.lookups import is_lookup, read_lookup
from resilience.official.sheet import Sheet, read_sheet
from resilience.official.sources import Areas, Changes, Given, Source, Vintage, WardLookup
from resilience.official.tables import Table, by_lsoa, by_ward


@dataclass(frozen=True)
class FuelPoverty:
    """What is said of the fuel poverty table where it does not say it itself."""

    year: int | None = None
    lsoas: Vintage | None = None


def read_files(paths: Sequence[Path], encoding: str = "utf-8", fuel: FuelPoverty = FuelPoverty()) -> Given:
    """Read official files in any order; raises CannotImport with the faults of all of them."""
    sources: list[Source] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            sources.append(_read(path, encoding, fuel))
        except CannotImport as error:
            faults += error.faults
    figures = tuple(one for one in sources if isinstance(one, Areas))
    wards = [one for one in sources if isinstance(one, WardLookup)]
    changes = [one for one in sources if isinstance(one, Changes)]
    faults += _given_twice(figures)
    more = [one.file for one in wards[1:]] + [one.file for one in changes[1:]]
    faults += [Fault(file, 0, "", "Another look-up of this kind is given too.", "Give one.") for file in more]
    if not figures and not faults:
        mend = "Give the Indices of Deprivation, File 7, or the fuel poverty table of LSOAs."
        faults.append(Fault(paths[0].as_posix(), 0, "", "No file with figures is given.", mend))
    if faults:
        raise CannotImport(faults)
    return Given(figures, wards[0] if wards else None, changes[0] if changes else None)


def _read(path: Path, encoding: str, fuel: FuelPoverty) -> Source:
    return _source(read_sheet(path, encoding, holds=_holds_all), fuel)


def _source(sheet: Sheet, fuel: FuelPoverty) -> Source:
    if is_deprivation(sheet):
        return read_deprivation(sheet)
    if is_lookup(sheet):
        return read_lookup(sheet)
    return read_fuel_poverty(sheet, fuel.year, fuel.lsoas)


def _holds_all(sheet: Sheet) -> bool:
    """Tell whether a sheet has every column that is read, whatever its rows say."""
    try:
        _source(replace(sheet, rows=(), faults=()), FuelPoverty(FIRST_LILEE_YEAR, 2021))
    except CannotImport:
        return False
    return True


def _given_twice(figures: Sequence[Areas]) -> list[Fault]:
    first: dict[str, str] = {}
    faults = []
    for one in figures:
        if one.edition in first:
            what = f"It is {one.edition}, as {first[one.edition]} is."
            faults.append(
                Fault(one.file, 0, "", what, "Give each edition once; tell years apart with --fuel-year.")
            )
        first.setdefault(one.edition, one.file)
    return faults


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
