"""The files of an import of all places, read: the columns that are needed, with the line of each row."""

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from resilience.official.cells import NOT_PUBLISHED, Kind, NoFigure, figure
from resilience.official.country.layouts import OUTLINES, Layout, keys_of, layout_of, stem
from resilience.official.faults import CannotImport, Fault, cannot
from resilience.official.sheet import Sheet, read_sheet
from resilience.records.english import listing

AS_PUBLISHED = "Look at the official file again."


@dataclass(frozen=True)
class Columns:
    """The columns of a file that are needed; each list has one entry a row."""

    file: str
    header_line: int
    key: str
    lines: Sequence[int]
    cells: Mapping[str, Sequence[str]]

    @property
    def codes(self) -> Sequence[str]:
        """The codes, in the order of the rows."""
        return self.cells[self.key]

    def fault(self, line: int, column: str, what: str, mend: str = AS_PUBLISHED) -> Fault:
        """Say what is wrong in a cell."""
        return Fault(self.file, line, column, what, mend)

    def rows(self, *columns: str) -> Iterator[tuple[int, str, tuple[str, ...]]]:
        """Give the line of each row, its code, and the cells of some columns."""
        yield from zip(
            self.lines, self.codes, zip(*(self.cells[name] for name in columns), strict=True), strict=True
        )

    def by_code(self, *columns: str) -> dict[str, tuple[str, ...]]:
        """Give the cells of some columns by the code of their row; the last one where a code stands twice."""
        return {code: cells for _, code, cells in self.rows(*columns)}

    def twice(self) -> Iterator[Fault]:
        """Name each code that stands on more than one row, or on none."""
        first: dict[str, int] = {}
        for line, code in zip(self.lines, self.codes, strict=True):
            if not code:
                yield self.fault(line, self.key, "The code is missing.")
            elif code in first:
                what = f"{code} stands on line {first[code]} already."
                yield self.fault(line, self.key, what, "Delete one of the rows.")
            first.setdefault(code, line)

    def numbers(
        self, column: str, faults: list[Fault], kind: Kind = Kind.NUMBER, missing: bool = True
    ) -> dict[str, Decimal]:
        """Read the numbers of a column by the code of their row, without those that are missing.

        What is wrong is added to the faults; so is a number that is missing where it must not.
        """
        found = {}
        for line, code, (cell,) in self.rows(column):
            if cell in NOT_PUBLISHED:
                if not missing:
                    faults.append(self.fault(line, column, f"{code} has no number here."))
                continue
            try:
                value = figure(cell, kind)
            except NoFigure as error:
                faults.append(self.fault(line, column, error.what, error.mend))
            else:
                assert value is not None
                found[code] = value
        return found


@dataclass(frozen=True)
class Files:
    """All files of an import, by the names of their layouts, the outlines, and those that are not needed."""

    tables: Mapping[str, Columns]
    outlines: Any
    outlines_file: str
    not_needed: Sequence[str]


def read_all(paths: Sequence[Path], layouts: Sequence[Layout], encoding: str) -> Files:
    """Read files in any order; raises CannotImport with the faults of all of them."""
    tables: dict[str, Columns] = {}
    faults: list[Fault] = []
    not_needed: list[str] = []
    outlines: list[tuple[Any, str]] = []
    for path in paths:
        try:
            if _is_json(path):
                outlines.append((_json(path), path.as_posix()))
                continue
            sheet = read_sheet(path, encoding, keys_of(layouts), partial(_fits_any, layouts))
            layout = layout_of(path, sheet, layouts)
            if layout is None:
                not_needed.append(path.as_posix())
                continue
            taken = _taken(sheet, layout)
            if (first := tables.get(layout.name)) is not None:
                raise cannot(
                    path.as_posix(), f"It is {layout.name}, as {first.file} is.", "Give one of them."
                )
            tables[layout.name] = taken
        except CannotImport as error:
            faults += error.faults
    named = {stem(path) for path in paths}
    faults += _not_given(
        (one for one in layouts if one.name not in tables | dict.fromkeys(named)), not_needed
    )
    if not outlines:
        faults.append(Fault("the files given", 0, "", f"None is {OUTLINES}, as TopoJSON.", "Give it too."))
    faults += [
        Fault(file, 0, "", f"Outlines are given in {outlines[0][1]} already.", "Give one of them.")
        for _, file in outlines[1:]
    ]
    if faults:
        raise CannotImport(faults)
    return Files(tables, *outlines[0], not_needed)


def _fits_any(layouts: Sequence[Layout], sheet: Sheet) -> bool:
    return any(one.fits(sheet) for one in layouts)


def _not_given(missing: Iterable[Layout], not_needed: Sequence[str]) -> Iterator[Fault]:
    others = f" {listing(not_needed)} {'is' if len(not_needed) == 1 else 'are'} something else."
    for layout in missing:
        what = f"None is {layout.name}, which has the columns {layout.described()} and others."
        what += others if not_needed else ""
        yield Fault("the files given", 0, "", what, "Give it too, with its header as it was published.")


def _taken(sheet: Sheet, layout: Layout) -> Columns:
    """Take the columns that are needed; raises CannotImport where one is not there, or rows are ragged."""
    key = layout.key_in(sheet)
    missing = [one for one in layout.columns if not sheet.has(one)]
    if key is None:
        missing.insert(0, " or ".join(layout.keys))
    faults = [
        Fault(
            sheet.file,
            sheet.header_line,
            column,
            f"The file looks like {layout.name}, but has no such column.",
            "Give it with its header as it was published.",
        )
        for column in missing
    ]
    if faults or sheet.faults or key is None:
        raise CannotImport([*sheet.faults, *faults])
    names = dict.fromkeys((key, *layout.columns))
    places = {name: sheet.places[name.lower()] for name in names}
    cells = {name: [row.cells[place].strip() for row in sheet.rows] for name, place in places.items()}
    return Columns(sheet.file, sheet.header_line, key, [row.line for row in sheet.rows], cells)


def _is_json(path: Path) -> bool:
    return path.name.removesuffix(".gz").endswith((".json", ".topojson"))


def _json(path: Path) -> Any:
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rt", encoding="utf-8") as file:
            return json.load(file)
    except (OSError, EOFError, ValueError, RecursionError, zlib.error) as error:
        raise cannot(path.as_posix(), f"It can't be read as JSON ({error}).", "Get it again.") from None
