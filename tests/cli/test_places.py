"""`resilience places import` writes a table wholly or not at all, and reports on standard error."""

import shutil
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


COUNTRY = Path(__file__).parents[1] / "official/country/files"
BOOK = Path(__file__).parents[1] / "book/evidence"


@pytest.fixture
def evidence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An evidence folder with a dictionary and no neighbourhood."""
    folder = tmp_path / "evidence"
    (folder / "places").mkdir(parents=True)
    for name in ("taxonomy.yml", "place-figures.yml"):
        shutil.copy(BOOK / name, folder)
    header = (BOOK / "places/neighbourhood-lsoas.csv").read_text(encoding="utf-8").splitlines()[0]
    (folder / "places/neighbourhood-lsoas.csv").write_text(f"{header}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def test_the_tables_of_all_places_are_written_beside_what_is_there(evidence: Path) -> None:
    result = places(*map(str, COUNTRY.iterdir()), "--by", "place", "--out", "evidence/places")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("England: 2 wards of 2024, from 5 small areas.\n")
    assert sorted(path.name for path in (evidence / "places").iterdir()) == [
        "councils.csv",
        "england.csv.gz",
        "neighbourhood-lsoas.csv",
        "neighbourhood-places.csv",
        "neighbours.csv.gz",
        "northern-ireland.csv.gz",
        "outline-councils.csv.gz",
        "outlines.topojson.gz",
        "scotland.csv.gz",
        "wales.csv.gz",
    ]


def test_of_all_places_all_tables_are_written_or_none(evidence: Path) -> None:
    given = [str(path) for path in COUNTRY.iterdir() if path.name != "ward-latlong.csv"]
    result = places(*given, "--by", "place", "--out", "evidence/places")
    assert result.exit_code == 1
    assert "None is ward-latlong" in result.stderr
    assert [path.name for path in (evidence / "places").iterdir()] == ["neighbourhood-lsoas.csv"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "Say with --out into which folder"),
        (("--out", "evidence/taxonomy.yml"), "Say with --out into which folder"),
        (("--out", "there", "--council", "Leeds"), "it takes no option but --out and --encoding"),
    ],
)
def test_all_places_need_a_folder_and_no_choice(
    evidence: Path, words: tuple[str, ...], sentence: str
) -> None:
    result = places(str(COUNTRY / "ward-latlong.csv"), "--by", "place", *words)
    assert result.exit_code == 2
    assert sentence in " ".join(result.stderr.split())


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "Missing argument 'FILE...'"),
        (("nothing.csv",), "There is no file nothing.csv."),
        ((DEPRIVATION, "--out", "nowhere/table.csv"), "There is no folder nowhere. Make it first."),
        ((DEPRIVATION, "--out", DEPRIVATION), "The output is one of the files that are read."),
        ((DEPRIVATION, "--out", "."), ". is a folder. Name a file in it."),
        ((DEPRIVATION, "--encoding", "latin-17"), "latin-17 is no encoding."),
    ],
)
def test_what_is_not_understood_ends_with_2(words: tuple[str, ...], sentence: str) -> None:
    result = places(*words)
    assert result.exit_code == 2
    assert sentence in result.stderr
