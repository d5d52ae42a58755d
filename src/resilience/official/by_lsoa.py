"""The table of LSOAs: one row each, columns as in `evidence/places/README.md`."""

from collections.abc import Mapping

from resilience.official.cells import written
from resilience.official.joined import Joined
from resilience.official.table import Table, in_order


def by_lsoa(joined: Joined) -> Table:
    """Put the figures of all files into one table."""
    lsoa = joined.lsoa_column
    columns = [f"{lsoa}_code", f"{lsoa}_name"]
    if joined.wards:
        columns += _named(joined.wards.ward_column) + _named(joined.wards.council_column)
    for one in joined.figures:
        columns += _named(one.council_column) if one.council_column else []
    columns += [figure.column for one in joined.figures for figure in one.figures]
    rows = tuple(_row(joined, code) for code in sorted(joined.codes))
    return Table(in_order(columns), rows)


def _row(joined: Joined, code: str) -> Mapping[str, str]:
    cells = {f"{joined.lsoa_column}_code": code, f"{joined.lsoa_column}_name": joined.name_of(code)}
    if joined.wards and code in joined.wards.by_code:
        ward = joined.wards.by_code[code]
        cells |= dict(zip(_named(joined.wards.ward_column), ward[:2], strict=True))
        cells |= dict(zip(_named(joined.wards.council_column), ward.council, strict=True))
    for one in joined.figures:
        if (area := one.by_code.get(code)) is None:
            continue
        if one.council_column:
            cells |= dict(zip(_named(one.council_column), area.council, strict=True))
        cells |= {name: written(value) for name, value in area.values.items()}
    return cells


def _named(column: str) -> list[str]:
    return [f"{column}_code", f"{column}_name"]
