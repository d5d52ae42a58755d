"""Fuel poverty sheets with titles, foot and notes as they are published; the figures are made up."""

import gzip
from decimal import Decimal
from pathlib import Path

import pytest

from resilience.official import CannotImport, FuelPoverty, Given, Wanted, import_places, read_files
from resilience.official.sources import Vintage

FILES = Path(__file__).with_name("files")
OF_2019 = FILES / "fuel-poverty-2019-shape-made-up.csv"
OF_2022 = FILES / "fuel-poverty-2022-shape-made-up.csv"
CHANGES = FILES / "lsoa11-lsoa21-made-up.csv"


def whole(monkeypatch: pytest.MonkeyPatch, **lsoas: Vintage) -> None:
    """Have a small England, with as many LSOAs as the files have rows."""
    counts = {int(count.removeprefix("of_")): vintage for count, vintage in lsoas.items()}
    monkeypatch.setattr("resilience.official.fuel_poverty.LSOAS_IN_ENGLAND", counts)


def read(path: Path, lsoas: Vintage) -> Given:
    return read_files([path, CHANGES], fuel=FuelPoverty(lsoas=lsoas))


def rows(given: Given, to: Vintage) -> dict[str, tuple[str, str]]:
    table = import_places(given, Wanted(vintage=to)).table
    code, _, households, poor = table.columns
    return {row[code]: (row.get(households, ""), row.get(poor, "")) for row in table.rows}


@pytest.mark.parametrize(("path", "year", "lsoas"), [(OF_2019, 2019, 2011), (OF_2022, 2022, 2021)])
def test_year_and_census_are_told_by_the_sheet_itself(
    path: Path, year: int, lsoas: Vintage, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole(monkeypatch, of_5=lsoas)
    (areas,) = read_files([path]).figures
    assert (areas.edition, areas.vintage, len(areas.by_code)) == (f"fuel poverty {year}", lsoas, 5)
    assert areas.by_code["E01900001"].values[f"households_{year}"] == Decimal(928 if year == 2019 else 600)


def test_an_lsoa_without_any_other_cell_is_a_row_and_no_note(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    text = OF_2022.read_text(encoding="utf-8")
    path.write_text(
        text.replace("E01900005,Madeup 001E,E07999999,Madeup,North West,650,100,15.385", "E01900005,,,,,,,")
    )
    assert read(path, 2021).figures[0].by_code["E01900005"].values == {}


def test_a_row_that_lacks_its_code_is_told_even_above_the_foot(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text(OF_2022.read_text(encoding="utf-8").replace("E01900005,", ","), encoding="utf-8")
    with pytest.raises(CannotImport, match=r"csv:8 LSOA Code: The code of the LSOA is missing"):
        read(path, 2021)


@pytest.mark.parametrize("footnote", ["2", " [Note 3]", " [note 4]", " [Notes 4 and 6]"])
def test_names_of_columns_may_end_in_a_footnote(tmp_path: Path, footnote: str) -> None:
    path = tmp_path / "sheet.csv"
    text = OF_2022.read_text(encoding="utf-8")
    path.write_text(text.replace("in fuel poverty,", f"in fuel poverty{footnote},"), encoding="utf-8")
    assert read(path, 2021).figures[0].by_code == read(OF_2022, 2021).figures[0].by_code


def test_figures_on_lsoas_of_2011_pass_to_2021_where_these_are_whole_ones() -> None:
    assert rows(read(OF_2019, 2011), 2021) == {
        "E01900001": ("928", "59"),
        "E01900002": ("", ""),  # A part of E01800023, which was split.
        "E01900003": ("", ""),
        "E01900004": ("700", "80"),  # Merged of two.
        "E01900005": ("", ""),  # An irregular change.
    }


def test_figures_on_lsoas_of_2021_pass_to_2011_where_these_are_whole_ones() -> None:
    assert rows(read(OF_2022, 2021), 2011) == {
        "E01900001": ("600", "60"),
        "E01800023": ("1400", "200"),  # Split into two.
        "E01800041": ("", ""),
        "E01800042": ("", ""),
        "E01800051": ("", ""),
    }


def test_both_editions_and_the_look_up_of_open_data_make_one_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole(monkeypatch, of_5=2011, of_4=2021)
    newer = tmp_path / "2022.csv.gz"
    lines = OF_2022.read_text(encoding="utf-8").splitlines(keepends=True)
    newer.write_bytes(gzip.compress("".join(lines[:7] + lines[8:]).encode()))
    bare = tmp_path / "changes.csv"
    cells = [line.split(",") for line in CHANGES.read_text(encoding="utf-8").splitlines()[1:]]
    bare.write_text(
        "\n".join(["lsoa11_code,lsoa21_code,change_code", *(f"{c[0]},{c[2]},{c[4]}" for c in cells)])
    )
    table = import_places(read_files([OF_2019, newer, bare])).table
    assert table.columns[0] == "lsoa11_code"
    row = {row["lsoa11_code"]: row for row in table.rows}["E01800023"]
    assert (row["lsoa11_name"], row["households_2019"], row["households_2022"]) == (
        "Madeup 001B",
        "1173",
        "1400",
    )
