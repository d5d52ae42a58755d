"""Where wards are, which of them border, and their outlines."""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from resilience.official.cells import AREA, Kind, written
from resilience.official.country.councils import Councils
from resilience.official.country.layouts import CENTRES, NEIGHBOURS, OUTLINES, WARDS_NOW
from resilience.official.country.reading import AS_PUBLISHED, Columns, Files
from resilience.official.faults import CannotImport, Fault
from resilience.official.tables import Table

WEST_EAST = (Decimal(-9), Decimal(2))
SOUTH_NORTH = (Decimal("49.8"), Decimal(61))
"""Between these lies the United Kingdom, degrees."""

COLUMNS = ("ward25_code", "neighbour_code")
"""Of the table of neighbours."""
COLUMNS_OF_OUTLINED = ("code", "council")

Centres = Mapping[str, tuple[str, str]]
"""Longitude and latitude by the code of the ward."""


def read_centres(files: Files) -> Centres:
    """Read the centres of wards of any year, those of the older list first; raises CannotImport."""
    faults: list[Fault] = []
    found = {**_centres(files.tables[WARDS_NOW], faults), **_centres(files.tables[CENTRES], faults)}
    if faults:
        raise CannotImport(faults)
    return found


def _centres(table: Columns, faults: list[Fault]) -> dict[str, tuple[str, str]]:
    faults += [*table.twice(), *_no_areas(table, table.key, table.codes)]
    found = {}
    lons, lats = (table.numbers(name, faults, Kind.SMALL) for name in ("longitude", "latitude"))
    for line, code in zip(table.lines, table.codes, strict=True):
        if code not in lons or code not in lats:
            continue
        if not (
            WEST_EAST[0] <= lons[code] <= WEST_EAST[1] and SOUTH_NORTH[0] <= lats[code] <= SOUTH_NORTH[1]
        ):
            what = f"{code} would lie at {lons[code]}, {lats[code]}, outside the United Kingdom."
            mend = "Often longitude and latitude are swapped, or a minus sign is missing."
            faults.append(table.fault(line, "longitude", what, mend))
        found[code] = written(lons[code]), written(lats[code])
    return found


def read_neighbours(files: Files) -> Table:
    """Read which wards border, each pair once; raises CannotImport with every fault."""
    table, wards = files.tables[NEIGHBOURS], set(files.tables[WARDS_NOW].codes)
    pairs: set[tuple[str, str]] = set()
    faults = []
    for line, one, (other,) in table.rows("neighbour_code"):
        for column, code in ((table.key, one), ("neighbour_code", other)):
            if code not in wards:
                faults.append(table.fault(line, column, f"{code!r} is not in the list of wards."))
        if one == other:
            faults.append(table.fault(line, "neighbour_code", f"{one} can't border itself."))
        pairs.add((min(one, other), max(one, other)))
    if faults:
        raise CannotImport(faults)
    return Table(COLUMNS, tuple(dict(zip(COLUMNS, pair, strict=True)) for pair in sorted(pairs)))


def read_outlined(files: Files, councils: Councils) -> Table:
    """Read which council of today each ward of the newer list lies in; raises CannotImport."""
    table = files.tables[WARDS_NOW]
    faults = [
        table.fault(line, "lad25_code", f"{council!r} is no council in the list of councils.")
        for line, _, (council,) in table.rows("lad25_code")
        if council not in councils.today
    ]
    if faults:
        raise CannotImport(faults)
    rows = sorted((code, councils.today[council]) for code, (council,) in table.by_code("lad25_code").items())
    return Table(COLUMNS_OF_OUTLINED, tuple(dict(zip(COLUMNS_OF_OUTLINED, row, strict=True)) for row in rows))


def read_outlines(files: Files) -> str:
    """Give the outlines as TopoJSON without blanks; raises CannotImport with every fault."""
    wards = set(files.tables[WARDS_NOW].codes)
    found = dict(outlined(files.outlines))
    faults = [
        Fault(files.outlines_file, 0, "", f"The outline of {code!r} is of no ward in the list.", AS_PUBLISHED)
        for code in found
        if code not in wards
    ]
    if not found:
        what = f"It is no TopoJSON of wards with a code `c` each, such as {OUTLINES}."
        faults.append(Fault(files.outlines_file, 0, "", what, "Get it again."))
    if faults:
        raise CannotImport(faults)
    return json.dumps(files.outlines, ensure_ascii=False, separators=(",", ":"))


def outlined(outlines: Any) -> Iterator[tuple[str, Any]]:
    """Give each outline by its code, nothing where a file has another shape."""
    if not isinstance(outlines, dict) or not isinstance(outlines.get("objects"), dict):
        return
    for layer in outlines["objects"].values():
        for shape in layer.get("geometries", ()) if isinstance(layer, dict) else ():
            own = shape.get("properties") if isinstance(shape, dict) else None
            yield str(own.get("c") if isinstance(own, dict) else None), shape


def _no_areas(table: Columns, column: str, codes: Any) -> Iterator[Fault]:
    pattern = re.compile(AREA)
    for line, code in zip(table.lines, codes, strict=True):
        if code and not pattern.fullmatch(code):
            yield table.fault(line, column, f"{code!r} is not the code of an area.")
