"""The answers of an example follow from the record of its neighbourhood by a rule."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.frozen import book

from resilience.findings import Findings
from resilience.planning.from_records.example import example_walk, has_example, worked_on
from resilience.planning.walk import NO, read, write
from resilience.records.neighbourhood import Activity, Neighbourhood

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases/example.yml").read_text(encoding="utf-8")
)
FINDINGS = Findings(book())
PLACES = FINDINGS.base.neighbourhoods


def with_activities(made: list[dict[str, Any]]) -> Neighbourhood:
    place = PLACES["claremont"]
    source, domain = place.activities[0].source, place.activities[0].domain
    activities = tuple(
        Activity(
            text=f"Activity {at}",
            coded=one["type"] or "none",
            topic=one["topic"],
            source=source,
            domain=domain,
        )
        for at, one in enumerate(made)
    )
    return place.model_copy(update={"activities": activities})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_rule(case: dict[str, Any]) -> None:
    walk = example_walk(FINDINGS, with_activities(case["input"]))
    found = {"outcomes": [*walk.outcomes], "activities": [*walk.activities]}
    assert found == case["expect"], case["note"]


@pytest.mark.parametrize("slug", PLACES)
def test_the_link_of_an_example_gives_its_walk_again(slug: str) -> None:
    walk = example_walk(FINDINGS, PLACES[slug])
    types = FINDINGS.base.types
    facts = {
        "types": types,
        "groups": FINDINGS.base.outcome_groups,
        "problems": {},
        "numbers": ["areas", "comparison_areas"],
    }
    assert read(write(walk), facts) == (walk, [])


def test_only_the_place_the_aim_the_lots_and_the_areas_are_answered_besides() -> None:
    walk = example_walk(FINDINGS, PLACES["central-southport"])
    assert (walk.place, walk.lots) == ("central-southport", NO)
    assert walk.aim.startswith("Reduce debt and money difficulties and their harm to health. Get residents")
    assert walk.numbers == {"areas": "9", "comparison_areas": "9"}
    rest = (walk.weights, walk.own, walk.out, walk.most, walk.problems, walk.figures)
    assert not any(rest)


def test_a_neighbourhood_outside_the_programme_is_no_example() -> None:
    assert has_example(PLACES["claremont"])
    assert not has_example(PLACES["claremont"].model_copy(update={"programme": False}))


def test_a_second_type_is_worked_on_as_a_first_one() -> None:
    place = with_activities([{"type": "welfare-debt-advice", "topic": []}])
    second = place.activities[0].model_copy(update={"also": "healthy-homes"})
    place = place.model_copy(update={"activities": (second,)})
    assert worked_on(FINDINGS, place) == {"healthy-homes": 1, "welfare-debt-advice": 1}
