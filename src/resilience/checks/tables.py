"""Are the small tables whole, and can their numbers be true?"""

import csv
import math
import re
from collections import Counter
from collections.abc import Collection, Iterator
from functools import cache, partial
from io import StringIO
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from resilience.checks.corpus import Corpus
from resilience.checks.files import MAX_BYTES_OF_MANY, read_text
from resilience.checks.identifiers import E235, ONS_CODE
from resilience.checks.problem import Code, Problem, listed, meant, shortened
from resilience.checks.references import E149
from resilience.evidence.shared import content_of
from resilience.tables import other_content

E301 = Code(
    "E301",
    "A table with an unclear header",
    "Columns are found by their names.",
    "Give each column one name of its own, in small letters, digits and underscores.",
    "code,name,name",
)
E302 = Code(
    "E302",
    "A row of the wrong length",
    "The values stand under the wrong names.",
    "Add or delete commas; put a value with a comma in double quotes.",
    "E01006944,Sefton, 003A",
)
E303 = Code(
    "E303",
    "A value that is no number",
    "The column holds numbers.",
    "Write digits and a point; leave the cell empty where the value was not seen.",
    "imd2019_score\nn/a",
)
E304 = Code(
    "E304",
    "A number outside its column's range",
    "Deciles run from 1 to 10, percentages from 0 to 100; counts, scores and variances are not negative.",
    "Look at the source again.",
    "imd2019_decile\n11",
)
E305 = Code(
    "E305",
    "A place outside the United Kingdom",
    "The map would put it in the sea.",
    "Often `lon` and `lat` are swapped, or a minus sign is missing.",
    "lon,lat\n53.65,-2.98",
)
E306 = Code(
    "E306",
    "A row that stands twice",
    "It would count twice.",
    "Delete one.",
    "E01006944, in two rows",
)

E307 = Code(
    "E307",
    "A table that is not as its README says",
    "The README is where people and programs look up what a column means.",
    "Mend the header, or describe the columns in the README of the folder, one row each, in their order.",
    "a column `imd2030_score` that README.md does not have",
)


class _Range(NamedTuple):
    column: re.Pattern[str]
    low: float
    high: float
    code: Code


_ENDLESS = math.inf
_RANGES = tuple(
    _Range(re.compile(pattern), low, high, code)
    for pattern, low, high, code in (
        (r"_decile$", 1, 10, E304),
        (r"_pct(_|$)", 0, 100, E304),
        (r"^lon$", -9, 2, E305),
        (r"^lat$", 49.8, 61, E305),
        (
            r"_score$|_rank$|_m$|^lsoas|^households|^fuel_poor_households|^betting|^vi$|^mean_age$",
            0,
            _ENDLESS,
            E304,
        ),
        (r"^yi$", -_ENDLESS, _ENDLESS, E304),
    )
)
_COLUMN = re.compile(r"[a-z][a-z0-9_]*")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE]-?[0-9]{1,2})?")
_DESCRIBED = re.compile(r"^\| `(\w+)` \|", re.MULTILINE)
_SHOWN = 3
_ROW_NAMES = (("lsoa11_code",), ("ward17_code",), ("sample_id", "effect_id"))
"""Columns that together name a row; the first set that a table has must not repeat."""


class _Table(NamedTuple):
    shown: str
    header: list[str]
    places: Collection[str]
    """Slugs of neighbourhoods."""

    def problem(self, code: Code, line: int, column: str, message: str, mend: str = "") -> Problem:
        return code.found(self.shown, line, message, field=column, mend=mend)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at each table below places/ and pools/."""
    places = corpus.names("neighbourhood")
    # The module's own limit is lower and holds for the whole process: what is said must not hang on it.
    csv.field_size_limit(MAX_BYTES_OF_MANY)
    for file, text in corpus.tables.items():
        shown, readme = corpus.shown(file), corpus.folder / file.parent / "README.md"
        makings = "table", shown, text, places, content_of([readme])
        yield from corpus.shared.once(makings, partial(_found, shown, text, places, readme))


def _found(shown: str, text: str, places: frozenset[str], readme: Path) -> tuple[Problem, ...]:
    return tuple(_problems(shown, text, places, readme))


def _problems(shown: str, text: str, places: frozenset[str], readme: Path) -> Iterator[Problem]:
    if other := other_content(text.encode()):
        yield E301.found(shown, 1, other.said, mend=other.mend)
        return
    reader = csv.reader(StringIO(text), strict=True)
    try:
        table = _Table(shown, next(reader, []), places)
        unclear = list(_header(table))
        yield from unclear or chain(_described(table, readme), _rows(table, reader))
    except csv.Error as error:
        yield E302.found(shown, reader.line_num, f"the row can't be read ({error})")


def _header(table: _Table) -> Iterator[Problem]:
    if not table.header:
        yield table.problem(E301, 1, "", "the table is empty")
    for name, times in Counter(table.header).items():
        if times > 1:
            yield table.problem(E301, 1, name, f"{times} columns have one name")
        elif not _COLUMN.fullmatch(name):
            yield table.problem(E301, 1, "", f"{shortened(name) or 'an empty text'} is no name for a column")


def _described(table: _Table, readme: Path) -> Iterator[Problem]:
    """Compare the header with the columns that the README of the folder lists under the table's name."""
    text, _ = read_text(readme, "") if readme.exists() else (None, [])
    section = (text or "").partition(f"\n## `{PurePosixPath(table.shown).name}`\n")[2].partition("\n## ")[0]
    columns = _DESCRIBED.findall(section)
    if table.header != columns:
        missing = [f"no {name}" for name in columns if name not in table.header]
        unknown = [f"{shortened(name)} undescribed" for name in table.header if name not in columns]
        message = listed((missing + unknown)[:_SHOWN]) or "another order of columns"
        yield table.problem(E307, 1, "", f"the table is not as README.md describes it: {message}")


def _rows(table: _Table, reader: Any) -> Iterator[Problem]:
    naming = next((names for names in _ROW_NAMES if set(names) <= set(table.header)), ())
    seen: set[tuple[str, ...]] = set()
    for row in reader:
        line = reader.line_num
        if len(row) != len(table.header):
            message = f"the header has {len(table.header)} names, the row {len(row)}"
            yield table.problem(E302, line, "", message)
            continue
        cells = dict(zip(table.header, row, strict=True))
        name = tuple(cells[column] for column in naming)
        if naming and name in seen:
            yield table.problem(E306, line, naming[-1], f"{shortened(', '.join(name))} has a row already")
        seen.add(name)
        for column, value in cells.items():
            if value:
                yield from _cell(table, line, column, value)


def _cell(table: _Table, line: int, column: str, value: str) -> Iterator[Problem]:
    if column.endswith("_code") and not ONS_CODE.match(value):
        yield table.problem(E235, line, column, f"{shortened(value)} is not an ONS code")
    if column == "neighbourhood" and value not in table.places:
        message = f"{shortened(value)} is no neighbourhood that we know"
        yield table.problem(E149, line, column, message, meant(value, table.places))
    rule = _rule(column)
    if rule is None:
        return
    if not _NUMBER.fullmatch(value):
        yield table.problem(E303, line, column, f"{shortened(value)} is no number")
    elif not rule.low <= float(value) <= rule.high:
        limits = f"outside {rule.low:g} to {rule.high:g}" if rule.high < _ENDLESS else f"below {rule.low:g}"
        message = f"{shortened(value)} is {limits}"
        yield table.problem(rule.code, line, column, message)


@cache
def _rule(column: str) -> _Range | None:
    return next((rule for rule in _RANGES if rule.column.search(column)), None)
