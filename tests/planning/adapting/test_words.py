"""The words that the sections of Adapt share."""

import pytest
from tests.planning.adapting.made import NEAR, facts

from resilience.planning.adapting.doers import doers_of
from resilience.planning.adapting.here import Here
from resilience.planning.adapting.words import came, did, ended, how_sure, likeness, small, when

HERE = Here("Place", "England", (), ("E1",), "own", "District", NEAR, NEAR)


@pytest.mark.parametrize(
    ("begun", "ended_in", "said"),
    [
        (2010, 2012, "2010 to 2012"),
        (2010, 2010, "2010"),
        (2010, None, "since 2010"),
        (None, 2012, "until 2012"),
        (None, None, "year not seen"),
    ],
)
def test_a_policy_has_its_years(begun: int | None, ended_in: int | None, said: str) -> None:
    assert when({"begun": begun, "ended": ended_in}) == said


def test_likeness_says_how_far_or_why_not() -> None:
    made = facts({"near": {}, "far": {}, "city": {}, "glen": {}, "gone": {}}, {"hill": {}})
    said = {one.slug: likeness(one, HERE) for one in doers_of(made, "clubs", HERE)[1]}
    assert said == {
        "near": "like your council: 5 of 100 ranks apart",
        "far": "not much like your council: 40 of 100 ranks apart",
        "city": "another kind of council, so it can’t be compared",
        "glen": "in Scotland, so it can’t be compared",
        "gone": "without the figures to compare it",
        "hill": "like your place: 1 of 100 ranks apart",
    }


def test_without_a_place_likeness_is_not_spoken_of() -> None:
    (one,) = doers_of(facts({"near": {}}), "clubs", None)[1]
    assert likeness(one, None) == ""


@pytest.mark.parametrize(
    ("own", "said", "sure"),
    [
        ({}, "No evaluation of it was seen.", "what came of it is not known"),
        (
            {"came": "Ten came.", "found_in": "monitoring", "found_by": "council"},
            "What came of it: Ten came. No evaluation of it was seen.",
            "the council’s own figures of what was done, not of what changed",
        ),
        (
            {
                "came": "Fewer were lonely.",
                "found_in": "evaluation",
                "found_by": "independent",
                "evaluated": True,
            },
            "What came of it: Fewer were lonely.",
            "an independent evaluation",
        ),
        (
            {"came": "An evaluation is mentioned; we have not read it.", "evaluated": True},
            "An evaluation is mentioned; we have not read it.",
            "what came of it is not known",
        ),
    ],
    ids=["nothing", "monitoring", "evaluation", "mentioned"],
)
def test_what_came_of_it_says_who_looked(own: dict[str, object], said: str, sure: str) -> None:
    made = facts({"near": own})
    (one,) = doers_of(made, "clubs", None)[1]
    assert came(made, one) == said
    assert sure in how_sure(made, one)


def test_a_policy_of_several_activities_says_so() -> None:
    made = facts({"near": {"types": 3}, "far": {}})
    near, far = sorted(doers_of(made, "clubs", None)[1], key=lambda one: one.slug == "far")
    assert did(made, "clubs", near) == "Clubs for all. This is one of three activities in it."
    assert did(made, "clubs", far) == "Clubs for all."
    made["types"]["clubs"]["policies"]["near"] = ["run clubs", "pay for halls"]
    assert did(made, "clubs", near) == "Of this, it set out to: run clubs; pay for halls."


def test_a_suggested_type_is_never_told_as_settled() -> None:
    made = facts({"near": {"suggested": True}})
    (one,) = doers_of(made, "clubs", None)[1]
    assert "nobody has checked" in how_sure(made, one)


def test_phrases_stand_within_sentences() -> None:
    assert (small("Family carers"), small("COPD patients"), ended("people came")) == (
        "family carers",
        "COPD patients",
        "People came.",
    )
