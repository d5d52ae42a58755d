"""Each thing that is wrong with a file gets a sentence with the file, the line, the column and the mend."""

from pathlib import Path

import pytest
from tests.tables.zipped import zipped

from resilience.official import CannotImport, FuelPoverty, read_files
from resilience.official.faults import Fault, sentences

FILES = Path(__file__).with_name("files")
IMD = "iod2025-file7-made-up.csv"
FUEL = "fuel-poverty-2023-made-up.csv"
CHANGES = "lsoa11-lsoa21-made-up.csv"
WARDS = "lsoa21-ward24-made-up.csv"
SCORE = "Index of Multiple Deprivation (IMD) Score"
INCOME = "Income Score (rate)"
IN_2023 = FuelPoverty(2023, 2021)
POINTS = "Save the file as CSV again, with decimal points."
SAVED = "Format the column as a plain number and save the file as CSV again."


def faults(path: Path, encoding: str = "utf-8", fuel: FuelPoverty = IN_2023) -> list[str]:
    with pytest.raises(CannotImport) as caught:
        read_files([path], encoding, fuel)
    return [sentence.replace(path.as_posix(), "F") for sentence in sentences(caught.value.faults)]


def changed(folder: Path, name: str, old: str, new: str) -> Path:
    text = (FILES / name).read_text(encoding="utf-8")
    assert text.count(old) == 1
    path = folder / name
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "old", "new", "sentence"),
    [
        (IMD, "30.5,7000", "high,7000", f"F:2 {SCORE}: 'high' is not a number. Write digits"),
        (IMD, "30.5,7000", "30.5%,7000", f"F:2 {SCORE}: '30.5%' has a percent sign. {SAVED}"),
        (IMD, "30.5,7000", '"30,512",7000', f"F:2 {SCORE}: '30,512' has a decimal comma. {POINTS}"),
        (IMD, "30.5,7000", '30.5,"7000,5"', "F:2 Index of Multiple Deprivation (IMD) Rank (where 1"),
        (IMD, "30.5,7000", "130.5,7000", f"F:2 {SCORE}: 130.5 is not a score from 0 to 100. Look at"),
        (IMD, "30.5,7000", "nan,7000", "'nan' is not a number."),
        (IMD, ",0.2,,3,", ",20,,3,", f"F:2 {INCOME}: 20 is not a rate from 0 to 1."),
        (IMD, "30.5,7000,3,", "30.5,7000,11,", "11 is not a whole number from 1 to 10."),
        (IMD, "30.5,7000,3,", "30.5,0,3,", "0 is not a whole number from 1 up."),
        (IMD, ",1500,", ",-1500,", "F:2 Total population: mid 2022: -1500 is below zero"),
        (IMD, "E01900002", "E0190002", "F:3 LSOA code (2021): 'E0190002' is not the code of an LSOA."),
        (IMD, "E01900002", "", "F:3 LSOA code (2021): The code of the LSOA is missing."),
        (IMD, "E01900002", "E01900001", "F:3 LSOA code (2021): E01900001 stands on line 2 already."),
        (IMD, "Madeup 001B,E", "Madeup, 001B,E", "F:3: The row has 57 cells, but the header has 56."),
        (IMD, INCOME, "Income Score", f"F:1 {INCOME}: The file looks like the Indices of"),
        (IMD, "Crime Score", INCOME, f"F:1 {INCOME}: Two columns have this name. Delete one."),
        (IMD, "Madeup 001B", '"Madeup 001B', "F:3: The quotation marks do not pair"),
        (FUEL, "600,60,", "600,601,", "F:4 Number of households in fuel poverty: More households are fuel"),
        (FUEL, "LSOA Name", "Name", "F:3 LSOA Name: The file looks like the fuel poverty table of LSOAs"),
        (FUEL, "Local Authority Name", "Council", "F:3 LA Name: The file looks like the fuel poverty table"),
        (CHANGES, "Madeup 001A,U", "Madeup 001A,Q", "F:2 CHGIND: 'Q' is no kind of change. It is U"),
        (CHANGES, "CHGIND", "CHANGED", "F: The look-up of LSOAs 2011 to 2021 has no column `CHGIND`, so"),
        (CHANGES, "Madeup 001C,S", "Madeup 001C,U", "F:4 CHGIND: E01800023 is said to be unchanged, but"),
        (WARDS, "001A,E05990001", "001A,North", "F:2 WD24CD: 'North' is not the code of a ward. It has"),
        (WARDS, "WD24CD", "WARD", "F: The file looks like a look-up of LSOAs, but has no column such as"),
        (WARDS, "WD24NM", "WARD", "F:1 WD24NM: The file looks like a look-up from LSOAs to wards"),
        (WARDS, "LSOA21CD", "Area", "F: No row near the top has a column of codes"),
    ],
)  # fmt: skip
def test_a_sentence_says_where_and_what(tmp_path: Path, name: str, old: str, new: str, sentence: str) -> None:
    found = faults(changed(tmp_path, name, old, new))
    assert len(found) == 1
    assert sentence in found[0]


def test_all_faults_of_all_files_come_in_one_run(tmp_path: Path) -> None:
    one = changed(tmp_path, IMD, "30.5,7000,3,", "x,y,3,")
    two = changed(tmp_path, CHANGES, "Madeup 001A,U", "Madeup 001A,Q")
    with pytest.raises(CannotImport) as caught:
        read_files([one, two])
    assert len(caught.value.faults) == 3
    assert {fault.file for fault in caught.value.faults} == {one.as_posix(), two.as_posix()}


def test_of_many_alike_the_first_are_shown_and_the_rest_counted() -> None:
    many = [
        Fault("F", line, "Score", f"'{line}%' has a percent sign.", "Save again.") for line in range(2, 12)
    ]
    assert list(sentences(many)) == [
        "F:2 Score: '2%' has a percent sign. Save again.",
        "F:3 Score: '3%' has a percent sign. Save again.",
        "F:4 Score: '4%' has a percent sign. Save again.",
        "F Score: the same on 7 more lines.",
    ]


def test_windows_1252_is_named_with_its_line_and_read_on_request(tmp_path: Path) -> None:
    path = tmp_path / "wards.csv"
    text = (
        (FILES / WARDS).read_text(encoding="utf-8").replace("South Madeup", "South Madeŵp".replace("ŵ", "ô"))
    )
    path.write_bytes(text.encode("cp1252"))
    (found,) = faults(path)
    assert found.startswith("F:5: Byte ")
    assert "say --encoding cp1252 if it comes from Windows" in found
    figures = FILES / IMD
    given = read_files([path, figures], "cp1252")
    assert given.wards is not None
    assert given.wards.by_code["E01900004"].name == "South Madeôp"


def test_a_mark_of_utf8_is_no_part_of_the_first_name_whatever_encoding_is_said() -> None:
    path = FILES / "iod2019-file7-true.csv"
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    for encoding in ("utf-8", "cp1252"):
        assert len(read_files([path], encoding).figures[0].by_code) == 8


@pytest.mark.parametrize("name", ["tables.xlsx", "tables.csv"])
def test_a_workbook_is_to_be_saved_as_csv(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(zipped(xl_workbook="<workbook/>"))
    assert [sentence.rstrip() for sentence in faults(path)] == [
        "F: This is a workbook, not a table. Open it, save the sheet as CSV, and give that."
    ]


def test_a_web_page_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "imd.csv"
    path.write_text("<!DOCTYPE html>\n<html><title>Sign in</title></html>\n")
    (found,) = faults(path)
    assert found.startswith("F: This is a web page, not a table. Fetch the file")


@pytest.mark.parametrize("cell", ['"7,000"', "7 000", "7\u202f000"])
def test_signs_between_thousands_are_read(tmp_path: Path, cell: str) -> None:
    plain = read_files([FILES / IMD]).figures[0]
    parted = read_files([changed(tmp_path, IMD, "30.5,7000", f"30.5,{cell}")]).figures[0]
    assert parted.by_code == plain.by_code


def test_an_older_index_is_not_taken_for_that_of_2019(tmp_path: Path) -> None:
    text = (FILES / "iod2019-file7-true.csv").read_text(encoding="utf-8")
    path = tmp_path / "old.csv"
    path.write_text(text.replace("code (2019)", "code (2013)").replace("name (2019)", "name (2013)"), "utf-8")
    assert len(faults(path)) == 2


def test_fuel_poverty_says_its_year_and_census_or_asks() -> None:
    path = FILES / FUEL
    found = faults(path, fuel=FuelPoverty())
    assert ["--fuel-lsoas 2011 or" in line or "--fuel-year" in line for line in found] == [True, True]
    true = FILES / "fuel-poverty-2019-true.csv"
    assert read_files([true], fuel=FuelPoverty(lsoas=2011)).figures[0].edition == "fuel poverty 2019"


def test_each_edition_and_each_lookup_is_given_once() -> None:
    figures, wards = FILES / IMD, FILES / WARDS
    with pytest.raises(CannotImport, match="Give each edition once") as caught:
        read_files([figures, figures, wards, wards])
    assert len(caught.value.faults) == 2
    with pytest.raises(CannotImport, match="No file with figures is given"):
        read_files([wards])
