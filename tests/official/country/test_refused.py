"""Each thing that is wrong with the files of all places gets one sentence, and all come in one run."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.official.country.made import changed, made, refusals
from tests.official.country.made import given as files

from resilience.official.faults import CannotImport

IMD = "imd2025-england-lsoa21.csv"
CASES = yaml.safe_load(Path(__file__).with_name("cases").joinpath("refused.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_sentence_says_where_and_what(tmp_path: Path, case: dict[str, Any]) -> None:
    asked = case["input"]
    told = refusals(changed(tmp_path, asked["file"], asked["old"], asked["new"]))
    assert [line for line in told if case["expect"] in line], told


def test_faults_of_several_files_come_in_one_run(tmp_path: Path) -> None:
    changed(tmp_path, IMD, ",80,", ",high,")
    path = tmp_path / "ward-latlong.csv"
    path.write_text(path.read_text("utf-8").replace("-2.5", "west"), encoding="utf-8")
    assert len(refusals(files(tmp_path))) == 2


def test_a_file_that_is_not_given_is_named_with_its_columns() -> None:
    without = [path for path in files() if path.name != IMD]
    (line,) = refusals(without)
    assert "None is imd2025-england-lsoa21, which has the columns `lsoa21_code`, `IMD_score`" in line


def test_a_file_given_twice_is_refused(tmp_path: Path) -> None:
    copy = tmp_path / IMD
    copy.write_bytes(next(path for path in files() if path.name == IMD).read_bytes())
    (line,) = refusals([*files(), copy])
    assert "It is imd2025-england-lsoa21, as" in line


def test_outlines_are_given_once(tmp_path: Path) -> None:
    copy = tmp_path / "again.topojson"
    copy.write_bytes(next(path for path in files() if path.suffix == ".topojson").read_bytes())
    (line,) = refusals([*files(), copy])
    assert "Outlines are given in" in line


def test_a_packed_file_that_broke_off_is_told(tmp_path: Path) -> None:
    broken = tmp_path / f"{IMD}.gz"
    broken.write_bytes(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff")
    paths = [path for path in files() if path.name != IMD]
    assert any("can't be unpacked" in line for line in refusals([*paths, broken]))


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(content=st.binary(max_size=300), name=st.sampled_from([path.name for path in files()]))
def test_any_bytes_in_place_of_a_file_are_refused_in_sentences(
    tmp_path: Path, content: bytes, name: str
) -> None:
    other = tmp_path / name
    other.write_bytes(content)
    paths = [*(path for path in files() if path.name != name), other]
    with pytest.raises(CannotImport):
        made(paths)
