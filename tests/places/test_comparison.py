"""The places most like a place, worked out by hand, and what must hold for any places and figures."""

from dataclasses import replace
from math import sqrt
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.frozen import book
from tests.places.made_nation import PLACES, made_nation, of_case

from resilience.places.comparison import CannotMatch, Choice, compare
from resilience.places.nation import apart
from resilience.places.nation_tables import nation_tables

CASES = yaml.safe_load((Path(__file__).parent / "cases/comparison.yml").read_text("utf-8"))
BASE = book()
TABLES = nation_tables(BASE.country, BASE.place_figures)
ENGLAND = TABLES["england"]
KEYS = ("income", "health", "fuel")


def found(given: dict[str, Any]) -> list[str]:
    table = of_case(given)
    place = table.neighbourhoods.get(given["place"], {given["place"]: 1.0})
    choice = Choice(tuple(given["figures"]), given.get("own", False))
    return [match.code for match in compare(table, place, choice, given.get("number", 2)).matches]


@pytest.mark.parametrize("case", CASES["matches"], ids=lambda case: case["id"])
def test_the_nearest_come_first(case: dict[str, Any]) -> None:
    assert found(case["input"]) == case["expect"], case["note"]


@pytest.mark.parametrize("case", CASES["refused"], ids=lambda case: case["id"])
def test_what_can_not_be_compared_is_refused(case: dict[str, Any]) -> None:
    with pytest.raises(CannotMatch) as refused:
        found(case["input"])
    assert str(refused.value) == case["expect"]


@pytest.mark.parametrize("case", CASES["doubled"], ids=lambda case: case["id"])
def test_a_whole_beside_its_part_is_left_out(case: dict[str, Any]) -> None:
    comparison = compare(made_nation(), {"p": 1}, Choice(tuple(case["input"])), 2)
    assert {one.whole: list(one.parts) for one in comparison.doubled} == case["expect"]
    kept = {one.figure for one in comparison.balance}
    assert kept == set(case["input"]) - set(case["expect"])


def test_distance_is_in_standard_deviations_of_all_places() -> None:
    values = [own["income"] for _, own in PLACES.values()]
    mean = sum(values) / len(values)
    spread = sqrt(sum((value - mean) ** 2 for value in values) / len(values))
    matches = compare(made_nation(), {"p": 1}, Choice(("income",)), 3).matches
    assert [match.distance for match in matches] == pytest.approx([0, 1 / spread, 2 / spread])


def test_balance_is_told_before_and_after() -> None:
    (one,) = compare(made_nation(), {"p": 1}, Choice(("income",)), 2).balance
    assert (one.place, one.candidates, one.matches) == (10, pytest.approx(95 / 6), 10.5)
    assert one.before / one.after == pytest.approx((10 - 95 / 6) / -0.5)


def test_what_nothing_comes_near_is_told_apart_from_a_poor_choice() -> None:
    table = made_nation()
    at_the_end, in_reach = (
        compare(table, {code: 1}, Choice(("income",)), 2).balance[0] for code in ("r1", "q3")
    )
    assert at_the_end.at_best == at_the_end.after > 0
    assert in_reach.at_best == 0


@pytest.mark.parametrize("nation", TABLES)
@pytest.mark.parametrize("by_covariance", [False, True])
@given(data=st.data())
def test_a_place_never_matches_itself_its_neighbours_or_the_programme(
    nation: str, by_covariance: bool, data: st.DataObject
) -> None:
    table = TABLES[nation]
    code = data.draw(st.sampled_from(table.codes))
    place = table.neighbourhoods.get(data.draw(st.sampled_from([*table.neighbourhoods, ""])), {code: 1.0})
    choice = Choice(
        ("income", "crime", "access", "not_deprived"), own_council=True, by_covariance=by_covariance
    )
    matched = {match.code for match in compare(table, place, choice).matches}
    assert not matched & set(place)
    assert not matched & {other for own in place for other in table.neighbours.get(own, ())}
    assert not matched & table.programme


@pytest.mark.parametrize("by_covariance", [False, True])
@given(data=st.data())
def test_the_order_of_places_and_figures_changes_nothing(by_covariance: bool, data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(ENGLAND.codes))
    keys = data.draw(st.lists(st.sampled_from(apart(ENGLAND.figures)), min_size=1, max_size=5, unique=True))
    order = data.draw(st.permutations(range(len(ENGLAND.codes))))
    moved = replace(
        ENGLAND,
        codes=[ENGLAND.codes[row] for row in order],
        names=[ENGLAND.names[row] for row in order],
        councils=[ENGLAND.councils[row] for row in order],
        columns={key: [column[row] for row in order] for key, column in ENGLAND.columns.items()},
    )
    usual = compare(ENGLAND, {code: 1}, Choice(tuple(keys), by_covariance=by_covariance))
    other = compare(moved, {code: 1}, Choice(tuple(keys[::-1]), by_covariance=by_covariance))
    assert usual == other


@pytest.mark.parametrize("by_covariance", [False, True])
@given(
    code=st.sampled_from(ENGLAND.codes),
    times=st.floats(0.01, 1000) | st.floats(-1000, -0.01),
    more=st.floats(-100, 100),
)
def test_a_figure_on_another_scale_changes_nothing(
    by_covariance: bool, code: str, times: float, more: float
) -> None:
    column = [None if value is None else value * times + more for value in ENGLAND.columns["crime"]]
    scaled = replace(ENGLAND, columns={**ENGLAND.columns, "crime": column})
    choice = Choice(("income", "crime", "housing"), by_covariance=by_covariance)
    usual, other = (compare(table, {code: 1}, choice) for table in (ENGLAND, scaled))
    assert [one.distance for one in usual.matches] == pytest.approx(
        [one.distance for one in other.matches], rel=1e-6, abs=1e-6
    )
    assert [abs(one.after) for one in usual.balance] == pytest.approx(
        [abs(one.after) for one in other.balance], rel=1e-6, abs=1e-6
    )


def test_uncorrelated_figures_are_equally_far_by_either_distance() -> None:
    square = {
        code: ("PQRST"[row], {"income": x, "fuel": y})
        for row, (code, x, y) in enumerate(
            [("a", 0, 0), ("b", 1, 1), ("c", 1, -1), ("d", -1, 1), ("e", -1, -1)]
        )
    }
    table = made_nation(square)
    straight, mahalanobis = (
        compare(table, {"a": 1}, Choice(("income", "fuel"), by_covariance=which), 4).matches
        for which in (False, True)
    )
    assert [one.distance for one in straight] == pytest.approx([one.distance for one in mahalanobis])


def test_a_figure_that_follows_from_others_is_refused_by_mahalanobis() -> None:
    twice = {code: (council, own | {"fuel": 2 * own["income"]}) for code, (council, own) in PLACES.items()}
    choice = Choice(("income", "fuel"), by_covariance=True)
    with pytest.raises(CannotMatch, match=r"^(Income|Fuel) follows almost wholly from the other figures"):
        compare(made_nation(twice), {"p": 1}, choice, 2)


def test_figures_that_move_together_are_named() -> None:
    moving = compare(made_nation(), {"p": 1}, Choice(KEYS), 2).moving
    assert moving == (("income", "health", "fuel"),)


def test_borders_that_nobody_saw_are_told() -> None:
    table = made_nation(neighbours={"p": ["p2"], "q1": ["q2"]})
    comparison = compare(table, {"p": 1}, Choice(("income",)), 2)
    assert (comparison.bordering, comparison.unseen) == (1, ("r2",))
