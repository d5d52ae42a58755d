"""Learn all that the matcher can learn from an evidence base, and hold it against what is promised."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from resilience.evidence import EvidenceBase
from resilience.evidence.learnt import Answer, Digests, LearntScale, LearntWeights
from resilience.findings.lessons import digests, lessons, without_hindsight
from resilience.learning import accuracy
from resilience.learning.held_out import HeldOut
from resilience.learning.train import Trainer


class Learnt(NamedTuple):
    """What stands in `evidence/learnt/`."""

    weights: LearntWeights
    scale: LearntScale
    answers: list[Answer]
    digests: Digests
    """Of what was learnt from."""


def learn(base: EvidenceBase) -> Learnt:
    """Learn weights from every text of known type, and scale and answers from texts held out in turn.

    Scale and answers rest on a matcher that never learnt from phrases written with sight of tested texts.
    The same evidence gives the same result. Needs scikit-learn (extra `learn`).
    """
    taught = lessons(base)
    held_out = HeldOut(base, without_hindsight(base, taught))
    found = held_out.unseen()
    weights = Trainer(base, taught).train(taught)
    return Learnt(weights, held_out.scale(found), held_out.answers(found), digests(base))


PROMISED: tuple[tuple[str, float, Callable[[Sequence[Answer]], float | None]], ...] = (
    ("F1 over all texts", 85, lambda answers: 100 * accuracy.micro_f1(answers)),
    (
        "how often the right type is among the first three",
        96,
        lambda answers: accuracy.in_first_three(answers).value,
    ),
    ("how often what stands without a look is right", 97, lambda answers: accuracy.auto_right(answers).value),
    ("how many texts stand without a look", 50, lambda answers: accuracy.auto_cover(answers).value),
)
"""What the project promises of the matcher on texts that it has not seen, in a hundred."""


def broken_promises(answers: Sequence[Answer]) -> list[str]:
    """Name each measure that is lower than what the project promises, with both numbers."""
    found = [(what, least, measure(answers) or 0.0) for what, least, measure in PROMISED]
    return [f"{what}: {value:.1f} in 100, promised {least}" for what, least, value in found if value < least]
