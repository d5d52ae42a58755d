"""The figures of small areas: each column that the dictionary names, on the areas that make up places."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from resilience.official.carry import carry
from resilience.official.cells import LSOA, Kind
from resilience.official.country.grounds import Grounds
from resilience.official.country.layouts import CHANGES, COMPOSITE, SOAS, ZONES, as_in_header
from resilience.official.country.means import Values
from resilience.official.country.reading import Columns, Files
from resilience.official.faults import CannotImport, Fault
from resilience.official.lookups import KINDS
from resilience.official.sources import Area, Areas, Change, Changes, Council, Figure
from resilience.records.place_figures import SCORE, NationFigures, PlaceFigure, PlaceFigures
from resilience.records.vocabulary import Nation

OLD_LSOAS = "lsoa11_code"
HUNDRED = 100
OF_EVERYBODY = (ZONES, SOAS)
"""Files that name the small areas themselves, so that their codes need no other list."""


@dataclass(frozen=True)
class Known:
    """A figure on the small areas of a nation, and the count that it is a part of, if it is one."""

    figure: PlaceFigure
    values: Values
    of: Values | None


@dataclass(frozen=True)
class Figures:
    """All figures by nation, and the tenth of each small area in the composite index."""

    by_nation: Mapping[Nation, tuple[Known, ...]]
    tenths: Mapping[Nation, Values]


def read_figures(files: Files, dictionary: PlaceFigures, grounds: Grounds) -> Figures:
    """Read every figure; raises CannotImport with every fault."""
    faults: list[Fault] = []
    changes = _changes(files.tables[CHANGES], faults)
    if faults:
        raise CannotImport(faults)
    reader = _Reader(files, changes, faults)
    by_nation = {}
    for nation in dictionary.nations:
        areas = set(grounds[nation.nation])
        faults += reader.table_faults(nation, areas)
        by_nation[nation.nation] = tuple(reader.known(one, areas) for one in nation.figures)
    tenths = reader.tenths(grounds)
    if faults:
        raise CannotImport(faults)
    return Figures(by_nation, tenths)


def _changes(table: Columns, faults: list[Fault]) -> Changes:
    found: dict[Change, int] = {}
    for line, old, (new, kind) in table.rows("lsoa21_code", "change_code"):
        if not (LSOA.fullmatch(old) and LSOA.fullmatch(new)):
            faults.append(table.fault(line, table.key, f"{old!r} or {new!r} is not the code of an LSOA."))
        if kind not in KINDS:
            faults.append(table.fault(line, "change_code", f"{kind!r} is no kind of change: U, S, M or X."))
        found[Change(old, "", new, "", kind)] = line
    return Changes(table.file, tuple(found))


class _Reader:
    """Reads columns of files, and carries those of LSOAs of 2011 to LSOAs of 2021."""

    def __init__(self, files: Files, changes: Changes, faults: list[Fault]) -> None:
        self.files = files
        self.changes = changes
        self.old_lsoas = {one.code11 for one in changes.all}
        self.faults = faults

    def table_faults(self, nation: NationFigures, areas: set[str]) -> Iterator[Fault]:
        """Name the codes of a nation's files that stand twice or that no look-up has."""
        for name in dict.fromkeys(figure.table for figure in nation.figures):
            table = self.files.tables[name]
            yield from table.twice()
            if name in OF_EVERYBODY:
                continue
            known, lookup = (
                (self.old_lsoas, "the look-up of LSOAs 2011 to 2021")
                if table.key == OLD_LSOAS
                else (areas, "the look-up of wards")
            )
            letters = {code[0] for code in areas}
            for line, code in zip(table.lines, table.codes, strict=True):
                # A file may cover two nations.
                if code and code not in known and (code[0] in letters or not LSOA.fullmatch(code)):
                    yield table.fault(line, table.key, f"{code} is not in {lookup}.")

    def known(self, one: PlaceFigure, areas: set[str]) -> Known:
        """Read a figure; a value that can't be true is added to the faults."""
        table = self.files.tables[one.table]
        times = Decimal(str(one.times))
        column = as_in_header(one.column)
        values = self._on_todays(table, column, table.numbers(column, self.faults, _kind(one)))
        if one.of is None:
            values = {code: value * times for code, value in values.items() if code in areas}
            self.faults += self._outside(table, one, values)
            return Known(one, values, None)
        of = self._on_todays(table, as_in_header(one.of), table.numbers(as_in_header(one.of), self.faults))
        self.faults += self._more_than_all(table, one, values, of)
        return Known(one, {code: value * times for code, value in values.items()}, of)

    def _on_todays(self, table: Columns, column: str, values: Values) -> Values:
        if table.key != OLD_LSOAS:
            return values
        # Nothing weighs LSOAs of 2011 here, so those that were merged stay empty as well.
        figure = Figure(column, column, Kind.RANK)
        rows = {code: Area("", Council("", ""), {column: value}) for code, value in values.items()}
        moved = carry(Areas(table.file, "", 2011, "", (figure,), rows), self.changes, 2021).areas.by_code
        return {code: area.values[column] for code, area in moved.items() if column in area.values}

    def _outside(self, table: Columns, one: PlaceFigure, values: Values) -> Iterator[Fault]:
        low, high = one.limits
        lines = dict(zip(table.codes, table.lines, strict=True))
        for code, value in values.items():
            if not low <= value <= high:
                what = f"{code} would have {value.normalize():f} {one.unit}, which can't be."
                yield table.fault(lines.get(code, 0), one.column, what)

    def _more_than_all(self, table: Columns, one: PlaceFigure, values: Values, of: Values) -> Iterator[Fault]:
        lines = dict(zip(table.codes, table.lines, strict=True))
        for code in values.keys() & of.keys():
            if not 0 <= values[code] <= of[code]:
                what = f"{code} has {values[code]} of {of[code]}, which can't be."
                yield table.fault(lines.get(code, 0), one.column, what)

    def tenths(self, grounds: Grounds) -> dict[Nation, Values]:
        """Read the composite index, on LSOAs of either census.

        A nation's LSOAs are those of 2021 where the look-up of wards has all of them.
        """
        table = self.files.tables[COMPOSITE]
        self.faults += table.twice()
        tenths = table.numbers("IMD_decile", self.faults, Kind.DECILE)
        carried = self._on_todays(_as_old(table), "IMD_decile", tenths)
        found = {}
        for nation, parts in grounds.items():
            letters = {code[0] for code in parts}
            own = {code for code in tenths if code[0] in letters}
            found[nation] = tenths if own <= parts.keys() else carried
        return found


def _kind(one: PlaceFigure) -> Kind:
    """Tell whether a figure can reach a thousand; an index and a share can't."""
    is_small = one.of is None and (one.unit == SCORE or one.limits[1] <= HUNDRED)
    return Kind.SMALL if is_small else Kind.NUMBER


def _as_old(table: Columns) -> Columns:
    return Columns(table.file, table.header_line, OLD_LSOAS, table.lines, table.cells)
