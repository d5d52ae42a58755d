"""The wards most like a place are found by a distance that can be worked out by hand."""

from dataclasses import replace
from math import sqrt

import pytest
from tests.frozen import book

from resilience.places.measures import COMPARED
from resilience.places.ward_comparison import CannotMatch, Choice, compare
from resilience.places.wards import km_between, mean_of
from resilience.records.area import Ward

BASE = book()
WARDS = BASE.wards
ALL = tuple(one.column for one in COMPARED)


def ward(code: str, a: float, b: float, council: str = "X", place: str = "", households: int = 100) -> Ward:
    return Ward(code, code, council, place, households, -2.9 + len(code) * 0.1, 53.4, {"a": a, "b": b})


PLACE = [ward("p", 10, 1, "P", "claremont")]
OTHERS = [ward("q1", 10, 2), ward("q2", 20, 1), ward("q3", 12, 1), ward("q4", 10, 1, "P"), ward("q5", 30, 9)]


def found(choice: Choice, number: int = 2) -> list[str]:
    return [match.ward.code for match in compare(PLACE, [*PLACE, *OTHERS], choice, number).matches]


def test_the_nearest_on_one_indicator_come_first() -> None:
    assert found(Choice(("a",))) == ["q1", "q3"]
    assert found(Choice(("b",))) == ["q2", "q3"]


def test_distance_is_in_standard_deviations_of_all_wards() -> None:
    matches = compare(PLACE, [*PLACE, *OTHERS], Choice(("a",)), 2).matches
    values = [10, 10, 20, 12, 10, 30]
    mean = sum(values) / 6
    spread = sqrt(sum((value - mean) ** 2 for value in values) / 6)
    assert [match.distance for match in matches] == pytest.approx([0, 2 / spread])


def test_balance_is_told_before_and_after() -> None:
    (balance,) = compare(PLACE, [*PLACE, *OTHERS], Choice(("a",)), 2).balance
    assert (balance.place, balance.all_wards, balance.matches) == (10, 18, 11)
    assert balance.before == pytest.approx(8 * balance.after)


def test_the_same_council_only_on_request() -> None:
    assert "q4" not in found(Choice(("a", "b")))
    assert found(Choice(("a", "b"), own_council=True))[0] == "q4"


def test_wards_that_are_near_are_left_out_on_request() -> None:
    near = replace(OTHERS[0], lon=PLACE[0].lon, lat=PLACE[0].lat)
    matches = compare(PLACE, [*PLACE, near, *OTHERS[1:]], Choice(("a",), apart_km=1), 2).matches
    assert [match.ward.code for match in matches] == ["q3", "q2"]


def test_places_of_the_programme_are_never_chosen() -> None:
    for slug in BASE.neighbourhoods:
        own = [one for one in WARDS if one.neighbourhood == slug]
        matches = compare(own, WARDS, Choice(ALL, own_council=True)).matches
        assert not any(match.ward.neighbourhood for match in matches)


def test_a_match_is_nearer_than_the_rest() -> None:
    own = [one for one in WARDS if one.neighbourhood == "claremont"]
    comparison = compare(own, WARDS, Choice(ALL))
    assert comparison.candidates + comparison.without_figures < len(WARDS)
    assert all(abs(one.after) <= abs(one.before) + 0.5 for one in comparison.balance)
    assert (
        sum(abs(one.after) for one in comparison.balance)
        < sum(abs(one.before) for one in comparison.balance) / 2
    )


def test_a_missing_figure_keeps_a_ward_out_and_is_counted() -> None:
    lacking = replace(OTHERS[0], figures={"b": 2.0})
    comparison = compare(PLACE, [*PLACE, lacking, *OTHERS[1:]], Choice(("a",)), 2)
    assert comparison.without_figures == 1
    assert lacking.code not in {match.ward.code for match in comparison.matches}


@pytest.mark.parametrize(
    ("choice", "number", "sentence"),
    [
        (Choice(()), 2, "Choose at least one figure."),
        (Choice(("c",)), 2, "The place has no figure for c. Leave it out."),
        (Choice(("a",)), 9, "Only 4 wards are left to choose from, fewer than 9."),
    ],
)
def test_what_cannot_be_compared_is_refused(choice: Choice, number: int, sentence: str) -> None:
    with pytest.raises(CannotMatch, match=sentence):
        found(choice, number)


def test_means_are_weighted_by_households_and_leave_out_what_is_missing() -> None:
    wards = [ward("x", 10, 1, households=100), ward("yy", 20, 1, households=300)]
    assert mean_of(wards, "a") == 17.5
    assert mean_of(wards, "c") is None


def test_kilometres_are_those_of_the_map() -> None:
    # Liverpool Lime Street to Manchester Piccadilly: about 50 km as the crow flies.
    one = replace(PLACE[0], lon=-2.9779, lat=53.4075)
    other = replace(PLACE[0], lon=-2.2309, lat=53.4774)
    assert km_between(one, other) == pytest.approx(50, abs=1)


def test_all_wards_are_read() -> None:
    assert len(WARDS) == 40
    assert sum(bool(one.neighbourhood) for one in WARDS) == 4
    assert sum("park_distance_m" not in one.figures for one in WARDS) == 2
