"""A workbook says the same as the CSV files of its sheets, and its faults are told as theirs are."""

import datetime
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from tests.official.workbooks import change, rows_of, write

from resilience.official import CannotImport, FuelPoverty, read_files
from resilience.official.sheet import Sheet, read_sheet
from resilience.official.sources import Areas

FILES = Path(__file__).with_name("files")
FUEL = FILES / "fuel-poverty-2022-shape-made-up.csv"
IN_2021 = FuelPoverty(lsoas=2021)
A_DAY = (datetime.date(2026, 3, 1), "d mmm yy")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return write(tmp_path / "fuel.xlsx", rows_of(FUEL))


def figures(path: Path, fuel: FuelPoverty = IN_2021) -> Areas:
    (areas,) = read_files([path], fuel=fuel).figures
    return areas


def fault(path: Path) -> str:
    with pytest.raises(CannotImport) as caught:
        figures(path)
    return str(caught.value).replace(path.as_posix(), "F")


@pytest.mark.parametrize(
    ("name", "fuel"),
    [
        ("fuel-poverty-2019-shape-made-up.csv", FuelPoverty(lsoas=2011)),
        ("fuel-poverty-2022-shape-made-up.csv", IN_2021),
        ("fuel-poverty-2019-true.csv", FuelPoverty(lsoas=2011)),
        ("iod2019-file7-true.csv", FuelPoverty()),
        ("iod2025-file7-made-up.csv", FuelPoverty()),
    ],
)
def test_the_sheet_is_found_and_says_what_its_csv_says(tmp_path: Path, name: str, fuel: FuelPoverty) -> None:
    path = write(tmp_path / "official.xlsx", rows_of(FILES / name))
    of_book, of_csv = figures(path, fuel), figures(FILES / name, fuel)
    assert of_book.file == f"{path.as_posix()} [Table 3]"
    assert (of_book.edition, of_book.vintage, of_book.figures) == (
        of_csv.edition,
        of_csv.vintage,
        of_csv.figures,
    )
    assert of_book.by_code == of_csv.by_code


def test_look_ups_may_be_workbooks_too(tmp_path: Path) -> None:
    changes = write(tmp_path / "changes.xlsx", rows_of(FILES / "lsoa11-lsoa21-made-up.csv"))
    wards = write(tmp_path / "wards.xlsx", rows_of(FILES / "lsoa21-ward24-made-up.csv"))
    of_books = read_files([FUEL, changes, wards], fuel=IN_2021)
    of_csv = read_files(
        [FUEL, FILES / "lsoa11-lsoa21-made-up.csv", FILES / "lsoa21-ward24-made-up.csv"], fuel=IN_2021
    )
    assert of_books.wards is not None
    assert of_csv.wards is not None
    assert of_books.wards.by_code == of_csv.wards.by_code
    assert of_books.changes is not None
    assert of_csv.changes is not None
    assert of_books.changes.all == of_csv.changes.all


CELLS = st.one_of(
    st.just(""),
    st.integers(0, 10**9).map(str),
    st.decimals(0, 1000, places=3, allow_nan=False).map(lambda number: f"{abs(number).normalize():f}"),
    st.text(
        st.characters(
            min_codepoint=32, max_codepoint=0x2FFF, exclude_categories=("Cs", "Nd"), exclude_characters="="
        ),
        max_size=8,
    ),
)


@given(st.lists(st.lists(CELLS, min_size=4, max_size=4), max_size=6))
def test_any_table_is_the_same_sheet_from_both(
    tmp_path_factory: pytest.TempPathFactory, below: list[list[str]]
) -> None:
    folder = tmp_path_factory.mktemp("both")
    header = ["LSOA Code", "a", "b", "c"]
    text = "\n".join(",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in below)
    saved = folder / "table.csv"
    saved.write_text(f"Title,,,\n{','.join(header)}\n{text}\n", encoding="utf-8")
    of_csv, of_book = read_sheet(saved), read_sheet(write(folder / "table.xlsx", rows_of(saved)))
    assert _said(of_book) == _said(of_csv)


def _said(sheet: Sheet) -> list[list[str]]:
    return [
        [cell.strip() for cell in sheet.header if cell],
        *([sheet.cell(row, name) for name in ("LSOA Code", "a", "b", "c")] for row in sheet.rows),
    ]


@pytest.mark.parametrize("as_text", ["1,000", " 1000 ", "1 000"])
def test_numbers_kept_as_text_are_read_as_in_csv(book: Path, as_text: str) -> None:
    assert figures(change(book, F6=as_text)).by_code == figures(FUEL).by_code


@pytest.mark.parametrize("form", ["#,##0", "0", "#,##0;[Red]-#,##0", '0" %"'])
def test_how_a_number_is_shown_makes_no_difference(book: Path, form: str) -> None:
    assert figures(change(book, F6=(1000, form))).by_code == figures(FUEL).by_code


def test_a_percent_is_a_rate_where_a_rate_is_wanted_and_a_fault_elsewhere(tmp_path: Path) -> None:
    path = write(tmp_path / "imd.xlsx", rows_of(FILES / "iod2025-file7-made-up.csv"))
    header = rows_of(FILES / "iod2025-file7-made-up.csv")[0]
    sheet = load_workbook(path)["Table 3"]
    rate = sheet.cell(2, header.index("Income Score (rate)") + 1).coordinate
    score = sheet.cell(2, header.index("Index of Multiple Deprivation (IMD) Score") + 1).coordinate
    area = figures(change(path, **{rate: (0.205, "0%")})).by_code["E01900001"]
    assert area.values["imd2025_income_deprived_pct"] == Decimal("20.5")
    assert "'30.5%' has a percent sign." in fault(change(path, **{score: (0.305, "0.0%")}))


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ("F6", "#N/A", "F [Table 3]:6 Number of households: '#N/A' is not a number."),
        ("F6", "high", "F [Table 3]:6 Number of households: 'high' is not a number. Write digits"),
        (
            "F6",
            A_DAY,
            "F [Table 3]:6 Number of households: '2026-03-01' is not a number.",
        ),
        ("F6", True, "F [Table 3]:6 Number of households: 'TRUE' is not a number."),
        (
            "A6",
            A_DAY,
            "F [Table 3]:6 LSOA Code: '2026-03-01' is not the code of an LSOA.",
        ),
        ("A6", 1900003, "F [Table 3]:6 LSOA Code: '1900003' is not the code of an LSOA."),
        ("A6", "E01900001", "F [Table 3]:6 LSOA Code: E01900001 stands on line 4 already."),
        (
            "F6",
            "=500+500",
            "F:6: A formula in this row of the sheet `Table 3` was never worked out. Open the",
        ),
        ("G3", "Poor", "F [Table 3]:3 Number of households in fuel poverty: The file looks like"),
    ],
)
def test_a_sentence_says_the_sheet_the_row_and_the_column(
    book: Path, cell: str, value: object, said: str
) -> None:
    assert fault(change(book, **{cell: value})).startswith(said)


def test_what_stands_under_merged_cells_is_missing_as_in_csv(book: Path) -> None:
    opened = load_workbook(book)
    opened["Table 3"].merge_cells("A5:A6")
    opened.save(book)
    assert fault(book).startswith("F [Table 3]:6 LSOA Code: The code of the LSOA is missing.")


def test_a_stray_cell_far_away_is_told(book: Path) -> None:
    assert "The row has" not in fault(change(book, A6="x"))
    assert figures(change(write(book, rows_of(FUEL)), Z6=None)).by_code == figures(FUEL).by_code


@pytest.mark.parametrize("names", [("Table 4",), ("Table 4", "Table 5")])
def test_of_several_sheets_that_which_has_every_column_is_read(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    other = [["LSOA Code", "Number of homes"], ["E01900001", 7]]
    path = write(tmp_path / "fuel.xlsx", rows_of(FUEL), **dict.fromkeys(names, other))
    assert figures(path).by_code == figures(FUEL).by_code


def test_two_that_have_every_column_are_named(tmp_path: Path) -> None:
    path = write(tmp_path / "fuel.xlsx", rows_of(FUEL), **{"Table 3b": rows_of(FUEL)})
    assert fault(path) == (
        "F: Each of the sheets `Table 3` and `Table 3b` has a column of codes; "
        "which one is meant is not told. Open the workbook, save the right sheet as CSV, and give that."
    )


def test_where_no_sheet_has_codes_all_are_named(tmp_path: Path) -> None:
    path = write(tmp_path / "fuel.xlsx", [["Region", "Households"]], title="Table 1")
    said = fault(path)
    assert said.startswith("F: No sheet has a column of codes near its top: `LSOA code (2011)`, `LSOA21CD`")
    assert "The workbook has `Cover`, `Notes`, `Table 2` and `Table 1`. Give the official" in said


def test_a_hidden_sheet_is_not_read_unseen(book: Path) -> None:
    opened = load_workbook(book)
    opened["Table 3"].sheet_state = "hidden"
    opened.save(book)
    assert fault(book).startswith(
        "F: A column of codes stands on hidden sheets only: `Table 3`. Show the sheet"
    )


def test_a_workbook_is_known_by_what_it_holds_whatever_its_name(book: Path) -> None:
    named = book.with_name("sheet.csv")
    shutil.copy(book, named)
    assert figures(named).by_code == figures(FUEL).by_code
