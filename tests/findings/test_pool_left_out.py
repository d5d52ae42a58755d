"""What is on the question of a set but not in it, and the reason that covers it."""

from typing import Any

import pytest

from resilience.findings.pool_left_out import LeftOutResults, left_out_of
from resilience.records.pool import Pool
from resilience.records.study import Study

OR = {"metric": "OR", "value": 0.8, "ci_low": 0.6, "ci_high": 1.1}
PROVENANCE = {
    "seen": [{"at": "x", "mirror": False}],
    "read": "abstract",
    "by": "model",
    "coders": "single",
    "added": "2026-01-01",
    "review_by": "2028-01-01",
}


def outcome(measure: str = "m", **fields: Any) -> dict[str, Any]:
    found = {"category": "mental-health", "measure": measure, "direction": "benefit", "clear": "no"}
    return {**found, "effect": OR, **fields}


def study(key: str, *outcomes: dict[str, Any], **fields: Any) -> Study:
    return Study.model_validate(
        {
            "key": key,
            "design": "rct",
            "comparison": "randomised",
            "types": ["befriending"],
            "intervention": "i",
            "outcomes": outcomes or (outcome(),),
            "bias": "not-told",
            "summary": "s",
            "provenance": PROVENANCE,
            **fields,
        }
    )


HELD = study("held", outcome(pool="set"))


def found(*studies: Study, **fields: Any) -> LeftOutResults:
    definition = {
        "slug": "set",
        "title": "t",
        "question": "q",
        "outcome": "mental-health",
        "use": "side-by-side",
        "because": "b",
        "better": "lower",
        **fields,
    }
    pool = Pool.model_validate(definition)
    other = Pool.model_validate({**definition, "slug": "other"})
    return left_out_of(pool, {"set": pool, "other": other}, {one.key: one for one in (HELD, *studies)})


@pytest.mark.parametrize(
    "near",
    [
        study("a"),
        study("a", types=["befriending", "green-space"]),
        study("a", outcome(effect={"metric": "HR", "value": 2})),
        study("a", of_exposure=True),
    ],
)
def test_a_comparable_result_of_the_same_activity_is_listed(near: Study) -> None:
    (one,) = found(near).listed
    assert (one.study.key, one.why, one.is_explained) == ("a", "", False)


@pytest.mark.parametrize(
    ("far", "others"),
    [
        (study("a", types=["green-space"]), 0),
        (study("a", outcome(category="loneliness")), 0),
        (study("a", on_topic={"befriending": "no"}), 0),
        (study("a", outcome(for_types=[])), 0),
        (study("a", outcome(effect=None)), 1),
        (study("a", outcome(effect={"metric": "MD", "value": 2})), 1),
        (study("a", outcome(effect={"metric": "OR"})), 1),
    ],
)
def test_what_could_not_stand_beside_is_counted_at_most(far: Study, others: int) -> None:
    assert found(far) == ((), others)


def test_in_a_set_that_is_counted_any_result_is_comparable() -> None:
    assert len(found(study("a", outcome(effect=None)), use="direction-only").listed) == 1


def test_studies_of_no_activity_are_told_apart_by_their_themes() -> None:
    held = study("held", outcome(pool="set"), types=[], themes=["collective-control"])
    alike = study("a", types=[], themes=["collective-control", "volunteering"])
    typed = study("b", themes=["collective-control"])
    listed = found(held, alike, typed, study("c", types=[], themes=["volunteering"])).listed
    assert [one.study.key for one in listed] == ["a"]


def test_another_set_is_reason_enough() -> None:
    (one,) = found(study("a", outcome(pool="other"))).listed
    assert (one.other_set, one.is_explained) == ("other", True)


@pytest.mark.parametrize(
    ("kind", "fits"),
    [
        ("exposure", study("a", of_exposure=True)),
        ("review", study("a", comparison="review")),
        ("review", study("a", outcome(comparison="review"))),
        ("same-study", study("held", outcome(pool="set"), outcome("other"))),
    ],
)
def test_a_kind_covers_results_of_that_kind(kind: str, fits: Study) -> None:
    entries = [{"kind": kind, "because": "so"}]
    assert [one.why for one in found(fits, left_out=entries).listed] == ["so"]
    assert [one.why for one in found(study("b"), left_out=entries).listed] == [""]


def test_the_reason_for_a_study_by_name_goes_before_that_for_a_kind() -> None:
    entries = [{"kind": "exposure", "because": "a kind"}, {"studies": ["a"], "because": "by name"}]
    exposures = [study("a", of_exposure=True), study("b", of_exposure=True)]
    assert [one.why for one in found(*exposures, left_out=entries).listed] == ["by name", "a kind"]


def test_a_study_that_is_named_is_listed_though_it_has_no_number() -> None:
    entries = [{"studies": ["a"], "because": "no number"}]
    assert [one.why for one in found(study("a", outcome(effect=None)), left_out=entries).listed] == [
        "no number"
    ]
