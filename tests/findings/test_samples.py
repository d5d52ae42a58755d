"""Samples are drawn from all texts that wait, and measure the matcher by what a person said."""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience.findings import Findings
from resilience.findings.samples import draw, held_back, measure, name_of
from resilience.findings.suggestions import Waiting
from resilience.matching import Decision, Match
from resilience.records.base import SLUG_PATTERN
from resilience.records.sample import BlindAnswer, Sample, SampledText

TODAY = date(2026, 11, 30)


@dataclass
class Made:
    """What measuring needs of a match."""

    type: str
    alternatives: tuple[str, ...] = ("befriending", "green-space", "fuel-poverty")
    decision: Decision = Decision.REVIEW


@dataclass
class Queue:
    """A made-up queue."""

    texts: list[str]
    matches: dict[str, Made] = field(default_factory=dict)

    @property
    def queue(self) -> list[Waiting]:
        return [Waiting("policy", "plan", text, cast(Match, None)) for text in self.texts]

    def of(self, text: str) -> Match:
        return cast(Match, self.matches[text])


def findings(texts: list[str], matches: dict[str, Made] | None = None) -> Findings:
    return cast(Findings, SimpleNamespace(suggestions=Queue(texts, matches or {})))


def drawn(texts: list[str], size: int, seed: int = 1) -> list[str]:
    return [one.text for one in draw(findings(texts), "Ann", size, seed, TODAY).texts]


@given(seed=st.integers(), size=st.integers(1, 12), texts=st.permutations(list("abcdefghij")))
def test_a_seed_draws_the_same_whatever_the_order_of_the_queue(
    seed: int, size: int, texts: list[str]
) -> None:
    sample = draw(findings(texts), "Ann", size, seed, TODAY)
    assert [one.text for one in sample.texts] == drawn(sorted(texts), size, seed)
    assert len(sample.texts) == min(size, 10)
    assert sample.waiting == 10


def test_each_text_has_the_same_chance() -> None:
    texts = list("abcdefghij")
    counts = Counter(text for seed in range(1000) for text in drawn(texts, 3, seed))
    # 300 each are expected, and by chance alone hardly ever fewer than 240 or more than 360.
    assert all(240 < counts[text] < 360 for text in texts)


def test_nothing_is_drawn_from_nothing() -> None:
    with pytest.raises(ValueError, match="No text waits"):
        drawn([], 3)


@pytest.mark.parametrize(
    ("reviewer", "seed", "name"),
    [
        ("Ann Reviewer", 1, "ann-reviewer-1"),
        ("Zoë O'Neill", 20, "zoe-oneill-20"),
        ("山田", 1, "reviewer-1"),
        ("Ann", -3, "ann-minus-3"),
        ("../../x", 1, "x-1"),
    ],
)
def test_a_sample_is_named_after_its_person_and_seed(reviewer: str, seed: int, name: str) -> None:
    assert name_of(reviewer, seed) == name


@given(reviewer=st.text(min_size=1), seed=st.integers())
def test_every_name_is_one_of_a_file(reviewer: str, seed: int) -> None:
    assert re.match(SLUG_PATTERN, name_of(reviewer, seed))


def answer(type_: str, also: str | None = None, suggested: str = "befriending", day: int = 30) -> BlindAnswer:
    return BlindAnswer(type=type_, also=also, suggested=suggested, score=50, date=date(2026, 11, day))


def sample_of(*answers: BlindAnswer | None) -> Sample:
    texts = (
        SampledText(of="policy", record="plan", text=text, answer=said)
        for text, said in zip("abcdefghij", answers, strict=False)
    )
    return Sample(slug="ann-1", reviewer="Ann", drawn=TODAY, seed=1, waiting=20, texts=tuple(texts))


MATCHES = {
    "a": Made("befriending", decision=Decision.AUTO),
    "b": Made("befriending", decision=Decision.AUTO),
    "c": Made("none", decision=Decision.NONE),
    "d": Made("none", decision=Decision.NONE),
    "e": Made("befriending"),
    "f": Made("befriending"),
}
SAMPLE = sample_of(
    answer("befriending", suggested="green-space", day=28),
    answer("none", day=29),
    answer("none", suggested="none"),
    answer("green-space"),
    answer("credit-unions", also="befriending"),
    None,
)


def test_each_measure_counts_what_it_says() -> None:
    found = measure(findings([], MATCHES), SAMPLE)
    assert found.days == (date(2026, 11, 28), date(2026, 11, 30))
    assert found.first == (2, 5)
    assert found.first_then == (1, 5)
    assert found.any_named == (3, 5)
    assert found.among_three == (2, 3)
    assert found.auto == (1, 2)
    assert found.none == (1, 2)


def test_without_a_second_type_none_is_counted() -> None:
    assert measure(findings([], MATCHES), sample_of(answer("befriending"))).any_named is None


def test_a_sample_without_answers_measures_nothing() -> None:
    found = measure(findings([], MATCHES), sample_of(None, None))
    assert (found.days, found.first.value) == ((), None)


def test_what_has_no_answer_is_held_back() -> None:
    assert held_back([SAMPLE, sample_of(None)]) == {("plan", "f"), ("plan", "a")}
