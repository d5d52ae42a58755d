"""The step on the place says what its page says, with its sources, for a place of each nation."""

import pytest
from tests.frozen import book

from resilience.findings.view import Findings
from resilience.places.nation_tables import nation_tables
from resilience.planning.from_records.council_file import standing_of
from resilience.planning.from_records.facts import planning_facts
from resilience.planning.from_records.place_view import PlaceView
from resilience.planning.given import Given
from resilience.planning.place_words import NOT_KNOWN, shown
from resilience.planning.steps.place import NO_PLACE, step
from resilience.planning.walk import Walk

FINDINGS = Findings(book())
BASE = FINDINGS.base
VIEW = PlaceView(FINDINGS, nation_tables(BASE.country, BASE.place_figures))
FACTS = planning_facts(FINDINGS)
LINKS = (
    "central-southport",
    "E06000009.E05015190",
    "W06000015.W05001273",
    "S12000033.S02001236",
    "N09000001.95AA01S1",
)
"""A neighbourhood, then a place of each nation; the one of Wales has one figure only."""


def given(link: str) -> Given:
    standing = standing_of(VIEW, link)
    assert standing is not None
    return Given(FACTS, Walk(place=link), standing)


@pytest.mark.parametrize("link", LINKS)
def test_the_answer_is_the_three_sentences_of_the_place_with_their_sources(link: str) -> None:
    asked = given(link)
    assert asked.standing is not None
    found = step(asked)
    says = asked.standing.place["says"]
    assert [(one.text, [source.text for source in one.sources]) for one in found.answer] == says
    assert all(bool(one.sources) == bool(one.sure) for one in found.answer)
    assert found.missing == ()
    assert all(title in found.rests_on for _, sources in says for title in sources)


@pytest.mark.parametrize("link", LINKS)
def test_five_figures_stand_beside_council_and_nation(link: str) -> None:
    asked = given(link)
    standing = asked.standing
    assert standing is not None
    (section,) = step(asked).sections
    assert section.table is not None
    assert len(section.table.rows) == 5
    assert {len(row) for row in section.table.rows} == {len(section.table.heads)} == {5}
    at = standing.file["first"][0]
    decimals = FACTS["place"][standing.nation]["figures"]["index"]["decimals"]
    values = [standing.place["values"][at], standing.file["council"][at], standing.file["nation_means"][at]]
    assert [cell.text for cell in section.table.rows[0][1:4]] == [shown(one, decimals) for one in values]


def test_what_is_not_known_says_so() -> None:
    (section,) = step(given("W06000015.W05001273")).sections
    assert section.table is not None
    assert [cell.text for cell in section.table.rows[0]][1::3] == [NOT_KNOWN, NOT_KNOWN]


def test_the_comparison_that_tells_most_stands_first_and_then_whose_figures_they_are() -> None:
    asked = given("central-southport")
    assert asked.standing is not None
    (section,) = step(asked).sections
    place = asked.standing.place
    assert [one.text for one in section.said] == [place["beside"][0], place["fit"]]
    assert section.said[0].sources
    assert section.said[0].sources[0].url.startswith("https://")


def test_without_a_place_it_says_what_is_missing() -> None:
    found = step(Given(FACTS, Walk()))
    assert (found.answer, found.sections, found.missing) == ((), (), (NO_PLACE,))
    assert found.rests_on.endswith(".")
