"""What is known of real activities against a count by hand, and places on one scale."""

from dataclasses import asdict

import pytest
from tests.frozen import book

from resilience.appraisal import Place, Rules, matrix, options_of, places_of, rules_of
from resilience.appraisal.options import need_of
from resilience.findings import Findings
from resilience.records.vocabulary import Level

BASE = book()
FINDINGS = Findings(BASE)
PLACES = places_of(FINDINGS)
ROWS = {row.option.slug: row for row in matrix(FINDINGS)}


def test_the_neighbourhoods_come_first_and_all_wards_follow() -> None:
    assert [place.slug for place in PLACES.all[:3]] == list(BASE.neighbourhoods)
    assert (len(PLACES.neighbourhoods), len(PLACES.wards)) == (3, len(BASE.wards))
    assert "2017" in PLACES.edition
    assert "2019" in PLACES.edition


def test_a_percentile_is_the_share_of_wards_that_are_better_off() -> None:
    wards = BASE.wards
    ward = next(one for one in wards if one.code == "E05001646")
    (place,) = PLACES.named(ward.code)
    values = [one.figures["fuel_poor_pct_2019"] for one in wards if "fuel_poor_pct_2019" in one.figures]
    own = ward.figures["fuel_poor_pct_2019"]
    better = sum(value < own for value in values) + sum(value == own for value in values) / 2
    assert place.percentiles["fuel_poor_pct_2019"] == round(100 * better / len(values), 1)
    deciles = [one.figures["imd2019_health_decile"] for one in wards]
    health = ward.figures["imd2019_health_decile"]
    better = sum(value > health for value in deciles) + sum(value == health for value in deciles) / 2
    assert place.percentiles["imd2019_health_decile"] == round(100 * better / len(deciles), 1)


@pytest.mark.parametrize("name", ["claremont", "Claremont", " CLAREMONT "])
def test_a_neighbourhood_is_found_before_a_ward_of_its_name(name: str) -> None:
    (found,) = PLACES.named(name)
    assert found.is_neighbourhood
    assert found.title == "Claremont, Blackpool"


def test_a_name_of_several_wards_finds_them_all() -> None:
    names = [place.name.casefold() for place in PLACES.wards]
    own = {place.name.casefold() for place in PLACES.neighbourhoods}
    twice = next(name for name in names if names.count(name) > 1 and name not in own)
    assert len(PLACES.named(twice)) == names.count(twice)
    assert PLACES.named("no such place") == []


def test_a_council_is_not_said_twice() -> None:
    assert Place("x", "St George's, Preston", "Preston", {}).title == "St George's, Preston"
    assert Place("", "Somewhere", "", {}).title == "Somewhere"


def test_need_is_that_of_the_linked_figures_that_are_known() -> None:
    options = {option.slug: option for option in options_of(FINDINGS)}
    green, boards = options["green-space"], options["neighbourhood-partnerships"]
    assert need_of(green, {"park_distance_m": 80, "imd2019_health_decile": 60}) == ((80, 60),)
    assert need_of(green, {"park_distance_m": 80}) == ((80,),)
    assert need_of(green, {}) is None
    assert need_of(boards, {"imd2019_score": 99}) is None


def test_levels_are_those_of_each_table_of_rules() -> None:
    tables = [table.slug for table in BASE.rating.tables]
    for option in options_of(FINDINGS):
        cells = [FINDINGS.ratings.of(option.slug, table).cells for table in tables]
        for group in BASE.outcome_groups:
            rated = tuple(one[group].level for one in cells)
            assert option.levels.get(group, (Level.NONE,) * len(tables)) == rated


def test_a_row_holds_what_a_group_reads_before_any_score() -> None:
    fuel = ROWS["fuel-poverty"]
    assert fuel.councils == 5
    assert len(fuel.tellers) == 3
    assert all(policy.evaluation or policy.monitoring for policy in fuel.tellers)
    assert len({policy.council for policy in fuel.tellers}) == 3
    cell = FINDINGS.ratings.of("befriending").cells["mind"]
    happens = ROWS["befriending"].happens["mind"]
    assert (happens.level, happens.is_aim, happens.counted) == (cell.level, True, len(cell.votes))
    assert happens.size == FINDINGS.size_of(cell).says_shortly
    assert ROWS["neighbourhood-partnerships"].done_by == ("claremont",)
    assert ROWS["neighbourhood-partnerships"].tellers == ()


def test_an_aim_that_nobody_studied_is_a_row_and_gives_no_size() -> None:
    happens = ROWS["food-security"].happens
    assert all(one.level is Level.NONE and one.is_aim and not one.size for one in happens.values())
    assert set(happens) == set(BASE.types["food-security"].main_outcomes)


def test_the_rules_come_back_from_plain_values() -> None:
    rules = rules_of(FINDINGS)
    assert Rules.from_plain(asdict(rules)) == rules
    assert set(rules.bands) == {level.value for level in Level}
    assert {one.type for one in BASE.appraisal.needs} == set(BASE.types)
