"""The step Evaluate: the answer first, every sentence of evidence with its source, and what is missing."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.frozen import book
from tests.planning.steps.test_adapt import said_by

from resilience.findings.view import Findings
from resilience.planning.blocks import plain
from resilience.planning.evaluating.areas import NO_PLACE
from resilience.planning.evaluating.measures import NO_OUTCOME
from resilience.planning.evaluating.smallest import NO_ACTIVITY
from resilience.planning.from_records.facts import planning_facts
from resilience.planning.given import Given
from resilience.planning.steps.evaluate import NO_LOTS, step
from resilience.planning.walk import Walk

FACTS: dict[str, Any] = json.loads(json.dumps(planning_facts(Findings(book()))))
COMMON = FACTS["common"]
TYPE = "befriending"
NUMBERS = ("areas", "comparison_areas", "households", "waves_before", "waves_after")
WALKS = st.builds(
    Walk,
    outcomes=st.lists(st.sampled_from(sorted(COMMON["groups"])), unique=True, max_size=4).map(tuple),
    activities=st.lists(st.sampled_from(sorted(COMMON["types"])), unique=True, max_size=2).map(tuple),
    lots=st.sampled_from(["", "yes", "no"]),
    numbers=st.dictionaries(
        st.sampled_from(COMMON["numbers"]),
        st.sampled_from(["0", "1", "3", "9", "0.5", "many", "nan", "1e999"]),
    ),
)


@given(WALKS)
def test_every_sentence_with_evidence_has_a_source_and_json_holds_all(walk: Walk) -> None:
    found = step(Given(FACTS, walk))
    assert all(one.sources for one in said_by(found) if one.sure)
    assert all(one.text.strip() and "None" not in one.text for one in said_by(found))
    assert found.answer
    assert found.sections[0].heading == "A design from what is possible"
    json.dumps(plain(found))


def test_without_an_answer_it_says_what_is_missing() -> None:
    missing = step(Given(FACTS, Walk())).missing
    assert missing[:4] == (NO_PLACE, NO_OUTCOME, NO_ACTIVITY, NO_LOTS)
    assert missing[4].startswith("You have not given all numbers. This takes the programme’s: 167 for")
    assert "areas with the activity" not in missing[4]


def test_with_all_answers_only_the_place_is_missing() -> None:
    numbers = dict.fromkeys(NUMBERS, "5")
    walk = Walk(outcomes=("say",), activities=(TYPE,), lots="no", numbers=numbers)
    assert step(Given(FACTS, walk)).missing == (NO_PLACE,)


def test_one_area_without_comparison_leads_with_that_no_effect_can_be_told() -> None:
    numbers = {"areas": "1", "comparison_areas": "0"}
    first = step(Given(FACTS, Walk(numbers=numbers))).answer[0].text
    assert first.startswith("Describe and learn: you can’t tell an effect")
