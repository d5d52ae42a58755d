"""Which small areas make a place: wards in England and Wales, intermediate zones in Scotland.

In Northern Ireland each small area is a place of its own.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from resilience.official.cells import LSOA, Kind
from resilience.official.country.councils import Councils
from resilience.official.country.layouts import HOUSEHOLDS, SOA_NAMES, SOAS, WARDS, ZONES
from resilience.official.country.reading import Columns, Files
from resilience.official.faults import CannotImport, Fault
from resilience.records.place import PLACE_CODES
from resilience.records.vocabulary import Nation

RURAL = {"Rural": True, "Urban": False}
DATA_ZONE = re.compile(r"S01\d{6}", re.ASCII)
SOA = re.compile(PLACE_CODES[Nation.NORTHERN_IRELAND], re.ASCII)
LETTERS = {Nation.ENGLAND: "E", Nation.WALES: "W"}


@dataclass(frozen=True)
class Part:
    """A small area: the place that it lies in, and how much it weighs."""

    place: str
    name: str
    """Of the place."""
    council: str
    """The code of today."""
    weight: Decimal
    rural: bool | None


Grounds = Mapping[Nation, Mapping[str, Part]]
"""The parts of each nation by the code of the small area."""


def read_grounds(files: Files, councils: Councils) -> Grounds:
    """Read which small area lies in which place; raises CannotImport with every fault."""
    faults: list[Fault] = []
    wards = _wards(files, councils, faults)
    grounds = {
        **{
            nation: {code: part for code, part in wards.items() if code.startswith(letter)}
            for nation, letter in LETTERS.items()
        },
        Nation.SCOTLAND: _zones(files.tables[ZONES], councils, faults),
        Nation.NORTHERN_IRELAND: _soas(files, councils, faults),
    }
    if not faults:
        faults += _one_name_each(grounds)
    if faults:
        raise CannotImport(faults)
    return grounds


def _wards(files: Files, councils: Councils, faults: list[Fault]) -> dict[str, Part]:
    lookup, households = files.tables[WARDS], files.tables[HOUSEHOLDS]
    faults += [*lookup.twice(), *households.twice(), *_malformed(lookup, LSOA, "an LSOA")]
    weights = households.numbers("households_2021", faults, Kind.COUNT, missing=False)
    faults += _unknown(households, {*lookup.codes})
    found = {}
    for line, code, (ward, name, council, rural) in lookup.rows(
        "ward24_code", "ward24_name", "ltla24_code", "ruc"
    ):
        faults += _place_faults(lookup, line, code, ("ward24_code", ward), ("ward24_name", name))
        faults += _council_fault(lookup, line, "ltla24_code", council, councils)
        if rural not in RURAL:
            faults.append(lookup.fault(line, "ruc", f"{rural!r} is neither Rural nor Urban."))
        if code not in weights:
            what = f"{code} is not in {households.file}, so nothing says how much it weighs."
            faults.append(lookup.fault(line, "lsoa21_code", what))
            continue
        today = councils.today.get(council, "")
        found[code] = Part(ward, name, today, weights[code], RURAL.get(rural))
    return found


def _zones(table: Columns, councils: Councils, faults: list[Fault]) -> dict[str, Part]:
    faults += [*table.twice(), *_malformed(table, DATA_ZONE, "a data zone")]
    people = table.numbers("Total_population", faults, Kind.COUNT, missing=False)
    found = {}
    for line, code, (zone, name, council) in table.rows("iz11_code", "iz11_name", "ltla20_code"):
        faults += _place_faults(table, line, code, ("iz11_code", zone), ("iz11_name", name))
        faults += _council_fault(table, line, "ltla20_code", council, councils)
        found[code] = Part(zone, name, councils.today.get(council, ""), people.get(code, Decimal()), None)
    return found


def _soas(files: Files, councils: Councils, faults: list[Fault]) -> dict[str, Part]:
    table, named = files.tables[SOAS], files.tables[SOA_NAMES]
    faults += [*table.twice(), *named.twice(), *_malformed(table, SOA, "a super output area")]
    names = {code: name for code, (name,) in named.by_code("soa11_name").items()}
    found = {}
    for line, code, (council,) in table.rows("lgd14_code"):
        faults += _council_fault(table, line, "lgd14_code", council, councils)
        if not names.get(code):
            faults.append(table.fault(line, "soa01_code", f"{code} has no name in {named.file}."))
        found[code] = Part(code, names.get(code, ""), councils.today.get(council, ""), Decimal(1), None)
    return found


def _malformed(table: Columns, pattern: re.Pattern[str], called: str) -> Iterator[Fault]:
    for line, code in zip(table.lines, table.codes, strict=True):
        if code and not pattern.fullmatch(code):
            yield table.fault(line, table.key, f"{code!r} is not the code of {called}.")


def _unknown(table: Columns, known: set[str]) -> Iterator[Fault]:
    for line, code in zip(table.lines, table.codes, strict=True):
        if code and code not in known:
            yield table.fault(line, table.key, f"{code} is not in the look-up of wards.")


def _place_faults(
    table: Columns, line: int, area: str, code: tuple[str, str], name: tuple[str, str]
) -> Iterator[Fault]:
    nation = (
        Nation.SCOTLAND if area.startswith("S") else Nation.WALES if area.startswith("W") else Nation.ENGLAND
    )
    if not re.fullmatch(PLACE_CODES[nation], code[1], re.ASCII):
        yield table.fault(line, code[0], f"{code[1]!r} is not the code of a place in {nation.value}.")
    if not name[1]:
        yield table.fault(line, name[0], f"{area} lies in a place without a name.")


def _council_fault(table: Columns, line: int, column: str, code: str, councils: Councils) -> Iterator[Fault]:
    if code not in councils.today:
        yield table.fault(line, column, f"{code!r} is no council in the list of councils.")


def _one_name_each(grounds: Grounds) -> Iterator[Fault]:
    said: dict[str, tuple[str, str]] = {}
    for parts in grounds.values():
        for area, part in parts.items():
            known = said.setdefault(part.place, (part.name, part.council))
            if known != (part.name, part.council):
                other = f"{part.name} in {part.council}"
                what = f"{part.place} is {' in '.join(known)}, but at {area} it is {other}."
                yield Fault("the files given", 0, "", what, "A place has one name and lies in one council.")
