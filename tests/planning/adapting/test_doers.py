"""Who did an activity comes in the order of the published rule, and the own council is told apart."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.planning.adapting.made import COUNCILS, NEAR, facts

from resilience.planning.adapting.doers import LIKE, doers_of
from resilience.planning.adapting.here import Here

CASES = yaml.safe_load((Path(__file__).parent / "cases/doers.yml").read_text("utf-8"))


def here(ranks: list[float] = NEAR) -> Here:
    return Here("Place", "England", (), ("E1",), "own", "District", ranks, NEAR)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_order_is_that_of_the_rule(case: dict[str, Any]) -> None:
    asked = case["input"]
    place = here(asked.get("ranks", NEAR)) if asked.get("place", True) else None
    own, others = doers_of(facts(asked["policies"], asked.get("neighbourhoods")), "clubs", place)
    assert [one.slug for one in others] == case["expect"], case["note"]
    assert sorted(one.slug for one in own) == case.get("own", [])


def test_a_council_stands_once_with_the_policy_that_tells_most() -> None:
    made = facts({"near": {}})
    other = {**made["policies"]["near"], "evaluated": True}
    made["policies"]["evaluated"] = other
    made["types"]["clubs"]["policies"]["evaluated"] = []
    _, (one,) = doers_of(made, "clubs", here())
    assert (one.policy, one.others) == ("evaluated", ("near",))


@given(st.lists(st.sampled_from(sorted(COUNCILS)), unique=True), st.data())
def test_nobody_is_lost_or_told_twice(councils: list[str], data: st.DataObject) -> None:
    policies = {
        one: {"evaluated": data.draw(st.booleans()), "suggested": data.draw(st.booleans())}
        for one in councils
    }
    own, others = doers_of(facts(policies), "clubs", here())
    assert sorted(one.slug for one in [*own, *others]) == sorted(councils)
    near = [one.apart for one in others if one.apart is not None and not one.is_suggested]
    assert near == sorted(near)
    assert all((one.apart or 0) <= LIKE for one in others if one.is_like)
