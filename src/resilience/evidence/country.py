"""The tables of all places of the United Kingdom, read into records."""

import csv
import gzip
import io
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from resilience.records.place import Country, Fit, LocalAuthority, Place
from resilience.records.place_figures import NationFigures, PlaceFigures
from resilience.records.vocabulary import Nation

COUNCILS = "councils.csv"
NEIGHBOURS = "neighbours.csv.gz"
FITS = "neighbourhood-places.csv"
NATIONS = {one.value: one for one in Nation}


def table_of(nation: Nation) -> str:
    """Name the table of a nation's places."""
    return f"{nation.value.lower().replace(' ', '-')}.csv.gz"


def packed(text: str) -> bytes:
    """Pack a table by gzip: without a time or a name, so that one text is always the same bytes."""
    into = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=into, mtime=0) as file:
        file.write(text.encode())
    return into.getvalue()


def read_country(folder: Path, dictionary: PlaceFigures) -> Country:
    """Read all tables of a folder; raises OSError and ValueError where one can't be read."""
    councils = {row["code"]: _council(row) for row in _rows(folder / COUNCILS)}
    places = {place.code: place for nation in dictionary.nations for place in _places(folder, nation)}
    neighbours = defaultdict(set)
    for row in _rows(folder / NEIGHBOURS):
        one, other = row.values()
        neighbours[one].add(other)
        neighbours[other].add(one)
    bordering = {code: frozenset(codes) for code, codes in neighbours.items()}
    return Country(councils, places, bordering, _fits(folder))


def _fits(folder: Path) -> dict[str, tuple[Fit, ...]]:
    found: dict[str, list[Fit]] = defaultdict(list)
    for row in _rows(folder / FITS):
        slug, code, *households = row.values()
        found[slug].append(Fit(code, *map(int, households)))
    return {slug: tuple(fits) for slug, fits in found.items()}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _council(row: Mapping[str, str]) -> LocalAuthority:
    return LocalAuthority(
        code=row["code"],
        name=row["name"],
        nation=NATIONS[row["nation"]],
        region=row["region"],
        county=row["county"],
        combined=row["combined"],
        former=tuple(filter(None, row["former"].split(";"))),
        county_code=row["county_code"],
        combined_code=row["combined_code"],
    )


def _places(folder: Path, nation: NationFigures) -> Iterator[Place]:
    keys = [one.key for one in nation.figures]
    weight = nation.weight or "people"
    for row in _rows(folder / table_of(nation.nation)):
        yield Place(
            code=row["code"],
            name=row["name"],
            council=row["council"],
            nation=nation.nation,
            rural=row["rural"] == "Rural" if row["rural"] else None,
            lon=_number(row["lon"]),
            lat=_number(row["lat"]),
            weight=int(row[weight]) if row[weight] else None,
            areas=int(row["areas"]),
            tenth=_number(row["tenth"]),
            figures={key: float(row[key]) for key in keys if row[key]},
        )


def _number(cell: str) -> float | None:
    return float(cell) if cell else None
