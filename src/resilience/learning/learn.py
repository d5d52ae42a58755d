"""Learn all that the matcher can learn from an evidence base."""

from typing import NamedTuple

from resilience.evidence import EvidenceBase
from resilience.evidence.learnt import Answer, LearntScale, LearntWeights
from resilience.findings.lessons import lessons
from resilience.learning.held_out import answers, unseen
from resilience.learning.scale import learn_scale
from resilience.learning.train import train


class Learnt(NamedTuple):
    """What stands in `evidence/learnt/`."""

    weights: LearntWeights
    scale: LearntScale
    answers: list[Answer]


def learn(base: EvidenceBase) -> Learnt:
    """Learn weights from every text of known type, and scale and answers from texts held out in turn.

    The same evidence gives the same result. Needs scikit-learn (extra `learn`).
    """
    taught = lessons(base)
    found = unseen(base, taught)
    scale = learn_scale(found)
    return Learnt(train(base, taught), scale, answers(found, scale))
