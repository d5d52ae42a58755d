"""Samples are saved whole, in the house's form, and an answer stands as a decision."""

from datetime import date
from pathlib import Path

import pytest

from resilience.checks import check
from resilience.evidence import EvidenceBase
from resilience.evidence.form import to_form
from resilience.evidence.saving import decision_on, save_answer, save_sample
from resilience.records.sample import BlindAnswer, Sample, SampledText
from resilience.records.vocabulary import Answer

NAME = "eve-reviewer-3"
ANSWER = BlindAnswer(type="green-space", also=None, suggested="none", score=12.5, date=date(2026, 11, 30))


@pytest.fixture
def base(folder: Path) -> EvidenceBase:
    (folder / "matches/warm-homes-2019.yml").unlink()
    return EvidenceBase(folder)


def sample() -> Sample:
    texts = ("open a warm room", "lend heaters in winter")
    return Sample(
        slug=NAME,
        reviewer="Zoë “no” Reviewer",
        drawn=date(2026, 11, 30),
        seed=3,
        waiting=2,
        texts=tuple(SampledText(of="policy", record="warm-homes-2019", text=text) for text in texts),
    )


def test_a_sample_is_read_again_as_it_was(base: EvidenceBase) -> None:
    save_sample(base, sample())
    assert EvidenceBase(base.folder).samples[NAME] == sample() == base.samples[NAME]


def test_an_answer_is_kept_and_taken_back(base: EvidenceBase) -> None:
    save_sample(base, sample())
    assert save_answer(base, NAME, 1, ANSWER) == EvidenceBase(base.folder).samples[NAME]
    assert [one.answer for one in base.samples[NAME].texts] == [None, ANSWER]
    assert save_answer(base, NAME, 1, None) == sample()


def test_what_another_screen_saved_meanwhile_stays(base: EvidenceBase) -> None:
    save_sample(base, sample())
    other = EvidenceBase(base.folder)
    assert NAME in other.samples
    save_answer(base, NAME, 0, ANSWER)
    save_answer(other, NAME, 1, ANSWER)
    assert len(EvidenceBase(base.folder).samples[NAME].answered) == 2


def test_the_file_is_in_form_and_passes_the_checks(base: EvidenceBase) -> None:
    save_sample(base, sample())
    save_answer(base, NAME, 0, ANSWER)
    text = (base.folder / f"samples/{NAME}.yml").read_text("utf-8")
    assert to_form(text, Sample) == text
    assert [one for one in check(base.folder, date(2026, 12, 1)) if NAME in one.path] == []


def test_an_answer_stands_as_a_decision_that_saw_no_suggestion(base: EvidenceBase) -> None:
    save_sample(base, sample())
    save_answer(base, NAME, 0, ANSWER)
    found = decision_on(base, "warm-homes-2019", "open a warm room")
    assert found
    assert (found.answer, found.type, found.turned_down) == (Answer.APPROVED, "green-space", ())
    assert (found.reviewer, found.suggested, found.date) == (sample().reviewer, "none", ANSWER.date)
    assert decision_on(base, "parks-for-all", "open a warm room") is None


def test_no_type_fits_is_a_rejection(base: EvidenceBase) -> None:
    save_sample(base, sample())
    save_answer(base, NAME, 0, ANSWER.model_copy(update={"type": "none"}))
    found = decision_on(base, "warm-homes-2019", "open a warm room")
    assert found
    assert (found.answer, found.type) == (Answer.REJECTED, None)


def test_a_decision_goes_before_an_answer(folder: Path) -> None:
    base = EvidenceBase(folder)
    save_sample(base, sample())
    save_answer(base, NAME, 0, ANSWER)
    found = decision_on(base, "warm-homes-2019", "open a warm room")
    assert found
    assert found.reviewer == "Bob Reviewer"
