"""Do the tables of all places agree with their dictionary and with each other?"""

import csv
import gzip
import json
import re
import zlib
from collections.abc import Generator, Iterator
from math import inf
from pathlib import PurePosixPath
from typing import NamedTuple

from resilience.checks.corpus import Corpus
from resilience.checks.files import MAX_BYTES_OF_MANY
from resilience.checks.problem import Code, Problem, listed, shortened
from resilience.checks.tables import E302, E303, E304, E305, E306
from resilience.evidence.country import COUNCILS, FITS, NEIGHBOURS, table_of
from resilience.evidence.outlines import COUNCILS as OUTLINED
from resilience.evidence.outlines import OUTLINES
from resilience.evidence.shared import content_of
from resilience.official.country.borders import COLUMNS as COLUMNS_OF_NEIGHBOURS
from resilience.official.country.borders import COLUMNS_OF_OUTLINED, SOUTH_NORTH, WEST_EAST, outlined
from resilience.official.country.councils import COLUMNS as COLUMNS_OF_COUNCILS
from resilience.official.country.fits import COLUMNS as COLUMNS_OF_FITS
from resilience.official.country.tables import PEOPLE, columns_of
from resilience.records.place import COUNCIL_CODES, PLACE_CODES
from resilience.records.place_figures import NationFigures, PlaceFigures

E308 = Code(
    "E308",
    "A table of places that can't be read",
    "Every page of a place is made from it.",
    "Bring it back, or make it again with `resilience places import --by place`.",
    "places/wales.csv.gz, broken off in the middle",
)
E309 = Code(
    "E309",
    "A table of places that is not as the dictionary says",
    "Figures are found by the names of their columns.",
    "Make the tables again with `resilience places import --by place` after a change of place-figures.yml.",
    "a figure `fuel_poverty` in place-figures.yml, and no such column",
)
E310 = Code(
    "E310",
    "A code that no place of the nation can have",
    "Links, outlines and neighbours are found by it.",
    "Look at the official list; make the tables again.",
    "E05 and five digits",
)
E317 = Code(
    "E317",
    "A place in a council that is not there",
    "No page would show it.",
    "Councils are those of today; make the tables again with newer lists of councils.",
    "a ward in E08000016, which is E08000038 today",
)
E318 = Code(
    "E318",
    "A place that no table has",
    "A neighbour or a neighbourhood would lie nowhere.",
    "Make the tables again, all of them together.",
    "a neighbour E05999999",
)
E319 = Code(
    "E319",
    "Tables of places that are too large",
    "Everybody who fetches the repository fetches them.",
    "Leave out figures that no page needs.",
    "5 MB in places/",
)
MOST_BYTES = 4_000_000
"""Of the whole folder."""
FOLDER = "places"
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)
_WHOLE = re.compile(r"[0-9]+", re.ASCII)
_SHOWN = 3


class _Row(NamedTuple):
    line: int
    cells: dict[str, str]


class _Limits(NamedTuple):
    low: float
    high: float
    whole: bool = False
    code: Code = E304


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at the tables of all places, where there is a dictionary of them."""
    folder = corpus.folder / FOLDER
    makings = "places", corpus.shown(""), content_of([folder, corpus.folder / "place-figures.yml"])
    yield from corpus.shared.once(makings, lambda: tuple(_found(corpus)))


def _found(corpus: Corpus) -> Iterator[Problem]:
    dictionary = next(iter(corpus.valid("place-figures", PlaceFigures).values()), None)
    if dictionary is None:
        return
    size = sum((corpus.folder / file).lstat().st_size for file in corpus.files if file.parts[0] == FOLDER)
    if size >= MOST_BYTES:
        yield E319.found(corpus.shown(FOLDER), 1, f"the folder has {size:,} bytes, of at most {MOST_BYTES:,}")
    tables = Tables(corpus)
    # What can't be read is told once, and not again at each row that leans on it.
    councils = yield from _councils(tables)
    places: set[str] = set()
    whole = True
    for nation in dictionary.nations:
        own = yield from _places(tables, nation, councils)
        places |= own
        whole &= bool(own)
    if whole:
        yield from _neighbours(tables, places)
    yield from _outlined_in(tables, councils)


class Tables:
    """The files of the folder, read."""

    def __init__(self, corpus: Corpus) -> None:
        """Take the evidence; no file is read yet."""
        self.corpus = corpus

    def shown(self, name: str) -> str:
        """Write the path of a file as messages show it."""
        return self.corpus.shown(f"{FOLDER}/{name}")

    def text(self, name: str) -> str | Problem:
        """Give the text of a file, or say why there is none."""
        path = self.corpus.folder / FOLDER / name
        if path.suffix != ".gz":
            found = self.corpus.tables.get(PurePosixPath(FOLDER, name))
            return E308.found(self.shown(name), 1, "the table is missing") if found is None else found
        if path.is_symlink() or not path.is_file():
            return E308.found(self.shown(name), 1, "the table is missing")
        try:
            with gzip.open(path) as file:
                # A small file can unpack to any size.
                content = file.read(MAX_BYTES_OF_MANY + 1)
            if len(content) > MAX_BYTES_OF_MANY:
                return E308.found(self.shown(name), 1, f"it unpacks to more than {MAX_BYTES_OF_MANY:,} bytes")
            return content.decode("utf-8")
        except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
            return E308.found(self.shown(name), 1, f"the table can't be unpacked ({error})")

    def rows(self, name: str, columns: tuple[str, ...]) -> Iterator[_Row | Problem]:
        """Give the rows of a table, or what keeps them from being read."""
        text = self.text(name)
        if isinstance(text, Problem):
            yield text
            return
        shown = self.shown(name)
        reader = csv.reader(text.splitlines(), strict=True)
        try:
            header = tuple(next(reader, ()))
            if header != columns:
                missing = [f"no {one}" for one in columns if one not in header]
                unknown = [f"{shortened(one)} unknown" for one in header if one not in columns]
                said = listed((missing + unknown)[:_SHOWN]) or "another order of columns"
                yield E309.found(shown, 1, f"the columns are not those of the dictionary: {said}")
                return
            for cells in reader:
                if len(cells) != len(columns):
                    message = f"the header has {len(columns)} names, the row {len(cells)}"
                    yield E302.found(shown, reader.line_num, message)
                else:
                    yield _Row(reader.line_num, dict(zip(columns, cells, strict=True)))
        except csv.Error as error:
            yield E302.found(shown, reader.line_num, f"the row can't be read ({error})")


def _councils(tables: Tables) -> Generator[Problem, None, set[str]]:
    codes: set[str] = set()
    shown = tables.shown(COUNCILS)
    patterns: dict[str, str] = {nation.value: pattern for nation, pattern in COUNCIL_CODES.items()}
    for row in tables.rows(COUNCILS, COLUMNS_OF_COUNCILS):
        if isinstance(row, Problem):
            yield row
            continue
        code, nation = row.cells["code"], row.cells["nation"]
        if nation not in patterns or not re.fullmatch(patterns[nation], code, re.ASCII):
            message = f"{shortened(code)} is no council of {shortened(nation) or 'no nation'}"
            yield E310.found(shown, row.line, message, field="code")
        if code in codes:
            yield E306.found(shown, row.line, f"{shortened(code)} has a row already", field="code")
        codes.add(code)
    return codes


def _places(tables: Tables, nation: NationFigures, councils: set[str]) -> Generator[Problem, None, set[str]]:
    """Look at the table of a nation, and give the codes of its places."""
    name = table_of(nation.nation)
    shown = tables.shown(name)
    limits = _limits(nation)
    pattern = re.compile(PLACE_CODES[nation.nation], re.ASCII)
    codes: set[str] = set()
    for row in tables.rows(name, columns_of(nation)):
        if isinstance(row, Problem):
            yield row
            continue
        code, council = row.cells["code"], row.cells["council"]
        if not pattern.fullmatch(code):
            message = f"{shortened(code)} is no {nation.place} in {nation.nation.value}"
            yield E310.found(shown, row.line, message, field="code")
        if code in codes:
            yield E306.found(shown, row.line, f"{shortened(code)} has a row already", field="code")
        if councils and council not in councils:
            message = f"{shortened(council) or 'an empty text'} is no council of today"
            yield E317.found(shown, row.line, message, field="council")
        for column, own in limits.items():
            if cell := row.cells[column]:
                yield from _cell(shown, row.line, column, cell, own)
        codes.add(code)
    return codes


def _limits(nation: NationFigures) -> dict[str, _Limits]:
    return {
        "lon": _Limits(float(WEST_EAST[0]), float(WEST_EAST[1]), code=E305),
        "lat": _Limits(float(SOUTH_NORTH[0]), float(SOUTH_NORTH[1]), code=E305),
        nation.weight or PEOPLE: _Limits(0, inf, whole=True),
        "areas": _Limits(1, inf, whole=True),
        "tenth": _Limits(1, 10),
        **{one.key: _Limits(one.limits[0], one.limits[1]) for one in nation.figures},
    }


def _cell(shown: str, line: int, column: str, cell: str, limits: _Limits) -> Iterator[Problem]:
    if not (_WHOLE if limits.whole else _NUMBER).fullmatch(cell):
        message = f"{shortened(cell)} is no {'whole ' if limits.whole else ''}number"
        yield E303.found(shown, line, message, field=column)
    elif not limits.low <= float(cell) <= limits.high:
        between = (
            f"outside {limits.low:g} to {limits.high:g}" if limits.high < inf else f"below {limits.low:g}"
        )
        message = f"{shortened(cell)} is {between}"
        yield limits.code.found(shown, line, message, field=column)


def _neighbours(tables: Tables, places: set[str]) -> Iterator[Problem]:
    outlines = yield from _outlined(tables)
    known = places | outlines
    for row in tables.rows(NEIGHBOURS, COLUMNS_OF_NEIGHBOURS):
        if isinstance(row, Problem):
            yield row
            continue
        for column, code in row.cells.items():
            if code not in known:
                message = f"{shortened(code)} is no place and has no outline"
                yield E318.found(tables.shown(NEIGHBOURS), row.line, message, field=column)
    for row in tables.rows(FITS, COLUMNS_OF_FITS):
        if isinstance(row, Problem):
            yield row
        elif row.cells["code"] not in places:
            message = f"{shortened(row.cells['code'])} is no place"
            yield E318.found(tables.shown(FITS), row.line, message, field="code")


def _outlined(tables: Tables) -> Generator[Problem, None, set[str]]:
    """Give the codes of the places that have an outline."""
    text = tables.text(OUTLINES)
    if isinstance(text, Problem):
        yield text
        return set()
    try:
        return {code for code, _ in outlined(json.loads(text))}
    except (ValueError, RecursionError) as error:
        yield E308.found(tables.shown(OUTLINES), 1, f"the outlines are no JSON ({error})")
        return set()


def _outlined_in(tables: Tables, councils: set[str]) -> Iterator[Problem]:
    """Look at the council of each outline."""
    for row in tables.rows(OUTLINED, COLUMNS_OF_OUTLINED):
        if isinstance(row, Problem):
            yield row
        elif councils and row.cells["council"] not in councils:
            message = f"{shortened(row.cells['council']) or 'an empty text'} is no council of today"
            yield E317.found(tables.shown(OUTLINED), row.line, message, field="council")
