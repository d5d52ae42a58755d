"""Tables of wards and of small areas, read into records."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from resilience.records.area import BETTING, SmallArea, Ward
from resilience.tables import open_csv

SHOPS = "betting_shops_2022"

COLUMNS = {
    "code": r"ward\d\d_code",
    "name": r"ward\d\d_name",
    "council": r"ltla\d\d_name",
    "households": r"households_\d{4}",
}
"""What a table of wards must have, by the patterns of the names."""
NO_FIGURES = ("neighbourhood", "lsoas", "lon", "lat")


class NoWards(ValueError):
    """Why a file is no table of wards, in a sentence."""


def read_ward_table(path: Path) -> list[Ward]:
    """Read a table of wards, as `nw-wards.csv` or as written by `resilience places import --by ward`.

    Wards come in the order of their codes. The columns of the ward, its council and its households may be of
    any year. Raises NoWards, and TableFault where it can't be read.
    """
    table = open_csv(path)
    names = {what: _column(path, table.columns, pattern) for what, pattern in COLUMNS.items()}
    return sorted((_ward(row, names) for row in table.named_rows()), key=lambda ward: ward.code)


def _column(path: Path, columns: Sequence[str], pattern: str) -> str:
    found = [name for name in columns if re.fullmatch(pattern, name, re.ASCII)]
    if len(found) != 1:
        raise NoWards(f"{path.name} has {len(found)} columns like {pattern}; a table of wards has one.")
    return found[0]


def _ward(row: Mapping[str, str], names: Mapping[str, str]) -> Ward:
    households = _number(row[names["households"]])
    others = row.keys() - {*names.values(), *NO_FIGURES, names["council"].replace("_name", "_code")}
    figures = {name: float(row[name]) for name in sorted(others) if row[name]}
    if households and SHOPS in figures:
        figures[BETTING] = 1000 * figures[SHOPS] / households
    return Ward(
        code=row[names["code"]],
        name=row[names["name"]],
        council=row[names["council"]],
        neighbourhood=row.get("neighbourhood", ""),
        households=None if households is None else round(households),
        lon=_number(row.get("lon")),
        lat=_number(row.get("lat")),
        figures=figures,
    )


def _number(cell: str | None) -> float | None:
    return float(cell) if cell else None


def read_small_areas(path: Path) -> list[SmallArea]:
    """Read small areas in the order of their codes, as from `neighbourhood-lsoas.csv`; raises TableFault."""
    return sorted(map(_area, open_csv(path).named_rows()), key=lambda area: area.code)


def _area(row: dict[str, str]) -> SmallArea:
    return SmallArea(
        neighbourhood=row["neighbourhood"],
        code=row["lsoa11_code"],
        name=row["lsoa11_name"],
        ward=row["ward17_name"],
        lon=float(row["lon"]),
        lat=float(row["lat"]),
        households=int(row["households_2019"]),
        tenth_2015=int(row["imd2015_decile"]),
        tenth_2019=int(row["imd2019_decile"]),
        tenth_2025=float(row["imd2025_decile"]),
    )
