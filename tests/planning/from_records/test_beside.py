"""What a neighbourhood took on stands beside the options with facts only."""

from collections.abc import Mapping

import pytest
from tests.frozen import book

from resilience.appraisal import Group, Tier, options_of, rank, rules_of
from resilience.findings import Findings
from resilience.places.initiative import ENQUIRY
from resilience.places.nation_tables import nation_tables
from resilience.planning.from_records.beside import Beside, Why, beside, last_year
from resilience.planning.from_records.council_file import standing_of
from resilience.planning.from_records.example import example_outcomes
from resilience.planning.from_records.facts import planning_facts
from resilience.planning.from_records.place_view import PlaceView
from resilience.planning.given import Given, Standing
from resilience.planning.walk import Walk
from resilience.records.vocabulary import Level, LevelKind, Nation

FINDINGS = Findings(book())
FACTS = planning_facts(FINDINGS)
PLACES = FINDINGS.base.neighbourhoods
VIEW = PlaceView(FINDINGS, nation_tables(FINDINGS.base.country, FINDINGS.base.place_figures))
PLANNED = sorted(VIEW.neighbourhoods)
"""Those whose wards of today are known."""


def standing(slug: str) -> Standing:
    found = standing_of(VIEW, slug)
    assert found
    return found


def rows(slug: str, *outcomes: str) -> tuple[Mapping[str, Beside], Mapping[str, Beside]]:
    place = PLACES[slug]
    wanted = outcomes or example_outcomes(FINDINGS, place)
    taken, first = beside(FINDINGS, place, Given(FACTS, Walk(outcomes=wanted), standing(slug)))
    return {one.type: one for one in taken}, {one.type: one for one in first}


@pytest.mark.parametrize("slug", PLANNED)
def test_each_type_and_topic_on_record_stands_once_and_tiers_are_those_of_the_ranking(slug: str) -> None:
    taken, first = rows(slug)
    types = {FINDINGS.joins.typed_of(slug, one).type for one in PLACES[slug].activities} - {None}
    assert taken.keys() == types | {one for done in PLACES[slug].activities for one in done.topic}
    better = {key: share for key, share in standing(slug).better.items() if share is not None}
    group = Group(example_outcomes(FINDINGS, PLACES[slug]))
    ranking = rank(options_of(FINDINGS, Nation.ENGLAND), better, group, rules_of(FINDINGS))
    tiers = {one.option.slug: one.tier for one in ranking.ranked}
    assert {one.type: one.tier for one in (*taken.values(), *first.values()) if one.type != ENQUIRY} == {
        slug: tiers.get(slug) for slug in (*taken, *first) if slug != ENQUIRY
    }
    leads = [one.option.slug for one in ranking.of(Tier.LEADS) if one.option.slug not in taken]
    assert [*first] == [one for one in leads if one != ENQUIRY]


def test_an_enquiry_is_asked_for_no_effect() -> None:
    taken, _ = rows("claremont")
    enquiry = taken[ENQUIRY]
    assert (enquiry.tier, [one.why for one in enquiry.reasons]) == (None, [Why.WAY_OF_WORKING])
    assert (len(enquiry.did), len(enquiry.worked_on)) == (3, 0)


def test_what_is_done_for_other_outcomes_says_so_and_is_not_ranked() -> None:
    taken, _ = rows("claremont", "money")
    partnership = taken["neighbourhood-partnerships"]
    assert partnership.tier is None
    assert [one.why for one in partnership.reasons] == [Why.OTHER_AIM]


@pytest.mark.parametrize("slug", PLANNED)
def test_each_reason_is_a_fact_of_the_options(slug: str) -> None:
    outcomes = tuple(FINDINGS.base.outcome_groups)
    options = {one.slug: one for one in options_of(FINDINGS, Nation.ENGLAND)}
    taken, _ = rows(slug, *outcomes)
    for one in taken.values():
        option = options[one.type]
        assert bool(one.reasons) == (one.tier is not Tier.LEADS)
        for reason in one.reasons:
            for group in reason.outcomes:
                assert (group in option.levels) == (reason.why is Why.LEVEL)
                assert reason.why is not Why.NO_AIM or group not in option.aims
                assert reason.why is not Why.NOT_STUDIED or group in option.aims
            if reason.why is Why.LEVEL:
                assert reason.level
                assert reason.level is Level.EARLY or reason.level.kind is not LevelKind.HELPS
            if reason.why is Why.LESS_NEEDED:
                assert reason.need is not None
                assert reason.usual is not None
                assert reason.need < reason.usual
            if reason.why is Why.NO_FIGURE:
                assert not {*option.figures} & standing(slug).better.keys()


def test_studies_are_told_by_year_after_the_programme() -> None:
    end = last_year(FINDINGS)
    assert end == max(one.year or 0 for place in PLACES.values() for one in place.activities)
    taken, first = rows("claremont", "home", "mind")
    for one in (*taken.values(), *first.values()):
        assert all(year > end and n for year, n in one.since.items())
        assert [*one.since] == sorted(one.since)


def test_what_others_did_near_by_stands_with_its_type() -> None:
    taken, first = rows("claremont", *FINDINGS.base.outcome_groups)
    near = {one.type for one in PLACES["claremont"].nearby}
    for one in (*taken.values(), *first.values()):
        assert bool(one.nearby) == (one.type in near)


def test_an_activity_stands_under_its_second_type_too(monkeypatch: pytest.MonkeyPatch) -> None:
    place = PLACES["claremont"]
    activity = place.activities[0].model_copy(
        update={"coded": "green-space", "also": "healthy-homes", "topic": ()}
    )
    monkeypatch.setitem(PLACES, "claremont", place.model_copy(update={"activities": (activity,)}))
    taken, _ = rows("claremont", "home")
    assert {slug: len(one.did) for slug, one in taken.items()} == {"green-space": 1, "healthy-homes": 1}
