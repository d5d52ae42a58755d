"""What scripts fetch of places says what the evidence says, and is written only when it has changed."""

import json
from pathlib import Path

import pytest
from sphinx.application import Sphinx
from tests.frozen import book
from tests.site.conftest import Build

from resilience.appraisal import options_of
from resilience.appraisal.options import needs_of
from resilience.appraisal.place import Places
from resilience.planning.from_records.council_file import council_file, rounded
from resilience.planning.from_records.place_view import PlaceView
from resilience.planning.from_records.telling import (
    AMONG_BEST,
    AMONG_WORST,
    deprived,
    first_figures,
    stands_out,
)
from resilience.records.place_figures import PlaceFigure
from resilience.records.vocabulary import Nation
from resilience.site.pages.common import Pages
from resilience.site.places import FOLDER, write_files
from resilience.site.places.files import files_of

PAGES = Pages(book())
VIEW = PlaceView(PAGES, PAGES.nation_tables)
BLACKPOOL = council_file(VIEW, "E06000009")


def figures(nation: Nation) -> tuple[PlaceFigure, ...]:
    return PAGES.standings.figures_of(nation)


def test_a_council_tells_each_place_beside_council_and_nation() -> None:
    (place,) = [one for one in BLACKPOOL["places"] if one["code"] == "E05015190"]
    index = BLACKPOOL["figures"].index("index")
    claremont = PAGES.base.country.places["E05015190"]
    assert place["values"][index] == round(claremont.figures["index"], 1)
    assert place["better"][index] == PAGES.standings.better_off(claremont, "index")
    assert BLACKPOOL["council"][index] == round(PAGES.standings.of_council("E06000009", "index") or 0, 1)
    assert BLACKPOOL["slug"] == "blackpool-council"


@pytest.mark.parametrize("code", PAGES.base.country.councils)
def test_every_list_of_a_council_has_as_many_values_as_it_has_figures(code: str) -> None:
    told = council_file(VIEW, code)
    lists = [
        told["council"],
        told["nation_means"],
        *(one[key] for one in told["places"] for key in ("values", "better")),
    ]
    assert {len(one) for one in lists} == {len(told["figures"])}
    assert all(len(one["needs"]) == len(told["types"]) for one in told["places"])


def test_the_need_of_a_place_is_that_by_which_activities_are_chosen() -> None:
    place = PAGES.base.country.places["E05015190"]
    told = next(one for one in BLACKPOOL["places"] if one["code"] == place.code)
    needs = needs_of(options_of(PAGES, place.nation), Places(PAGES).of(place.code).percentiles)
    assert dict(zip(BLACKPOOL["types"], told["needs"], strict=True)) == needs
    assert any(need is not None for need in told["needs"])


def test_the_places_that_are_alike_can_be_linked() -> None:
    country = PAGES.base.country
    for place in BLACKPOOL["places"]:
        for code, name, council, _, council_code in place["alike"]:
            assert (country.places[code].name, country.places[code].council) == (name, council_code)
            assert country.councils[council_code].name == council


def test_what_is_missing_is_missing() -> None:
    assert rounded(None, figures(Nation.ENGLAND)[0]) is None
    told = council_file(VIEW, "N09000001")
    assert all(one["weight"] is None and one["rural"] is None for one in told["places"])


@pytest.mark.parametrize(
    ("share", "band"),
    [
        (100, "most"),
        (90, "most"),
        (89.9, "more"),
        (50, "more"),
        (49.9, "less"),
        (10, "less"),
        (9.9, "least"),
        (0, "least"),
    ],
)
def test_a_place_is_called_by_the_share_of_places_that_are_less_deprived(share: float, band: str) -> None:
    one, *_ = figures(Nation.WALES)
    assert deprived([one], [share]) == band
    assert deprived([one], [None]) is None


def test_what_stands_out_is_far_from_the_middle_and_counted_once() -> None:
    england = figures(Nation.ENGLAND)
    keys = [one.key for one in england]
    better: list[float | None] = [50.0] * len(keys)
    for key, share in {"index": 99, "health": 95, "mental_health": 97, "crime": 80, "income": 70}.items():
        better[keys.index(key)] = share
    better[keys.index("environment")] = AMONG_BEST
    better[keys.index("outdoors")] = 1.0
    better[keys.index("housing")] = None
    worst, best = stands_out(england, better)
    assert [keys[one] for one in worst] == ["mental_health", "crime"]
    assert [keys[one] for one in best] == ["outdoors"]
    assert stands_out(england, [AMONG_WORST - 0.1] * len(keys)) == ([], [])


@pytest.mark.parametrize("nation", list(Nation))
def test_five_figures_stand_open_in_each_nation_and_the_index_is_first(nation: Nation) -> None:
    own = figures(nation)
    first = first_figures(own)
    assert len(first) == 5
    assert own[first[0]].key == "index"


def test_files_that_are_no_more_are_deleted_and_the_same_is_not_written_again(tmp_path: Path) -> None:
    write_files(tmp_path, {"names/a.json": "1", "names/b.json": "2"})
    before = (tmp_path / "names" / "a.json").stat().st_mtime_ns
    write_files(tmp_path, {"names/a.json": "1"})
    assert (tmp_path / "names" / "a.json").stat().st_mtime_ns == before
    assert [path.name for path in tmp_path.rglob("*.json")] == ["a.json"]


def test_a_build_writes_the_files_and_a_build_without_a_change_does_not(
    small_book: Path, build: Build
) -> None:
    app: Sphinx = build(small_book)
    path = Path(app.outdir) / FOLDER / "council" / "E06000009.json"
    assert json.loads(path.read_text("utf-8"))["name"] == "Blackpool"
    written = path.stat().st_mtime_ns
    build(small_book)
    assert path.stat().st_mtime_ns == written
    path.unlink()
    build(small_book)
    assert path.is_file()


def test_all_names_of_files_are_plain() -> None:
    assert all(name.isascii() and " " not in name for name in files_of(PAGES))
