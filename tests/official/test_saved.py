"""A sheet says the same in whatever form a spreadsheet saved it as text."""

import csv
import gzip
import io
from pathlib import Path

import pytest

from resilience.official import CannotImport, FuelPoverty, read_files
from resilience.official.sources import Areas

SHEET = Path(__file__).with_name("files") / "fuel-poverty-2022-shape-made-up.csv"


def figures(path: Path, encoding: str = "utf-8") -> Areas:
    (areas,) = read_files([path], encoding, FuelPoverty(lsoas=2021)).figures
    return areas


def parted(sign: str, **replaced: str) -> str:
    with SHEET.open(encoding="utf-8", newline="") as file:
        rows = [[replaced.get(f"n{cell}", cell) for cell in row] for row in csv.reader(file)]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=sign, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("ending", ["csv", "txt.gz"])
def test_any_sign_between_cells_and_any_mark_at_the_start(
    tmp_path: Path, sign: str, encoding: str, ending: str
) -> None:
    path = tmp_path / f"sheet.{ending}"
    content = parted(sign, **{"nMadeup 001B": "Môdeup 001B"}).encode(encoding)
    path.write_bytes(gzip.compress(content) if ending.endswith("gz") else content)
    read = figures(path, "cp1252" if encoding == "cp1252" else "utf-8")
    assert read.by_code["E01900002"].name == "Môdeup 001B"
    assert {code: area.values for code, area in read.by_code.items()} == {
        code: area.values for code, area in figures(SHEET).by_code.items()
    }


@pytest.mark.parametrize(
    "written", ["1,000", "1 000", "1\u00a0000", " 1,000 ", "1,000.00", "1000.00", "1.0E+03"]
)
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_formats_of_numbers(tmp_path: Path, sign: str, written: str) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text(parted(sign, n1000=written), encoding="utf-8")
    assert figures(path).by_code == figures(SHEET).by_code


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "1.000",
            "'1.000' may stand before decimals or between thousands. Format the column as a plain number",
        ),
        ("-", "'-' may be a zero, as accountants write it, or nothing. Format the column as a plain number"),
        ("####", "'####' is no figure: the column was too narrow to show it. Widen the column"),
        ("1000,5", "'1000,5' has a decimal comma."),
    ],
)
def test_what_can_be_read_in_two_ways_is_told_and_never_guessed_at(
    tmp_path: Path, written: str, said: str
) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text(parted(";", n1000=written), encoding="utf-8")
    with pytest.raises(CannotImport) as caught:
        figures(path)
    assert said in str(caught.value)
    assert ":6 Number of households:" in str(caught.value)


@pytest.mark.parametrize("sign", ["*", "..", "[c]", "[x]", "[z]"])
def test_signs_for_a_figure_that_was_not_published_leave_it_empty(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text(parted(",", n1000=sign), encoding="utf-8")
    assert figures(path).by_code["E01900003"].values == {"fuel_poor_households_2022": 150}


def test_a_packed_file_that_is_broken_is_told(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv.gz"
    path.write_bytes(gzip.compress(SHEET.read_bytes())[:60])
    with pytest.raises(CannotImport, match="can't be unpacked"):
        figures(path)
