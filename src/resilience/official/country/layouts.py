"""The files that an import of all places needs, and which of the files given is which.

A file is known by its name, else by its header. The years in names and columns are those of the releases that
are on record: a newer look-up of wards needs its names here.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from resilience.official.sheet import Sheet
from resilience.records.place_figures import PlaceFigures

WARDS = "lookup-lsoa21-ward24-ltla24"
CHANGES = "lookup-lsoa11-lsoa21"
HOUSEHOLDS = "households-2021-lsoa21"
ZONES = "simd2020-scotland-dz11"
SOAS = "nimdm2017-northern-ireland-soa"
SOA_NAMES = "names-northern-ireland-soa"
COMPOSITE = "composite-uk-2020-deciles"
CENTRES = "ward-latlong"
WARDS_NOW = "wards-2025"
NEIGHBOURS = "ward-neighbours-2025"
OUTLINES = "ward-outlines-2025"
COUNCILS = "local-authorities"
COUNCIL_CHANGES = "lookup-ltla-changes"

KEYS_OF_FIGURES = ("lsoa21_code", "lsoa11_code", "dz11_code", "soa01_code", "LSOA Code")
"""The columns of codes that files of figures have, one of them each."""
ENDINGS = (".gz", ".csv", ".xlsx", ".json", ".topojson")
YEARS = range(16, 25)
"""The years of the look-up of councils."""


@dataclass(frozen=True)
class Layout:
    """A file: its name without an ending, its column of codes, and the others that are read."""

    name: str
    keys: Sequence[str]
    """One of these is the column of codes."""
    columns: Sequence[str]

    def key_in(self, sheet: Sheet) -> str | None:
        """Give the column of codes that a file has."""
        return next((key for key in self.keys if sheet.has(key)), None)

    def fits(self, sheet: Sheet) -> bool:
        """Tell whether a file has every column."""
        return self.key_in(sheet) is not None and sheet.has(*self.columns)

    def described(self) -> str:
        """Name its columns, as many as tell it apart."""
        return ", ".join(f"`{column}`" for column in (*self.keys[:1], *self.columns[:2]))


LOOKUPS = (
    Layout(WARDS, ["lsoa21_code"], ["ward24_code", "ward24_name", "ltla24_code", "ruc"]),
    Layout(CHANGES, ["lsoa11_code"], ["lsoa21_code", "change_code"]),
    Layout(HOUSEHOLDS, ["lsoa21_code"], ["households_2021"]),
    Layout(ZONES, ["dz11_code"], ["iz11_code", "iz11_name", "ltla20_code", "Total_population"]),
    Layout(SOAS, ["soa01_code"], ["lgd14_code"]),
    Layout(SOA_NAMES, ["soa11_code"], ["soa11_name"]),
    Layout(COMPOSITE, ["area_code"], ["IMD_decile"]),
    Layout(CENTRES, ["wdcd"], ["longitude", "latitude"]),
    Layout(WARDS_NOW, ["ward25_code"], ["lad25_code", "longitude", "latitude"]),
    Layout(NEIGHBOURS, ["ward25_code"], ["neighbour_code"]),
    Layout(
        COUNCILS,
        ["LADCD"],
        ["LADNM", "LADCD_ACTIVE", "UTLACD", "UTLANM", "CAUTHCD", "CAUTHNM", "RGNNM", "CTRYNM", "Current"],
    ),
    Layout(
        COUNCIL_CHANGES,
        ["ltla16_code"],
        [*(f"ltla{year}_name" for year in YEARS), f"ltla{YEARS[-1]}_code"],
    ),
)


def layouts_for(dictionary: PlaceFigures) -> tuple[Layout, ...]:
    """List the files that are needed: the look-ups, and the files of figures that the dictionary names."""
    needed = {one.name: one for one in LOOKUPS}
    wanted: dict[str, list[str]] = defaultdict(list)
    for nation in dictionary.nations:
        for figure in nation.figures:
            wanted[figure.table] += map(as_in_header, filter(None, (figure.column, figure.of)))
    for table, columns in wanted.items():
        known = needed.get(table)
        before = known.columns if known else ()
        needed[table] = Layout(
            table,
            known.keys if known else KEYS_OF_FIGURES,
            tuple(dict.fromkeys((*before, *columns))),
        )
    return tuple(needed.values())


def as_in_header(column: str) -> str:
    """Write the name of a column as headers are read: with single blanks."""
    return " ".join(column.split())


def keys_of(layouts: Iterable[Layout]) -> frozenset[str]:
    """Give the names of all columns of codes, in small letters."""
    return frozenset(key.lower() for one in layouts for key in one.keys)


def stem(path: Path) -> str:
    """Give the name of a file without its endings."""
    name = path.name.lower()
    for ending in ENDINGS:
        name = name.removesuffix(ending)
    return name


def layout_of(path: Path, sheet: Sheet, layouts: Collection[Layout]) -> Layout | None:
    """Tell which file one is: by its name, else by its header, of several the one that needs most of it."""
    if named := next((one for one in layouts if one.name == stem(path)), None):
        return named
    fitting = [one for one in layouts if one.fits(sheet)]
    return max(fitting, key=lambda one: len(one.columns), default=None)
