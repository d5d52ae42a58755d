"""The councils of today, and what they were before."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from resilience.official.country.layouts import COUNCIL_CHANGES, COUNCILS, YEARS
from resilience.official.country.reading import Columns, Files
from resilience.official.faults import CannotImport, Fault
from resilience.official.tables import Table
from resilience.records.vocabulary import Nation

NATIONS = {nation.value for nation in Nation}
CURRENT = {"TRUE": True, "FALSE": False}
COLUMNS = ("code", "name", "nation", "region", "county_code", "county", "combined_code", "combined", "former")


@dataclass(frozen=True)
class Councils:
    """The councils of today, and which of them any code of the last years has become."""

    table: Table
    today: Mapping[str, str]
    """The code of today by the code of any year."""


def read_councils(files: Files) -> Councils:
    """Read the councils; raises CannotImport with every fault."""
    authorities, changes = files.tables[COUNCILS], files.tables[COUNCIL_CHANGES]
    faults = [*authorities.twice(), *_faults(authorities)]
    today = {code: now for code, (now,) in authorities.by_code("LADCD_ACTIVE").items()}
    faults += _not_known(changes, today)
    if faults:
        raise CannotImport(faults)
    former = _former(authorities, changes, today)
    rows = sorted(_rows(authorities, former), key=lambda row: row["code"])
    return Councils(Table(COLUMNS, tuple(rows)), today)


def _faults(authorities: Columns) -> Iterator[Fault]:
    is_current = {code: current for code, (current,) in authorities.by_code("Current").items()}
    columns = ("LADNM", "LADCD_ACTIVE", "CTRYNM", "Current")
    for line, code, (name, now, nation, current) in authorities.rows(*columns):
        if not name:
            yield authorities.fault(line, "LADNM", f"{code} has no name.")
        if current not in CURRENT:
            yield authorities.fault(line, "Current", f"{current!r} is neither TRUE nor FALSE.")
        if is_current.get(now) != "TRUE":
            yield authorities.fault(line, "LADCD_ACTIVE", f"{now!r} is no council of today.")
        if nation not in NATIONS:
            yield authorities.fault(line, "CTRYNM", f"{nation!r} is none of the four nations.")


def _not_known(changes: Columns, today: Mapping[str, str]) -> Iterator[Fault]:
    column = f"ltla{YEARS[-1]}_code"
    for line, _, (code,) in changes.rows(column):
        if code not in today:
            yield changes.fault(line, column, f"{code!r} is no council in the list of councils.")


def _former(authorities: Columns, changes: Columns, today: Mapping[str, str]) -> dict[str, list[str]]:
    """Give the former names that led to each council of today.

    A name that a council has today is not a former one: two councils that exchanged a few streets, or one
    that got another code, did not take each other's place.
    """
    names = {
        name for _, (name, current) in authorities.by_code("LADNM", "Current").items() if CURRENT[current]
    }
    led_to: dict[str, set[str]] = defaultdict(set)
    for code, (name, now) in authorities.by_code("LADNM", "LADCD_ACTIVE").items():
        led_to[today.get(now, code)].add(name)
    columns = [f"ltla{YEARS[-1]}_code", *(f"ltla{year}_name" for year in YEARS)]
    for _, _, (code, *of_years) in changes.rows(*columns):
        led_to[today[code]].update(of_years)
    return {code: sorted(found - names - {""}) for code, found in led_to.items()}


def _rows(authorities: Columns, former: Mapping[str, list[str]]) -> Iterator[dict[str, str]]:
    columns = ("LADNM", "CTRYNM", "RGNNM", "UTLACD", "UTLANM", "CAUTHCD", "CAUTHNM", "Current")
    for code, (name, nation, region, county_code, county, combined_code, combined, current) in (
        authorities.by_code(*columns)
    ).items():
        if not CURRENT[current]:
            continue
        own = county_code == code
        yield {
            "code": code,
            "name": name,
            "nation": nation,
            "region": region if nation == Nation.ENGLAND.value else nation,
            "county_code": "" if own else county_code,
            "county": "" if own else county,
            "combined_code": combined_code,
            "combined": combined,
            "former": ";".join(former.get(code, ())),
        }
