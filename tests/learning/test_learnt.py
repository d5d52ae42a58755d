"""What is stored in `evidence/learnt/`, against the evidence that it was learnt from."""

from pathlib import Path

import pytest

from resilience.evidence import EvidenceBase, load
from resilience.evidence.learnt import read_answers, read_scale, read_weights, stale_learnt
from resilience.findings.lessons import CODED, EXAMPLES, TAXONOMY, Lesson, coded, lessons
from resilience.findings.lexicon import lexicon_of
from resilience.learning.held_out import PARTS, part_of
from resilience.learning.learn import learn

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def base() -> EvidenceBase:
    return load(REPOSITORY)


@pytest.mark.slow
def test_what_is_stored_is_what_the_evidence_teaches(base: EvidenceBase) -> None:
    assert stale_learnt(base.folder, *learn(base)) == []


def test_every_coded_text_of_a_record_was_answered(base: EvidenceBase) -> None:
    answered = sorted((answer.source, answer.text, answer.coded) for answer in read_answers(base.folder))
    assert answered == sorted((one.source, one.text, one.type) for one in coded(base))


def test_the_accuracy_that_the_project_promises_holds(base: EvidenceBase) -> None:
    answers = read_answers(base.folder)
    typed = [answer for answer in answers if answer.coded != "none"]
    auto = [answer for answer in answers if answer.decision == "auto"]
    first_three = [answer.coded in (answer.first, answer.second, answer.third) for answer in typed]
    right = sum(answer.type == answer.coded for answer in typed)
    said = sum(answer.type != "none" for answer in answers)
    assert 2 * right / (said + len(typed)) >= 0.85
    assert sum(first_three) / len(typed) >= 0.96
    assert sum(answer.type == answer.coded for answer in auto) / len(auto) >= 0.97
    assert len(auto) >= len(typed) / 2


def test_the_scale_rises_and_stays_below_certainty(base: EvidenceBase) -> None:
    points = read_scale(base.folder).points
    assert list(points) == sorted(points)
    assert [score for _, score in points] == sorted(score for _, score in points)
    assert points[-1][1] < 100


def test_weights_speak_only_of_types(base: EvidenceBase) -> None:
    weights = read_weights(base.folder)
    spoken = {slug for _, row in weights.signs.values() for slug in row}
    assert spoken <= {*base.types, "none"}
    assert set(weights.leanings) == {*base.types, "none"}


def test_the_lexicon_holds_no_text_from_outside_the_evidence(base: EvidenceBase) -> None:
    known = {lesson.text for lesson in lessons(base)}
    assert {phrase.text for phrase in lexicon_of(base).coded} <= known


def test_texts_of_one_record_are_held_out_together() -> None:
    one = Lesson("a", "green-space", CODED, "policies/leeds-plan")
    other = Lesson("b", "none", CODED, "policies/leeds-plan")
    assert part_of(one) == part_of(other)
    phrases = {part_of(Lesson(text, "none", CODED, EXAMPLES)) for text in "abcdefghijklmnopqrst"}
    assert phrases == set(range(PARTS))


def test_the_code_frame_is_taught_but_not_asked(base: EvidenceBase) -> None:
    assert any(lesson.source == TAXONOMY for lesson in lessons(base))
    assert not any(answer.source in (TAXONOMY, EXAMPLES) for answer in read_answers(base.folder))
