"""Figures pass between the LSOAs of 2011 and 2021 by the stated rule; areas and figures here are made up."""

from pathlib import Path

import pytest

from resilience.official import CannotImport, FuelPoverty, Given, Wanted, import_places, read_files, report
from resilience.official.carry import carry

FILES = Path(__file__).with_name("files")
DEPRIVATION = FILES / "iod2025-file7-made-up.csv"
CHANGES = FILES / "lsoa11-lsoa21-made-up.csv"
WARDS = FILES / "lsoa21-ward24-made-up.csv"
FUEL = FILES / "fuel-poverty-2023-made-up.csv"
IN_2023 = FuelPoverty(2023, 2021)


def rows(given: Given, wanted: Wanted, key: str) -> dict[str, dict[str, str]]:
    return {row[key]: dict(row) for row in import_places(given, wanted).table.rows}


def carried_to_2011() -> dict[str, dict[str, str]]:
    return rows(read_files([DEPRIVATION, CHANGES, FUEL], fuel=IN_2023), Wanted(vintage=2011), "lsoa11_code")


def test_an_unchanged_lsoa_keeps_all_its_figures() -> None:
    row = carried_to_2011()["E01900001"]
    assert (row["imd2025_score"], row["imd2025_rank"], row["imd2025_decile"]) == ("30.5", "7000", "3")


def test_a_split_lsoa_gets_means_by_population_and_sums_of_counts() -> None:
    row = carried_to_2011()["E01800023"]
    # (20 * 1000 + 40 * 3000) / 4000; (10% * 1000 + 30% * 3000) / 4000; (8% * 600 + 20% * 2000) / 2600.
    assert row["imd2025_score"] == "35"
    assert row["imd2025_income_deprived_pct"] == "25"
    assert row["imd2025_employment_deprived_pct"] == "17.231"
    assert row["population_2022"] == "4000"
    assert (row["households_2023"], row["fuel_poor_households_2023"]) == ("1400", "200")


def test_a_split_lsoa_has_no_rank_and_no_decile() -> None:
    names = carried_to_2011()["E01800023"].keys()
    assert not [name for name in names if name.endswith(("_rank", "_decile"))]


@pytest.mark.parametrize("code", ["E01800041", "E01800042", "E01800051"])
def test_merged_and_irregular_lsoas_stay_empty(code: str) -> None:
    assert not [name for name in carried_to_2011()[code] if name.startswith(("imd", "pop", "house", "fuel"))]


def test_a_split_lsoa_with_a_part_that_is_not_given_stays_empty(tmp_path: Path) -> None:
    part = tmp_path / "part.csv"
    lines = DEPRIVATION.read_text(encoding="utf-8").splitlines()
    part.write_text("\n".join(line for line in lines if "E01900003" not in line), encoding="utf-8")
    given = read_files([part, CHANGES])
    assert "imd2025_score" not in rows(given, Wanted(vintage=2011), "lsoa11_code")["E01800023"]


def test_without_a_population_nothing_is_averaged(tmp_path: Path) -> None:
    bare = tmp_path / "bare.csv"
    text = DEPRIVATION.read_text(encoding="utf-8")
    bare.write_text(text.replace(",1000,,,600", ",,,,600"), encoding="utf-8")
    row = rows(read_files([bare, CHANGES]), Wanted(vintage=2011), "lsoa11_code")["E01800023"]
    assert "imd2025_score" not in row
    assert row["imd2025_employment_deprived_pct"] == "17.231"


def test_the_other_way_round_merged_lsoas_are_put_together() -> None:
    given = read_files([DEPRIVATION, CHANGES])
    assert given.changes is not None
    old = carry(given.figures[0], given.changes, 2011).areas
    back = carry(old, given.changes, 2021)
    # Of 2021: one unchanged pair each of 001A and 002A; the merged 001D lacks figures of its parts.
    assert (back.unchanged, back.put_together, back.left_empty) == (2, 1, 3)
    assert back.areas.by_code["E01900001"].values == given.figures[0].by_code["E01900001"].values
    assert back.areas.by_code["E01900002"].values == {}


def test_every_lsoa_is_counted_once() -> None:
    given = read_files([DEPRIVATION, CHANGES])
    assert given.changes is not None
    moved = carry(given.figures[0], given.changes, 2011)
    assert (moved.unchanged, moved.put_together, moved.left_empty, moved.not_in_lookup) == (2, 1, 3, 0)
    lines = list(report(import_places(given, Wanted(vintage=2011))))
    assert [line.split()[1] for line in lines if line.startswith("- ")] == ["2", "1", "3"]


def test_without_the_exact_fit_lookup_nothing_passes() -> None:
    with pytest.raises(CannotImport, match="Give the exact-fit look-up of LSOAs 2011 to 2021 too"):
        import_places(read_files([DEPRIVATION]), Wanted(vintage=2011))


def test_where_files_differ_the_table_is_of_2011() -> None:
    true = FILES / "iod2019-file7-true.csv"
    table = import_places(read_files([true, DEPRIVATION, CHANGES])).table
    assert table.columns[0] == "lsoa11_code"
    assert len(table.rows) == 8 + 6
    assert {"imd2019_score", "imd2025_score"} <= set(table.columns)


def test_a_ward_has_a_figure_only_if_all_its_lsoas_have_it() -> None:
    given = read_files([DEPRIVATION, WARDS, FUEL], fuel=IN_2023)
    wards = rows(given, Wanted(by="ward"), "ward24_code")
    # Households 600, 400, 1000: (30.5 * 600 + 20 * 400 + 40 * 1000) / 2000; 260 of 2000 are fuel poor.
    north = wards["E05990001"]
    assert (north["imd2025_score"], north["fuel_poor_pct_2023"], north["households_2023"]) == (
        "33.15",
        "13",
        "2000",
    )
    south = wards["E05990002"]
    assert (south["imd2025_score"], south["fuel_poor_pct_2023"], south["households_2023"]) == ("", "", "")
    assert south["lsoas_in_decile1_2025"] == "1"


def test_wards_are_not_weighted_by_anything_but_households() -> None:
    with pytest.raises(CannotImport, match="None gives households"):
        import_places(read_files([DEPRIVATION, WARDS]), Wanted(by="ward"))


def test_wards_need_a_lookup_of_the_same_census() -> None:
    with pytest.raises(CannotImport, match="None is a look-up from LSOAs to wards"):
        import_places(read_files([DEPRIVATION, FUEL], fuel=IN_2023), Wanted(by="ward"))
    given = read_files([DEPRIVATION, WARDS, FUEL, CHANGES], fuel=IN_2023)
    with pytest.raises(CannotImport, match="say --lsoas 2021"):
        import_places(given, Wanted(by="ward", vintage=2011))
