"""The package as it is written: valid, the same bytes each time, and usable as the page says."""

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from frictionless import Package, system
from tests.frozen import book

from resilience.datapackage import sheets, write_package
from resilience.findings import Findings, load

REPOSITORY = Path(__file__).parents[2]
PAGE = (REPOSITORY / "book/use-the-data.md").read_text("utf-8")


def recipe(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found
    return found[1]


def written(folder: Path, **more: str) -> Path:
    write_package(sheets(Findings(book())), folder / "evidence", title="A small book", version="1", **more)
    return folder / "evidence"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("package"))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole") / "evidence"
    write_package(sheets(load(REPOSITORY)), folder, title="The book", version="1")
    return folder


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_frictionless_finds_nothing_wrong(whole: Path) -> None:
    with system.use_context(trusted=True):
        report = Package(str(whole / "datapackage.json")).validate()
    assert report.flatten(["name", "type", "message"]) == []
    assert report.stats["tasks"] == len(sheets(load(REPOSITORY)))


@pytest.mark.filterwarnings("ignore")
def test_frictionless_would_find_a_wrong_cell(small: Path, tmp_path: Path) -> None:
    copy = written(tmp_path)
    path = copy / "results.csv"
    path.write_text(path.read_text("utf-8").replace('"benefit"', '"a benefit"', 1), "utf-8")
    with system.use_context(trusted=True):
        report = Package(str(copy / "datapackage.json")).validate()
    assert not report.valid


def test_the_same_evidence_gives_the_same_bytes(small: Path, tmp_path: Path) -> None:
    again = written(tmp_path)
    assert {path.name for path in again.iterdir()} == {path.name for path in small.iterdir()}
    for path in small.iterdir():
        assert (again / path.name).read_bytes() == path.read_bytes(), path.name


def test_csv_and_parquet_say_the_same(small: Path) -> None:
    for sheet in sheets(Findings(book())):
        csv = pd.read_csv(small / f"{sheet.name}.csv", dtype=str, keep_default_na=False, na_values=[""])
        parquet = pd.read_parquet(small / f"{sheet.name}.parquet")
        assert list(csv.columns) == list(parquet.columns)
        assert len(csv) == len(parquet) == len(sheet.rows)
        for field in sheet.fields:
            numeric = field.type in ("integer", "number")
            left = pd.to_numeric(csv[field.name]) if numeric else csv[field.name].str.removeprefix("'")
            right = parquet[field.name]
            assert list(left.isna()) == list(right.isna())
            if numeric:
                assert list(left.dropna().astype(float)) == list(right.dropna().astype(float))


def test_the_archive_holds_all_of_it(small: Path) -> None:
    with zipfile.ZipFile(small / "evidence.zip") as archive:
        inside = {Path(name).name for name in archive.namelist()}
    assert inside == {path.name for path in small.iterdir()} - {"evidence.zip"}


def test_it_says_what_it_is_under_which_licence_and_where_it_stands(small: Path, tmp_path: Path) -> None:
    told = json.loads((small / "datapackage.json").read_text("utf-8"))
    assert told["licenses"][0]["name"] == "CC-BY-4.0"
    assert "homepage" not in told
    at = written(tmp_path, address="https://example.org/")
    assert json.loads((at / "datapackage.json").read_text("utf-8"))["homepage"] == "https://example.org/"


def test_the_recipe_for_python_runs(whole: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", recipe("python")], cwd=whole.parent, capture_output=True, text=True, check=True
    )
    assert "promising" in ran.stdout


def test_the_recipe_for_sql_runs(whole: Path) -> None:
    sql = recipe("sql").replace("'evidence/", f"'{whole}/")
    found = duckdb.sql(sql).fetchall()
    assert len(found) == 10
    counts = [row[2] for row in found]
    assert counts == sorted(counts, reverse=True)


def test_the_recipe_for_r_names_a_set_and_columns_that_are_there(whole: Path) -> None:
    members = pd.read_csv(whole / "pool_members.csv")
    named = re.search(r'pool == "([^"]+)"', recipe("r"))
    assert named
    pooled = members[(members["pool"] == named[1]) & members["is_pooled"]]
    assert len(pooled) >= 3
    assert pooled[["yi", "vi"]].notna().all().all()
