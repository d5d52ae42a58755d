"""What is held out is never learnt from: neither the text asked nor its record, nor what was written late."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from resilience.evidence import EvidenceBase
from resilience.evidence.learnt import LearntScale, LearntWeights
from resilience.findings.lessons import (
    CODED,
    PHRASES,
    TAXONOMY,
    WRITTEN,
    WRITTEN_AFTER_READING,
    Lesson,
    lessons,
    without_hindsight,
    written,
)
from resilience.learning.held_out import INNER_PARTS, PARTS, HeldOut, Unseen, name_of, part_of
from resilience.learning.learn import learn
from resilience.learning.train import Trainer
from resilience.matching import Lexicon

GOOD = Path(__file__).parents[1] / "checks/good/evidence"
RECORDS = [f"policies/{number}" for number in range(12)]


def taught() -> list[Lesson]:
    """Give two texts for each of some records, some phrases, and the code frame's own words."""
    words = {"green-space": "park trees", "fuel-poverty": "warm boilers", "none": "improve customer service"}
    types = list(words)
    found = []
    for number, record in enumerate(RECORDS):
        slug = types[number % 3]
        found += [
            Lesson(f"{words[slug]} {place} {number}", slug, CODED, record) for place in ("here", "there")
        ]
        found.append(Lesson(f"{words[slug]} written {number}", slug, WRITTEN, f"{PHRASES}plain"))
    found += [
        Lesson(f"park trees to pay for warm boilers {number}", "green-space", WRITTEN, f"{PHRASES}two", also)
        for number, also in enumerate(["fuel-poverty", "fuel-poverty", "fuel-poverty", "", "", ""])
    ]
    return [*found, *(Lesson(words[slug], slug, CODED, TAXONOMY) for slug in types)]


def sources_of(lessons: Iterable[Lesson]) -> frozenset[str]:
    return frozenset(lesson.source for lesson in lessons if lesson.source in RECORDS)


def records_of(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(phrase.source for phrase in lexicon.coded)


@pytest.fixture
def held_out() -> HeldOut:
    return HeldOut(EvidenceBase(GOOD), taught())


@pytest.fixture
def trained(monkeypatch: pytest.MonkeyPatch) -> list[list[Lesson]]:
    """Note down each choice of texts from which weights are learnt."""
    noted = []
    train = Trainer.train

    def spy(self: Trainer, some: Sequence[Lesson]) -> LearntWeights:
        noted.append(list(some))
        return train(self, some)

    monkeypatch.setattr(Trainer, "train", spy)
    return noted


def test_a_record_is_held_out_with_all_its_texts_and_a_phrase_by_itself() -> None:
    one = Lesson("a", "green-space", CODED, "policies/leeds-plan")
    other = Lesson("b", "none", CODED, "policies/leeds-plan")
    assert name_of(one) == name_of(other)
    assert part_of(one) == part_of(other)
    phrases = [Lesson(text, "none", CODED, f"{PHRASES}first") for text in "abcdefghijklmnopqrst"]
    assert {part_of(phrase) for phrase in phrases} == set(range(PARTS))
    assert {part_of(phrase, INNER_PARTS) for phrase in phrases} == set(range(INNER_PARTS))


def test_inner_parts_cut_across_the_outer_ones() -> None:
    lessons = [Lesson("a", "none", CODED, f"policies/{number}") for number in range(200)]
    pairs = {(part_of(lesson), part_of(lesson, INNER_PARTS)) for lesson in lessons}
    assert len(pairs) == PARTS * INNER_PARTS


def test_each_text_of_a_record_is_asked_once_and_nothing_else(held_out: HeldOut) -> None:
    asked = [one.lesson for one in held_out.unseen()]
    assert sorted(asked) == sorted(lesson for lesson in taught() if lesson.source in RECORDS)


def test_no_lexicon_has_learnt_from_the_record_that_it_is_asked(
    held_out: HeldOut, trained: list[list[Lesson]]
) -> None:
    found = held_out.unseen()
    assert all(one.lesson.source not in records_of(one.match.lexicon) for one in found)
    # The spy sees the same as the lexicon tells.
    assert {records_of(one.match.lexicon) for one in found} == {sources_of(some) for some in trained}
    # What is not a record is never left out for one.
    aside = [lesson for lesson in taught() if lesson.source not in RECORDS]
    assert all(set(aside) <= set(some) for some in trained)


def test_the_score_of_a_text_comes_from_lexicons_that_had_seen_neither_it_nor_its_part(
    held_out: HeldOut, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[Unseen]] = []
    scale = HeldOut.scale

    def spy(self: HeldOut, found: list[Unseen]) -> LearntScale:
        asked.append(found)
        return scale(self, found)

    found = held_out.unseen()
    monkeypatch.setattr(HeldOut, "scale", spy)
    answers = held_out.answers(found)
    assert sorted((one.source, one.text) for one in answers) == sorted(
        (one.lesson.source, one.lesson.text) for one in found
    )
    parts = sorted({part_of(one.lesson) for one in found})
    assert len(parts) > 2
    for part, inner in zip(parts, asked, strict=True):
        here = {one.lesson.source for one in found if part_of(one.lesson) == part}
        assert {one.lesson.source for one in inner} == set(RECORDS) - here
        for one in inner:
            assert not records_of(one.match.lexicon) & {*here, one.lesson.source}


def test_the_scale_of_second_types_asks_only_batches_that_name_some(
    held_out: HeldOut, trained: list[list[Lesson]]
) -> None:
    found = held_out.unseen()
    trained.clear()
    scale = held_out.scale(found)
    two = {lesson for lesson in taught() if lesson.source == f"{PHRASES}two"}
    left_out = [two - set(some) for some in trained]
    assert sorted(lesson for out in left_out for lesson in out) == sorted(two)
    assert scale.named[0][1] <= scale.named[-1][1]


@pytest.mark.parametrize("is_late", [True, False])
def test_phrases_written_with_hindsight_have_no_part_in_scale_and_answers(
    is_late: bool, trained: list[list[Lesson]], monkeypatch: pytest.MonkeyPatch
) -> None:
    base = EvidenceBase(GOOD)
    batch = base.phrases["first"].model_copy(update={"from_code_frame_alone": not is_late})
    monkeypatch.setitem(base.phrases, "first", batch)
    learn(base)
    used = [any(one.source == f"{PHRASES}first" for one in some) for some in trained]
    # The weights that are kept learn from all.
    assert lessons(base) in trained
    assert used.count(True) == (1 if is_late else len(trained))


def test_phrases_written_with_hindsight_count_less(monkeypatch: pytest.MonkeyPatch) -> None:
    base = EvidenceBase(GOOD)
    assert without_hindsight(base, lessons(base)) == lessons(base)
    early = {lesson.weight for lesson in written(base)}
    late = base.phrases["first"].model_copy(update={"from_code_frame_alone": False})
    monkeypatch.setitem(base.phrases, "first", late)
    assert {lesson.weight for lesson in written(base)} == {WRITTEN_AFTER_READING}
    assert without_hindsight(base, written(base)) == []
    assert early == {WRITTEN}
    assert WRITTEN_AFTER_READING < WRITTEN
