"""`resilience places import` writes a table wholly or not at all, and reports on standard error."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from resilience.cli import main

FILES = Path(__file__).parents[1] / "official/files"
DEPRIVATION = str(FILES / "iod2019-file7-true.csv")
WARDS = str(FILES / "lsoa11-ward17-true.csv")
FUEL = str(FILES / "fuel-poverty-2019-true.csv")


def places(*words: str) -> Result:
    return CliRunner().invoke(main, ["places", "import", *words], catch_exceptions=False)


def test_the_table_goes_to_standard_output_and_the_report_to_standard_error() -> None:
    result = places(DEPRIVATION)
    assert result.exit_code == 0
    assert result.stdout.startswith("lsoa11_code,lsoa11_name,ltla19_code,ltla19_name,imd2019_score,")
    assert len(result.stdout.splitlines()) == 1 + 8
    assert result.stderr.startswith("Table: 8 LSOAs of 2011, 18 columns.\n")
    assert "population_2015 8" in result.stderr


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    out = tmp_path / "table.csv"
    out.write_text("old", encoding="utf-8")
    result = places(DEPRIVATION, WARDS, FUEL, "--fuel-lsoas", "2011", "--by", "ward", "--out", str(out))
    assert result.exit_code == 0
    assert result.stdout == ""
    assert (
        out.read_text(encoding="utf-8")
        .splitlines()[1]
        .startswith("E05001647,,Blackpool,E06000009,Claremont,5,")
    )
    assert list(tmp_path.iterdir()) == [out]


def test_what_cannot_be_joined_leaves_the_old_file(tmp_path: Path) -> None:
    out = tmp_path / "table.csv"
    out.write_text("old", encoding="utf-8")
    result = places(DEPRIVATION, WARDS, "--by", "ward", "-o", str(out))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "None gives households" in result.stderr
    assert out.read_text(encoding="utf-8") == "old"


def test_a_council_that_is_not_there_is_told_with_the_nearest() -> None:
    result = places(DEPRIVATION, "--council", "Blackpol")
    assert result.exit_code == 1
    assert result.stderr == "--council: No file names a council 'Blackpol'. Did you mean 'blackpool'?\n"


def test_fuel_poverty_by_the_older_measure_is_not_compared() -> None:
    result = places(FUEL, "--fuel-lsoas", "2011", "--fuel-year", "2017")
    assert "households_2017" in result.stdout
    assert "Do not compare it with 2019 or later." in result.stderr


def test_control_characters_in_a_file_do_not_act(tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("LSOA21CD,WD24CD,WD24NM,LSOA21NM,LAD24CD,LAD24NM\n\x1b[2J,a,b,c,d,e\n", encoding="utf-8")
    result = places(str(bad))
    assert result.exit_code == 1
    assert "\x1b" not in result.output


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "Missing argument 'FILE...'"),
        (("nothing.csv",), "does not exist"),
        ((DEPRIVATION, "--out", "nowhere/table.csv"), "There is no folder nowhere. Make it first."),
        ((DEPRIVATION, "--out", DEPRIVATION), "The output is one of the files that are read."),
        ((DEPRIVATION, "--encoding", "latin-17"), "latin-17 is no encoding."),
    ],
)
def test_what_is_not_understood_ends_with_2(words: tuple[str, ...], sentence: str) -> None:
    result = places(*words)
    assert result.exit_code == 2
    assert sentence in result.stderr
