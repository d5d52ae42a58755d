"""A place is found by its council and its ranks, and likeness is that of the councils' pages."""

from hypothesis import given
from hypothesis import strategies as st
from tests.frozen import book

from resilience.findings.profiles import distance
from resilience.findings.view import Findings
from resilience.planning.adapting.here import apart, here_of
from resilience.planning.from_records.facts import planning_facts
from resilience.planning.given import Given, Standing
from resilience.planning.walk import Walk

FACTS = planning_facts(Findings(book()))
RANKS = st.lists(st.none() | st.floats(0, 100), min_size=7, max_size=7)


@given(RANKS, RANKS)
def test_likeness_is_that_of_profiles(one: list[float | None], other: list[float | None]) -> None:
    profiles = [
        {str(at): rank for at, rank in enumerate(ranks) if rank is not None} for ranks in (one, other)
    ]
    assert apart(one, other) == distance(*profiles)


def test_a_neighbourhood_lies_in_its_council_of_today() -> None:
    here = here_of(Given(FACTS, Walk(place="claremont")))
    assert here is not None
    assert (here.council, here.nation, here.neighbourhoods) == (
        "Blackpool Council",
        "England",
        ("claremont",),
    )
    assert here.ranks == FACTS["adapt"]["neighbourhoods"]["claremont"]["ranks"]


def test_a_ward_knows_the_neighbourhood_that_lies_in_it() -> None:
    figures = FACTS["adapt"]["index"]["England"]["parts"]
    file = {"code": "E06000009", "nation": "England", "figures": figures}
    place = {"code": "E05015190", "name": "Claremont", "better": [50.0] * len(figures)}
    here = here_of(Given(FACTS, Walk(place="E06000009.E05015190"), Standing(file, place)))
    assert here is not None
    assert (here.neighbourhoods, here.councils) == (("claremont",), ("E06000009",))
    assert list(here.ranks) == [50.0] * len(figures)


def test_no_place_and_one_that_is_not_on_record_are_nowhere() -> None:
    assert here_of(Given(FACTS, Walk())) is None
    assert here_of(Given(FACTS, Walk(place="E06000009.E05009999"))) is None
    # Its wards are not among the few of this evidence.
    assert here_of(Given(FACTS, Walk(place="worsley-haslingden"))) is None
