"""Scores of real options against a count by hand, and places on one scale."""

from dataclasses import replace
from statistics import fmean

import pytest
from tests.frozen import book

from resilience.appraisal import Place, find_place, options_for, places_of
from resilience.appraisal.options import evidence_points, experience_points, need_of
from resilience.findings import Findings
from resilience.records.vocabulary import Level

BASE = book()
FINDINGS = Findings(BASE)
PLACES = places_of(Findings(BASE))
CLAREMONT = find_place(PLACES, "claremont")


def test_the_neighbourhoods_come_first_and_all_wards_follow() -> None:
    assert [place.slug for place in PLACES[:3]] == list(BASE.neighbourhoods)
    assert len(PLACES) == 3 + len(BASE.wards)


def test_a_percentile_is_the_share_of_wards_that_are_better_off() -> None:
    wards = BASE.wards
    ward = next(one for one in wards if one.code == "E05001646")
    place = find_place(PLACES, ward.code)
    assert place
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
    found = find_place(PLACES, name)
    assert found
    assert found.is_neighbourhood


def test_a_name_of_several_wards_finds_none_of_them() -> None:
    names = [place.name.casefold() for place in PLACES if not place.is_neighbourhood]
    own = {place.name.casefold() for place in PLACES if place.is_neighbourhood}
    twice = next(name for name in names if names.count(name) > 1 and name not in own)
    assert find_place(PLACES, twice) is None
    assert find_place(PLACES, "no such place") is None


def test_scores_of_an_option_counted_by_hand() -> None:
    assert CLAREMONT
    options = {one.slug: one for one in options_for(FINDINGS, CLAREMONT)}
    boards = options["neighbourhood-partnerships"]
    assert boards.done_here
    assert boards.councils == 0
    fuel = options["fuel-poverty"]
    assert (fuel.councils, fuel.evaluated) == (5, 5)
    assert fuel.need_known
    assert fuel.scores["need"] == CLAREMONT.percentiles["fuel_poor_pct_2019"]
    assert not fuel.done_here


def test_a_need_that_is_not_known_counts_as_the_mean_of_the_place_and_says_so() -> None:
    assert CLAREMONT
    options = options_for(FINDINGS, CLAREMONT)
    known = [one.scores["need"] for one in options if one.need_known and one.scores["need"] is not None]
    unknown = [one for one in options if not one.need_known]
    assert {one.slug for one in unknown} == {one.type for one in BASE.appraisal.needs if not one.indicators}
    assert {one.scores["need"] for one in unknown} == {fmean(known)}


def test_what_the_place_does_already_and_how_many_councils_do_it_give_no_points() -> None:
    assert CLAREMONT
    nowhere = replace(CLAREMONT, slug="nowhere")
    here = {one.slug: one.scores["experience"] for one in options_for(FINDINGS, CLAREMONT)}
    elsewhere = {one.slug: one.scores["experience"] for one in options_for(FINDINGS, nowhere)}
    assert all((here[slug] or 0) <= (points or 0) for slug, points in elsewhere.items())
    assert "reach" not in options_for(FINDINGS, CLAREMONT)[0].scores


def test_need_is_the_mean_of_the_linked_figures_that_are_known() -> None:
    rules = BASE.appraisal
    assert need_of(rules, "green-space", {"park_distance_m": 80, "imd2019_health_decile": 60}) == 70
    assert need_of(rules, "green-space", {"park_distance_m": 80}) == 80
    assert need_of(rules, "green-space", {}) is None
    assert need_of(rules, "participatory-budgeting", {"imd2019_score": 99}) is None


def test_evidence_is_the_mean_over_the_main_aims_that_were_studied() -> None:
    rules = BASE.appraisal
    assert evidence_points(rules, [Level.NONE]) is None
    assert evidence_points(rules, [Level.PROMISING, Level.NONE]) == 75
    assert evidence_points(rules, [Level.PROMISING, Level.UNCLEAR]) == 50
    assert evidence_points(rules, [Level.NO_DIFFERENCE]) == 0


def test_experience_adds_up_what_is_on_record() -> None:
    assert experience_points(BASE.appraisal, elsewhere=False, evaluated=False) is None
    points = BASE.appraisal.experience
    both = experience_points(BASE.appraisal, elsewhere=True, evaluated=True)
    assert both == points.programme + points.evaluated


def test_every_level_has_points_and_every_type_a_word_on_need() -> None:
    assert {one.level for one in BASE.appraisal.evidence} == set(Level)
    assert {one.type for one in BASE.appraisal.needs} == set(BASE.types)


def test_a_place_of_ones_own_needs_no_figures() -> None:
    options = options_for(FINDINGS, Place("", "Somewhere else", "", {}))
    assert all(one.scores["need"] is None and not one.done_here for one in options)
