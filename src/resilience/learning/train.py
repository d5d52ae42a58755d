"""Learn how much each sign speaks for each type, by multinomial logistic regression."""

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import Any

from resilience.evidence import EvidenceBase
from resilience.evidence.learnt import LearntWeights
from resilience.findings.lessons import Lesson
from resilience.findings.lexicon import UNLEARNT, UNSCALED, assemble
from resilience.matching import Lexicon

FREEDOM = 60.0
"""Inverse of the L2 penalty: the larger, the closer to the lessons; found by cross-validation."""
SEEN = 2
"""A pair of words must be seen this often to be kept."""
SMALLEST = 0.4
"""A weight below this is left out of the file."""


def train(base: EvidenceBase, taught: Sequence[Lesson]) -> LearntWeights:
    """Learn weights from texts of known type.

    Each class counts the same whatever its number of texts. Needs scikit-learn (extra `learn`).
    """
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    reader = Lexicon.from_plain(assemble(base, UNLEARNT, UNSCALED, []))
    found = [reader.strengths(lesson.text) for lesson in taught]
    rarity = rarities(found)
    columns = DictVectorizer()
    table = columns.fit_transform([_weighed(signs, rarity) for signs in found])
    model = LogisticRegression(C=FREEDOM, max_iter=2000, tol=1e-6, class_weight="balanced")
    model.fit(table, [lesson.type for lesson in taught], sample_weight=[lesson.weight for lesson in taught])
    return _weights(model, list(columns.get_feature_names_out()), rarity)


def rarities(found: Sequence[dict[str, float]]) -> dict[str, float]:
    """Give each sign's rarity, the log of how many texts there are for each that shows it (to 0.01).

    Spärck Jones (1972), A statistical interpretation of term specificity, J. Documentation 28(1).
    """
    shown = Counter(sign for signs in found for sign in signs)
    whole = len(found)
    return {
        sign: round(log((1 + whole) / (1 + count)) / 3, 2)
        for sign, count in shown.items()
        if count >= SEEN or not sign.startswith("pair ")
    }


def _weighed(signs: dict[str, float], rarity: dict[str, float]) -> dict[str, float]:
    kept = {sign: value * rarity[sign] for sign, value in signs.items() if sign in rarity}
    length = sum(value * value for value in kept.values()) ** 0.5 or 1.0
    return {sign: value / length for sign, value in kept.items()}


def _weights(model: Any, signs: list[str], rarity: dict[str, float]) -> LearntWeights:
    types = [str(slug) for slug in model.classes_]
    leanings = dict(zip(types, (round(float(value), 1) for value in model.intercept_), strict=True))
    learnt = {}
    for column, sign in enumerate(signs):
        row = {slug: float(model.coef_[number, column]) for number, slug in enumerate(types)}
        kept = {slug: round(weight, 1) for slug, weight in row.items() if abs(weight) >= SMALLEST}
        learnt[sign] = (rarity[sign], kept)
    return LearntWeights(leanings, learnt)
