"""A table of wards is known by its columns, whatever the years in their names."""

from pathlib import Path

import pytest

from resilience.evidence.areas import NoWards, read_ward_table
from resilience.places.wards import mean_of

TABLE = """ward24_code,neighbourhood,ltla24_name,ltla24_code,ward24_name,lsoas,households_2023,imd2025_score
E05990002,,Other,E07999998,South,2,100,20
E05990001,claremont,Madeup,E07999999,North,3,300,30.5
E05990003,,Other,E07999998,West,2,,
"""


def saved(folder: Path, text: str) -> Path:
    path = folder / "wards.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_wards_come_in_the_order_of_their_codes_with_every_figure(tmp_path: Path) -> None:
    north, south, west = read_ward_table(saved(tmp_path, TABLE))
    assert (north.code, north.name, north.council, north.neighbourhood) == (
        "E05990001",
        "North",
        "Madeup",
        "claremont",
    )
    assert (north.households, north.figures) == (300, {"imd2025_score": 30.5})
    assert (south.households, south.neighbourhood) == (100, "")
    assert (west.households, west.figures) == (None, {})


def test_a_ward_without_households_weighs_nothing(tmp_path: Path) -> None:
    wards = read_ward_table(saved(tmp_path, TABLE))
    assert mean_of(wards, "imd2025_score") == pytest.approx((30.5 * 300 + 20 * 100) / 400)


@pytest.mark.parametrize("lost", ["ward24_code", "ward24_name", "ltla24_name", "households_2023"])
def test_a_table_without_a_column_that_is_needed_is_refused(tmp_path: Path, lost: str) -> None:
    with pytest.raises(NoWards, match="0 columns like"):
        read_ward_table(saved(tmp_path, TABLE.replace(lost, "other")))
