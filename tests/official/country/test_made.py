"""Files of the four nations become the tables of all places; values are worked out by hand."""

import gzip
import json
import shutil
from pathlib import Path

import pytest
from tests.official.country.made import FILES, given, made, rows
from tests.official.workbooks import rows_of, write

WHOLE = made(given())


def test_an_english_ward_is_weighted_by_households() -> None:
    ward = rows(WHOLE, "england.csv.gz")["E05990001"]
    # Households 600, 300, 100. (80 * 600 + 60 * 300 + 10 * 100) / 1000; 50%, 30%, 10% short of income.
    assert (ward["index"], ward["income"]) == ("67.0000", "40.00")
    assert (ward["households"], ward["areas"], ward["tenth"]) == ("1000", "3", "1.5")
    # Of 1,000 households 400 are rural.
    assert ward["rural"] == "Urban"


def test_a_share_is_a_sum_over_a_sum() -> None:
    # 160 of 800 households and 150 of 1,000, as the sheet itself counts them.
    wards = rows(WHOLE, "england.csv.gz")
    assert [wards[code]["fuel_poverty"] for code in ("E05990001", "E05990002")] == ["20.00", "15.00"]


def test_a_ward_has_a_figure_only_if_all_its_lsoas_have_it() -> None:
    wards = rows(WHOLE, "england.csv.gz")
    assert wards["E05990001"]["antisocial"] == ""
    assert wards["E05990002"]["antisocial"] == "6.00"


def test_the_council_is_the_one_of_today() -> None:
    assert rows(WHOLE, "england.csv.gz")["E05990002"]["council"] == "E08900038"


def test_a_name_with_a_comma_stays_whole() -> None:
    assert rows(WHOLE, "england.csv.gz")["E05990002"]["name"] == "Oldcode, West"


def test_the_centre_comes_from_the_older_list_first_and_else_is_missing() -> None:
    english, welsh = rows(WHOLE, "england.csv.gz"), rows(WHOLE, "wales.csv.gz")
    assert (english["E05990001"]["lon"], english["E05990001"]["lat"]) == ("-2.5", "53.25")
    assert (english["E05990002"]["lon"], english["E05990002"]["lat"]) == ("", "")
    assert (welsh["W05990001"]["lon"], welsh["W05990001"]["lat"]) == ("-3.3", "51.6")


def test_welsh_figures_pass_to_unchanged_lsoas_only() -> None:
    wards = rows(WHOLE, "wales.csv.gz")
    assert (wards["W05990001"]["index"], wards["W05990001"]["tenth"]) == ("40.0000", "3.0")
    assert (wards["W05990002"]["index"], wards["W05990002"]["tenth"]) == ("", "")
    # (50 * 200 + 40 * 600) / 800: the census has LSOAs of 2021.
    assert wards["W05990002"]["not_deprived"] == "42.50"


def test_a_scottish_zone_is_weighted_by_people() -> None:
    zone = rows(WHOLE, "scotland.csv.gz")["S02990001"]
    # People 300 and 100; nobody lives in the third data zone, whose income is blank.
    assert (zone["people"], zone["areas"], zone["index"], zone["income"]) == ("400", "3", "125.0000", "25.00")
    # 15.625, halves to the even digit.
    assert zone["overcrowded"] == "15.62"


def test_a_star_is_no_figure() -> None:
    assert rows(WHOLE, "scotland.csv.gz")["S02990001"]["mental_health"] == ""


def test_each_area_of_northern_ireland_is_a_place() -> None:
    areas = rows(WHOLE, "northern-ireland.csv.gz")
    one = areas["95AA99S1"]
    assert (len(areas), one["name"], one["index"], one["income"]) == (2, "Madeup 1", "1.0000", "12.50")
    assert (one["people"], one["council"]) == ("", "N09900001")


def test_former_councils_are_real_predecessors() -> None:
    councils = rows(WHOLE, "councils.csv")
    assert {code: row["former"] for code, row in councils.items() if row["former"]} == {
        "E06900001": "Littleup;Tinyup"
    }
    assert (councils["E08900038"]["region"], councils["S12900001"]["region"]) == ("Made Region", "Scotland")
    assert (councils["E08900038"]["combined"], councils["E08900038"]["county"]) == ("Old City Region", "")


def test_borders_stand_once_and_outlines_lose_their_blanks() -> None:
    pairs = gzip.decompress(WHOLE.files["neighbours.csv.gz"]).decode()
    assert pairs == "ward25_code,neighbour_code\nE05990001,E05990009\n"
    outlines = gzip.decompress(WHOLE.files["outlines.topojson.gz"]).decode()
    assert " " not in outlines
    assert json.loads(outlines) == json.loads((FILES / "ward-outlines-2025.topojson").read_text("utf-8"))
    councils = rows(WHOLE, "outline-councils.csv.gz")
    assert councils["E05990009"]["council"] == "E08900038"


def test_a_neighbourhood_is_followed_to_the_wards_of_today() -> None:
    # E01900001 is unchanged, with 600 households; E01800040 was split into two with 500 each.
    assert WHOLE.files["neighbourhood-places.csv"].decode().splitlines()[1:] == [
        "north,E05990002,1000,1600,1000",
        "north,E05990001,600,1600,1000",
    ]


def test_the_same_files_give_the_same_bytes_in_any_order_and_packed(tmp_path: Path) -> None:
    for path in given():
        with gzip.open(tmp_path / f"{path.name}.gz", "wb") as packed:
            packed.write(path.read_bytes())
    assert made(given(tmp_path)[::-1]).files == WHOLE.files


def test_a_file_is_known_by_its_header_too(tmp_path: Path) -> None:
    for number, path in enumerate(given()):
        shutil.copyfile(path, tmp_path / f"download-{number}{path.suffix}")
    assert made(given(tmp_path)).files == WHOLE.files


def test_what_is_not_needed_is_named(tmp_path: Path) -> None:
    other = tmp_path / "lookup-lsoa11-ward17.csv"
    other.write_text("lsoa11_code,ward17_code\nE01900001,E05990001\n", encoding="utf-8")
    found = made([*given(), other])
    assert found.files == WHOLE.files
    assert found.report[-1] == f"Not needed: {other.as_posix()}."


@pytest.mark.parametrize("name", sorted(WHOLE.files))
def test_no_file_says_when_or_where_it_was_made(name: str) -> None:
    if name.endswith(".gz"):
        # No time, no name.
        assert WHOLE.files[name][3:8] == bytes(5)


def test_a_file_may_be_a_workbook_and_gives_the_same_bytes(tmp_path: Path) -> None:
    files = given()
    (sheet,) = (path for path in files if path.name == "desnz-fuel-poverty-2022-lsoa.csv")
    book = write(tmp_path / "desnz-fuel-poverty-2022-lsoa.xlsx", rows_of(sheet))
    assert made([book if path == sheet else path for path in files]).files == WHOLE.files
