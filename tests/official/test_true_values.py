"""Files that hold true values give back the committed tables."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from resilience.evidence.areas import read_ward_table
from resilience.official import FuelPoverty, Table, Wanted, as_csv, import_places, read_files
from resilience.places.measures import COMPARED

FILES = Path(__file__).with_name("files")
TABLES = Path(__file__).with_name("tables")
"""Rows of the tables of this repository, as they were made from the same releases."""
TRUE = [FILES / f"{name}-true.csv" for name in ("iod2019-file7", "lsoa11-ward17", "fuel-poverty-2019")]
GIVEN = read_files(TRUE, fuel=FuelPoverty(lsoas=2011))
OTHER_NAMES = {"ltla19_code": "ltla17_code", "ltla19_name": "ltla17_name"}


def committed(name: str, key: str) -> dict[str, dict[str, str]]:
    with (TABLES / name).open(encoding="utf-8", newline="") as lines:
        return {row[key]: row for row in csv.DictReader(lines)}


def same(found: str, expected: str) -> bool:
    return found == expected or Decimal(found) == Decimal(expected)


def test_lsoas_are_those_of_the_committed_table() -> None:
    table = import_places(GIVEN).table
    expected = committed("neighbourhood-lsoas.csv", "lsoa11_code")
    shared = [name for name in table.columns if name in next(iter(expected.values()))]
    assert len(shared) == 20
    assert len(table.rows) == 8
    for row in table.rows:
        own = expected[row["lsoa11_code"]]
        assert [name for name in shared if not same(row[name], own[name])] == []


def test_means_over_wards_are_those_of_the_committed_table() -> None:
    table = import_places(GIVEN, Wanted(by="ward")).table
    expected = committed("nw-wards.csv", "ward17_code")
    shared = [name for name in table.columns if name in next(iter(expected.values()))]
    assert len(shared) == 17
    assert [row["ward17_name"] for row in table.rows] == ["Claremont", "St George's"]
    for row in table.rows:
        own = expected[row["ward17_code"]] | {"neighbourhood": ""}
        assert [name for name in shared if not same(row.get(name, ""), own[name])] == []


def test_a_table_of_wards_can_stand_in_for_the_committed_one(tmp_path: Path) -> None:
    made = tmp_path / "wards.csv"
    made.write_text(as_csv(import_places(GIVEN, Wanted(by="ward")).table), encoding="utf-8")
    own = {ward.code: ward for ward in read_ward_table(TABLES / "nw-wards.csv")}
    wards = read_ward_table(made)
    assert len(wards) == 2
    for ward in wards:
        true = own[ward.code]
        assert (ward.name, ward.council, ward.households) == (true.name, true.council, true.households)
        known = {one.column for one in COMPARED} & ward.figures.keys()
        assert len(known) == 9
        assert {name: ward.figures[name] for name in known} == {name: true.figures[name] for name in known}
        assert (ward.lon, ward.lat, ward.neighbourhood) == (None, None, "")


def test_only_the_councils_that_are_wanted() -> None:
    def names(*councils: str) -> set[str]:
        return {row["ltla19_name"] for row in import_places(GIVEN, Wanted(councils=councils)).table.rows}

    assert names("preston") == {"Preston"}
    assert names("E06000009") == {"Blackpool"}
    assert names("Preston", "Blackpool") == {"Preston", "Blackpool"}


def test_what_is_missing_is_empty_and_never_zero() -> None:
    table = import_places(GIVEN).table
    assert {"population_2015", "working_age_population_2015"} == table.empty_cells().keys()
    assert as_csv(Table(("a", "b"), ({"a": "1"},))) == "a,b\n1,\n"


@pytest.mark.parametrize("by", ["lsoa", "ward"])
def test_the_order_of_the_files_does_not_matter(by: str) -> None:
    wanted = Wanted(by="ward" if by == "ward" else "lsoa")
    turned = read_files(TRUE[::-1], fuel=FuelPoverty(lsoas=2011))
    one, other = import_places(GIVEN, wanted).table, import_places(turned, wanted).table
    assert [dict(row) for row in one.rows] == [dict(row) for row in other.rows]
    assert set(one.columns) == set(other.columns)
