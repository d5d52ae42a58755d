"""Random samples of the texts that wait: how they are drawn, and how often the matcher is right on them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from random import Random

from resilience.findings.view import Findings
from resilience.matching import Decision, Match
from resilience.matching.lexicon import NONE
from resilience.records.english import folded
from resilience.records.sample import BlindAnswer, Sample, SampledText
from resilience.synthesis.shares import Share

FIRST = 3
"""How many suggestions a reviewer sees."""


def name_of(reviewer: str, seed: int) -> str:
    """Name the sample of a person and a seed, so that two people never write into one file."""
    words = re.findall(r"[a-z0-9]+", folded(reviewer)) or ["reviewer"]
    return "-".join([*words, str(seed)] if seed >= 0 else [*words, "minus", str(-seed)])


def draw(findings: Findings, reviewer: str, size: int, seed: int, today: date) -> Sample:
    """Draw texts from all that wait, each with the same chance; fewer where fewer wait.

    Raises ValueError where none waits.
    """
    # The queue's own order hangs on the matcher, which may learn; the draw must not.
    waiting = sorted((one.of, one.slug, one.text) for one in findings.suggestions.queue)
    if not waiting:
        raise ValueError("No text waits.")
    return Sample(
        slug=name_of(reviewer, seed),
        reviewer=reviewer,
        drawn=today,
        seed=seed,
        waiting=len(waiting),
        texts=tuple(
            SampledText(of=of, record=slug, text=text)
            for of, slug, text in Random(seed).sample(waiting, min(size, len(waiting)))
        ),
    )


def held_back(samples: Iterable[Sample]) -> set[tuple[str, str]]:
    """Name the texts of samples that nobody should see with suggestions yet: record and text."""
    return {one.key for sample in samples for one in sample.texts if one.answer is None}


@dataclass(frozen=True)
class Measured:
    """How often the matcher is right on the texts of a sample that have an answer."""

    sample: Sample
    days: tuple[date, ...]
    """The first and the last day of the answers; none where there is no answer."""
    first: Share
    """The first suggestion, or that no type fits, is what the person said."""
    first_then: Share
    """The same of what the matcher put first when the person answered."""
    any_named: Share | None
    """It is one of the types that the person said, where one has two."""
    among_three: Share
    """Of texts with a type: it is among the first three suggestions."""
    auto: Share
    """Of texts whose type may stand without a look: it is right."""
    none: Share
    """Of texts for which the matcher finds no type: the person found none either."""


def measure(findings: Findings, sample: Sample) -> Measured:
    """Compare the matcher of today with the answers of a sample."""
    pairs = [(answer, findings.suggestions.of(one.text)) for one, answer in sample.answered]
    answers = [answer for answer, _ in pairs]
    days = sorted(answer.date for answer in answers)
    return Measured(
        sample=sample,
        days=(days[0], days[-1]) if days else (),
        first=_share(found.type == answer.type for answer, found in pairs),
        first_then=_share(answer.suggested == answer.type for answer in answers),
        any_named=_share(found.type in (answer.type, answer.also) for answer, found in pairs)
        if any(answer.also for answer in answers)
        else None,
        among_three=_share(
            answer.type in found.alternatives[:FIRST] for answer, found in pairs if answer.type != NONE
        ),
        auto=_right(pairs, Decision.AUTO),
        none=_right(pairs, Decision.NONE),
    )


def _right(pairs: Iterable[tuple[BlindAnswer, Match]], decision: Decision) -> Share:
    return _share(found.type == answer.type for answer, found in pairs if found.decision is decision)


def _share(right: Iterable[bool]) -> Share:
    counted = list(right)
    return Share(sum(counted), len(counted))
