"""Places of all nations: each is held against its own nation and found by name; what is missing stays so."""

import random
from statistics import fmean

import pytest
from tests.frozen import book

from resilience.appraisal import Fit, Place, needs_of, options_of, places_of
from resilience.findings import Findings
from resilience.records.vocabulary import Nation

BASE = book()
FINDINGS = Findings(BASE)
PLACES = places_of(FINDINGS)
DICTIONARY = {one.nation: one for one in BASE.place_figures.nations}
SEED, SAMPLE = 2026, 50
LACKING = "W05001273"
"""Canton in Cardiff, which has no figure of the Welsh index."""


def sampled(nation: Nation) -> list[str]:
    codes = PLACES.codes(nation)
    return random.Random(SEED).sample(codes, min(SAMPLE, len(codes)))


def better_by_hand(nation: Nation, code: str, key: str) -> float | None:
    """Count places that are better off, those that are equal by half, one by one."""
    own = BASE.country.places[code].figures.get(key)
    if own is None:
        return None
    sign = 1 if DICTIONARY[nation].figure(key).worse == "high" else -1
    others = [one for one in BASE.country.places.values() if one.nation is nation]
    values = [sign * one.figures[key] for one in others if key in one.figures]
    better = sum(value < sign * own for value in values) + sum(value == sign * own for value in values) / 2
    return round(100 * better / len(values), 1)


@pytest.mark.parametrize("nation", Nation)
def test_a_percentile_is_the_share_of_the_nations_places_that_are_better_off(nation: Nation) -> None:
    for code in sampled(nation):
        found = PLACES.of(code).percentiles
        for figure in DICTIONARY[nation].figures:
            assert found.get(figure.key) == better_by_hand(nation, code, figure.key), (code, figure.key)


@pytest.mark.parametrize("nation", Nation)
def test_a_need_is_the_mean_of_the_linked_figures_of_its_nation(nation: Nation) -> None:
    links = {need.type: need.figures.of(nation) for need in BASE.appraisal.needs}
    for code in sampled(nation):
        place = PLACES.of(code)
        for slug, need in needs_of(options_of(FINDINGS, nation), place.percentiles).items():
            known = [place.percentiles[key] for key in links[slug] if key in place.percentiles]
            assert need == (round(fmean(known)) if known else None), (code, slug)


def test_what_is_missing_stays_missing() -> None:
    place = PLACES.of(LACKING)
    assert place.percentiles == {"not_deprived": pytest.approx(place.percentiles["not_deprived"])}
    assert set(needs_of(options_of(FINDINGS, place.nation), place.percentiles).values()) == {None}


def test_a_place_of_the_programme_has_the_mean_of_its_wards_by_shared_households() -> None:
    southport = next(one for one in PLACES.neighbourhoods if one.slug == "central-southport")
    first, second = (BASE.country.places[code] for code in ("E05000938", "E05000935"))
    mean = (7283 * first.figures["crime"] + 6383 * second.figures["crime"]) / (7283 + 6383)
    values = [one.figures["crime"] for one in BASE.country.places.values() if one.nation is Nation.ENGLAND]
    better = sum(value < mean for value in values)
    assert southport.percentiles["crime"] == round(100 * better / len(values), 1)
    assert southport.fit == Fit(("Duke's", "Cambridge"), 13666, 13666)


@pytest.mark.parametrize(
    ("fit", "words"),
    [
        (
            Fit(("A",), 10, 10),
            "Figures are those of the ward A; all of its households are in the neighbourhood.",
        ),
        (Fit(("A",), 7, 10), "Figures are those of the ward A; 70 of 100 of its households are in the"),
        (
            Fit(("A", "B"), 1, 3),
            "Figures are those of the wards A and B; 33 of 100 of their households are in",
        ),
    ],
)
def test_how_far_wards_fit_is_said(fit: Fit, words: str) -> None:
    assert fit.says.startswith(words)


@pytest.mark.parametrize("name", ["claremont", "Claremont", " CLAREMONT "])
def test_a_neighbourhood_is_found_before_a_ward_of_its_name(name: str) -> None:
    (found,) = PLACES.named(name)
    assert found.is_neighbourhood
    assert found.title == "Claremont, Blackpool"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Claremont, Blackpool", "Claremont, Blackpool"),
        ("dukes", "Duke's, Sefton"),
        ("S02001236", "Culter, Aberdeen City"),
        ("S12000033.S02001236", "Culter, Aberdeen City"),
        ("cults, bieldside and milltimber west", "Cults, Bieldside and Milltimber West, Aberdeen City"),
        ("Dalston and Burgh, Carlisle", "Dalston and Burgh, Cumberland"),
        ("95aa02w1", "Balloo, Antrim and Newtownabbey"),
    ],
)
def test_a_place_is_found_by_name_council_of_then_or_now_and_code(name: str, title: str) -> None:
    (found,) = PLACES.named(name)
    assert not found.is_neighbourhood
    assert found.title == title


def test_a_name_of_several_places_finds_them_all() -> None:
    names = [place.name for place in BASE.country.places.values()]
    own = {place.name for place in PLACES.neighbourhoods}
    twice = next(name for name in names if names.count(name) > 1 and name not in own)
    found = PLACES.named(twice)
    assert len({place.title for place in found}) == names.count(twice)
    assert PLACES.named("no such place") == []


def test_a_council_is_not_said_twice() -> None:
    assert Place("x", "St George's, Preston", "Preston", Nation.ENGLAND, {}).title == "St George's, Preston"


def test_a_scale_names_the_nation_its_kind_of_place_and_what_figures_are_from() -> None:
    scale = PLACES.scale(Nation.SCOTLAND)
    assert scale.among == "the intermediate zones of Scotland"
    assert scale.edition == (
        "Places are intermediate zones of 2011. "
        "Figures are from: Scottish Index of Multiple Deprivation 2020."
    )
    assert "fuel poverty in England, 2024" in PLACES.scale(Nation.ENGLAND).edition
