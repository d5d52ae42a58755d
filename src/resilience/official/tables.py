"""The tables that are written: one row for each LSOA, or one for each ward.

Columns are as in `evidence/places/README.md`. A score, percentage or decile of a ward is the mean over its
LSOAs, weighted by households; a count is their sum. It stands there only if every LSOA of the ward has it:
else it would be the figure of a part.
"""

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from resilience.official.carry import weighted_mean
from resilience.official.cells import Kind, written
from resilience.official.faults import cannot
from resilience.official.joined import Joined
from resilience.official.sources import Area, Council, Figure, WardLookup


@dataclass(frozen=True)
class Table:
    """Rows under columns; a cell that a row does not have is missing and stays empty."""

    columns: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]

    def empty_cells(self) -> dict[str, int]:
        """Count the cells without a value in each column that has one."""
        counts = {name: sum(not row.get(name) for row in self.rows) for name in self.columns}
        return {name: number for name, number in counts.items() if number}


def as_csv(table: Table) -> str:
    """Write a table as CSV, UTF-8 with plain line ends."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([row.get(name, "") for name in table.columns] for row in table.rows)
    return text.getvalue()


def in_order(columns: Sequence[str]) -> tuple[str, ...]:
    """Give each column once, where it first stands."""
    return tuple(dict.fromkeys(columns))


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


PLACES = Decimal("0.01")
NEIGHBOURHOOD = "neighbourhood"
"""A column that stays empty: whoever keeps the table writes there which neighbourhood a ward fits."""
FILES = "the files given"
OVERALL_DECILE = re.compile(r"imd(\d{4})_decile", re.ASCII)
AVERAGED = frozenset({Kind.SCORE, Kind.RATE, Kind.DECILE})


def by_ward(joined: Joined) -> Table:
    """Average figures over the LSOAs of each ward; raises CannotImport where nothing can weigh them."""
    if joined.wards is None:
        raise cannot(
            FILES, "None is a look-up from LSOAs to wards.", "Give one, such as LSOA (2011) to Ward (2017)."
        )
    figures = [figure for one in joined.figures for figure in one.figures]
    households = _households(figures)
    members = _members(joined.wards, joined.codes)
    columns = _columns(joined.wards, figures)
    rows = []
    for code in sorted(members):
        parts = [_all_values(joined, lsoa) for lsoa in members[code]]
        ward = joined.wards.by_code[members[code][0]]
        cells = {
            f"{joined.wards.ward_column}_code": code,
            f"{joined.wards.ward_column}_name": ward.name,
            f"{joined.wards.council_column}_code": ward.council.code,
            f"{joined.wards.council_column}_name": ward.council.name,
            "lsoas": str(len(parts)),
        }
        rows.append(cells | _figures(parts, figures, households))
    return Table(columns, tuple(rows))


def _households(figures: Iterable[Figure]) -> str:
    found = [one.column for one in figures if one.column.startswith("households_")]
    if not found:
        raise cannot(
            FILES,
            "None gives households, by which LSOAs are weighted; nothing else is put in their place.",
            "Give the fuel poverty table of LSOAs too, which has them.",
        )
    if len(found) > 1:
        raise cannot(
            FILES, f"They give {' and '.join(found)}; a ward is weighted by one.", "Give one of them."
        )
    return found[0]


def _members(wards: WardLookup, codes: frozenset[str]) -> Mapping[str, Sequence[str]]:
    """Give all LSOAs of each ward in which a wanted one lies."""
    members: dict[str, list[str]] = defaultdict(list)
    for lsoa in sorted(wards.by_code):
        members[wards.by_code[lsoa].code].append(lsoa)
    return {code: lsoas for code, lsoas in members.items() if not codes.isdisjoint(lsoas)}


def _all_values(joined: Joined, lsoa: str) -> Area:
    values: dict[str, Decimal] = {}
    for one in joined.figures:
        if lsoa in one.by_code:
            values |= one.by_code[lsoa].values
    return Area("", Council("", ""), values)


def _columns(wards: WardLookup, figures: Iterable[Figure]) -> tuple[str, ...]:
    ward, council = wards.ward_column, wards.council_column
    start = (f"{ward}_code", NEIGHBOURHOOD, f"{council}_name", f"{council}_code", f"{ward}_name", "lsoas")
    return (*start, *filter(None, map(_ward_column, figures)))


def _ward_column(one: Figure) -> str | None:
    """Say which column of the table of wards a figure fills; none for ranks and populations."""
    if found := OVERALL_DECILE.fullmatch(one.column):
        return f"lsoas_in_decile1_{found[1]}"
    if one.kind in AVERAGED or one.column.startswith("households_"):
        return one.column
    if one.column.startswith("fuel_poor_households_"):
        return one.column.replace("_households_", "_pct_")
    return None


def _figures(parts: Sequence[Area], figures: Iterable[Figure], households: str) -> dict[str, str]:
    return {name: written(_value(one, parts, households)) for one in figures if (name := _ward_column(one))}


def _value(one: Figure, parts: Sequence[Area], households: str) -> Decimal | None:
    known = [part.values[one.column] for part in parts if one.column in part.values]
    if len(known) < len(parts):
        return None
    if OVERALL_DECILE.fullmatch(one.column):
        return Decimal(known.count(Decimal(1)))
    if one.kind in AVERAGED:
        return _rounded(weighted_mean(parts, one.column, households))
    return sum(known, Decimal()) if one.column == households else _share(known, parts, households)


def _share(fuel_poor: Sequence[Decimal], parts: Sequence[Area], households: str) -> Decimal | None:
    if any(households not in part.values for part in parts):
        return None
    total = sum((part.values[households] for part in parts), Decimal())
    return _rounded(100 * sum(fuel_poor, Decimal()) / total) if total else None


def _rounded(value: Decimal | None) -> Decimal | None:
    return None if value is None else value.quantize(PLACES)
