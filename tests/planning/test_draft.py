"""A draft record holds what a group said and no more, and the checks take it as it is."""

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given as given_any
from hypothesis import settings
from hypothesis import strategies as st
from tests.frozen import BOOK, book

from resilience.checks.catalogue import check
from resilience.evidence.kinds import kind_with
from resilience.evidence.yaml_reader import parse
from resilience.places.nation import slug_of
from resilience.planning.draft import FIRST_LINE, NO_PLACE, NOT_FOUND, NoDraft, as_yaml, draft, file_of
from resilience.planning.evaluating.measures import ranked
from resilience.planning.from_records.council_file import council_file
from resilience.planning.from_records.facts import planning_facts
from resilience.planning.from_records.place_view import PlaceView
from resilience.planning.given import Given, Standing
from resilience.planning.walk import Walk, read
from resilience.records.neighbourhood import Neighbourhood
from resilience.records.vocabulary import Nation
from resilience.site.pages.common import Pages

TODAY = date(2026, 11, 30)
PAGES = Pages(book())
VIEW = PlaceView(PAGES, PAGES.nation_tables)
FACTS = planning_facts(PAGES)
COMMON = FACTS["common"]
CLAREMONT = "E06000009.E05015190"
PLACES = {
    nation: [f"{one.council}.{one.code}" for one in VIEW.standings.in_nation[nation]] for nation in Nation
}
WALKS = st.builds(
    Walk,
    place=st.sampled_from([code for codes in PLACES.values() for code in codes]),
    outcomes=st.lists(st.sampled_from(list(COMMON["groups"])), max_size=3, unique=True).map(tuple),
    activities=st.lists(st.sampled_from(list(COMMON["types"])), max_size=2, unique=True).map(tuple),
    aim=st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=40),
    within=st.booleans(),
    who=st.text(max_size=10),
)


def given(walk: Walk) -> Given:
    if walk.place in FACTS["record"]["programme"]:
        return Given(FACTS, walk, None, PAGES.nation_tables["england"])
    council, _, code = walk.place.partition(".")
    file = council_file(VIEW, council)
    place = next(one for one in file["places"] if one["code"] == code)
    return Given(FACTS, walk, Standing(file, place), PAGES.nation_tables[slug_of(file["nation"])])


def checked(walk: Walk, folder: Path) -> list[str]:
    """Give what the checks say of the draft for a walk."""
    told = given(walk)
    return problems_of(as_yaml(draft(told, TODAY)), file_of(told), folder)


def problems_of(text: str, name: str, folder: Path) -> list[str]:
    """Give what the checks say of the small book with a file added, and did not say before."""
    evidence = folder / "evidence"
    shutil.copytree(BOOK / "evidence", evidence)
    before = set(check(evidence, TODAY))
    file = folder / name
    assert not file.exists()
    file.write_text(text, encoding="utf-8")
    return [str(problem) for problem in check(evidence, TODAY) if problem not in before]


@pytest.mark.parametrize("nation", Nation)
def test_a_place_alone_passes_the_checks(nation: Nation, tmp_path: Path) -> None:
    assert checked(Walk(place=PLACES[nation][0]), tmp_path) == []


@pytest.mark.parametrize("nation", Nation)
def test_a_whole_walk_passes_the_checks(nation: Nation, tmp_path: Path) -> None:
    problem = next(iter(COMMON["problems"]))
    walk = Walk(
        place=PLACES[nation][-1],
        problems=(problem,),
        outcomes=(COMMON["problems"][problem], "mind"),
        activities=tuple(COMMON["types"])[:2],
        aim='Fewer lonely people: "talk", walk #together & eat',
    )
    assert checked(walk, tmp_path) == []


def test_a_neighbourhood_of_the_programme_gets_a_second_record_outside_it(tmp_path: Path) -> None:
    walk = Walk(place="claremont")
    told = draft(given(walk), TODAY)
    assert (told["place"], told["programme"]) == (CLAREMONT, False)
    assert file_of(given(walk)) == "evidence/neighbourhoods/claremont-blackpool-council.yml"
    assert checked(walk, tmp_path) == []


def test_what_was_done_and_found_is_added_as_the_book_says(tmp_path: Path) -> None:
    page = (BOOK.parents[1] / "book/contribute/neighbourhood.md").read_text("utf-8")
    (later,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    told = given(Walk(place=CLAREMONT))
    record = {**draft(told, TODAY), **parse(later)}
    assert record["activities"]
    assert record["findings"]
    assert problems_of(as_yaml(record), file_of(told), tmp_path) == []


@settings(max_examples=30, deadline=None)
@given_any(WALKS)
def test_a_draft_is_a_record_and_comes_back_from_its_text(walk: Walk) -> None:
    told = draft(given(walk), TODAY)
    record = Neighbourhood.model_validate({**parse(as_yaml(told)), "slug": "x"})
    assert parse(as_yaml(told)) == told
    assert (record.programme, record.place) == (False, walk.place)
    assert [one.type for one in record.planned] == list(walk.activities)
    assert [one.group for one in record.indicators] == list(walk.outcomes)
    assert not record.activities
    again, lost = read(record.plan or "", COMMON)
    assert (again.place, again.activities, again.who, lost) == (walk.place, walk.activities, "", [])


def test_the_fields_stand_in_the_order_of_the_model() -> None:
    told = list(draft(given(Walk(place=CLAREMONT)), TODAY))
    assert told == [name for name in Neighbourhood.model_fields if name in told]
    assert kind_with(Neighbourhood).modeline == FIRST_LINE


def test_what_they_set_out_to_do_stands_in_their_own_words() -> None:
    problem = next(iter(COMMON["problems"]))
    group = COMMON["problems"][problem]
    other = next(slug for slug in COMMON["groups"] if slug != group)
    walk = Walk(place=CLAREMONT, problems=(problem,), outcomes=(group, other), aim=" A\nwalk\u200b a day ")
    told = draft(given(walk), TODAY)
    assert told["set_out_to"] == "A walk a day"
    assert told["priorities"] == [COMMON["problem_words"][problem], COMMON["groups"][other]["heading"]]


def test_an_enquiry_is_about_the_other_activity() -> None:
    enquiry, other = FACTS["record"]["enquiry"], "befriending"
    told = draft(given(Walk(place=CLAREMONT, activities=(enquiry, other))), TODAY)
    assert [one["topic"] for one in told["planned"]] == [[other], []]


def test_names_of_people_stay_out_of_a_public_record() -> None:
    told = draft(given(Walk(place=CLAREMONT, who="Ada Example: calls")), TODAY)
    assert "Ada" not in as_yaml(told)


def test_a_measure_is_the_first_of_the_step_on_evaluation_or_null() -> None:
    scales = FACTS["evaluate"]["scales"]
    known = next(group for group in COMMON["groups"] if scales.get(group))
    unknown = next(group for group in COMMON["groups"] if not scales.get(group))
    first, none = draft(given(Walk(place=CLAREMONT, outcomes=(known, unknown))), TODAY)["indicators"]
    best = ranked(scales[known], ())[0]
    assert (first["group"], first["scale"], first["source"]) == (known, best["slug"], {"url": best["url"]})
    assert best["name"] in first["measure"]
    assert none == {"group": unknown, "measure": None, "scale": None, "source": None}


def test_comparison_areas_come_with_how_good_the_match_is() -> None:
    told = draft(given(Walk(place=CLAREMONT)), TODAY)
    assert len(told["comparison_areas"]) == 5
    assert "match" in told["comparison_area"]
    alone = draft(replace(given(Walk(place=CLAREMONT)), table=None), TODAY)
    assert alone["comparison_areas"] == told["comparison_areas"]
    assert "was not looked at" in alone["comparison_area"]


def test_a_figure_that_nobody_knows_leaves_the_comparison_open() -> None:
    told = draft(given(Walk(place=CLAREMONT, figures=("luck",))), TODAY)
    assert (told["comparison_area"], told["comparison_areas"]) == (None, [])


def test_a_name_that_is_taken_is_never_given_again() -> None:
    told = given(Walk(place=CLAREMONT))
    record = {**FACTS["record"], "taken": ["claremont-blackpool-council", "claremont-blackpool-council-2"]}
    assert file_of(replace(told, facts={**FACTS, "record": record})).endswith("-council-3.yml")


@pytest.mark.parametrize(("place", "why"), [("", NO_PLACE), ("E06000009.E05999999", NOT_FOUND)])
def test_without_a_place_there_is_no_draft_and_a_sentence_says_why(place: str, why: str) -> None:
    with pytest.raises(NoDraft) as told:
        draft(Given(FACTS, Walk(place=place)))
    assert str(told.value) == why
