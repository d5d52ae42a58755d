"""The step Adapt: an answer for each activity, with its sources, and what is missing."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.frozen import book

from resilience.findings.view import Findings
from resilience.planning.blocks import Said, Step, plain
from resilience.planning.from_records.facts import planning_facts
from resilience.planning.given import Given
from resilience.planning.steps.adapt import step
from resilience.planning.walk import MOST_ACTIVITIES, Walk

FACTS: dict[str, Any] = json.loads(json.dumps(planning_facts(Findings(book()))))
WALKS = st.builds(
    Walk,
    place=st.sampled_from(["", "claremont", "central-southport", "nowhere"]),
    outcomes=st.lists(st.sampled_from(sorted(FACTS["common"]["groups"])), unique=True).map(tuple),
    activities=st.lists(
        st.sampled_from(sorted(FACTS["common"]["types"])), unique=True, max_size=MOST_ACTIVITIES
    ).map(tuple),
)


def said_by(found: Step) -> list[Said]:
    tables = [section.table for section in found.sections if section.table]
    return [
        *found.answer,
        *(one for section in found.sections for one in section.said),
        *(cell for table in tables for row in table.rows for cell in row),
    ]


@given(WALKS)
def test_every_sentence_with_evidence_has_a_source_and_json_holds_all(walk: Walk) -> None:
    found = step(Given(FACTS, walk))
    assert all(one.sources for one in said_by(found) if one.sure)
    assert all(one.text.strip() and "None" not in one.text for one in said_by(found))
    assert plain(found) == plain(step(Given(FACTS, walk)))
    json.dumps(plain(found))


@given(WALKS)
def test_every_row_on_record_has_a_source(walk: Walk) -> None:
    for section in step(Given(FACTS, walk)).sections:
        if section.folded and section.table:
            assert all(any(cell.sources for cell in row) for row in section.table.rows)


@given(WALKS)
def test_each_activity_has_its_five_questions_in_order(walk: Walk) -> None:
    found = step(Given(FACTS, walk))
    asked = [section.heading.partition(": ")[2] for section in found.sections if not section.folded]
    five = [
        "who did it, and what came of it",
        "for whom it did not work",
        "what it costs",
        "who to ask",
        "what the studies that worked had in common",
    ]
    assert asked == five * len(walk.activities)
    assert len(found.answer) == 2 * len(walk.activities)


def test_what_is_missing_is_said() -> None:
    assert [text[:21] for text in step(Given(FACTS, Walk())).missing] == [
        "No activity is chosen",
        "No place is chosen, s",
    ]
    chosen = Walk(place="claremont", activities=("befriending",))
    assert step(Given(FACTS, chosen)).missing == ()


@pytest.mark.parametrize(
    ("place", "activity", "said"),
    [
        (
            "claremont",
            "welfare-debt-advice",
            "Your own council, Blackpool Council, already has this on record",
        ),
        ("claremont", "befriending", "has no policy with it on record"),
        ("central-southport", "food-security", "no study of it is on record, and what it costs is not known"),
    ],
)
def test_the_words_are_of_the_place_and_the_activity(place: str, activity: str, said: str) -> None:
    found = step(Given(FACTS, Walk(place=place, activities=(activity,))))
    assert said in " ".join(one.text for one in said_by(found))


def test_studies_are_counted_for_outcomes_that_the_answer_names() -> None:
    found = step(Given(FACTS, Walk(outcomes=("home",), activities=("healthy-homes",))))
    assert "for the outcomes that you chose (“Home”), 2 studies found it better" in found.answer[1].text
