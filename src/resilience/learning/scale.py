"""Learn what a score must be so that 90 means right nine times in ten."""

from collections.abc import Sequence

from resilience.evidence.learnt import LearntScale
from resilience.findings.lessons import is_record
from resilience.learning.held_out import Unseen
from resilience.matching.lexicon import NONE

LOOKED_AT = 4
"""Types of one text, from the strongest on, that have a say in the scale."""
MOST_POINTS = 15
HIGHEST = 98.5
"""No likeness gives more than this; a text that is the name of a type does."""
AUTO_RIGHT = 0.975
"""How often a match that stands without a look must have been right on unseen texts."""


def learn_scale(found: Sequence[Unseen]) -> LearntScale:
    """Fit a rising line from strength to how often such a type was right, over texts that were not seen.

    Isotonic regression: Zadrozny & Elkan (2002), Transforming classifier scores into accurate multiclass
    probability estimates, KDD. Needs scikit-learn (extra `learn`).
    """
    from sklearn.isotonic import IsotonicRegression

    pairs = [
        (strength, slug == one.lesson.type)
        for one in found
        for slug, strength in sorted(one.match.candidates.strength.items(), key=lambda pair: -pair[1])[
            :LOOKED_AT
        ]
    ]
    fitted = IsotonicRegression(y_min=0.0, y_max=HIGHEST / 100, out_of_bounds="clip")
    fitted.fit([strength for strength, _ in pairs], [right for _, right in pairs])
    steps = list(zip(fitted.X_thresholds_, fitted.y_thresholds_, strict=True))
    points = [
        (round(float(strength), 3), round(100 * float(right), 1)) for strength, right in _thinned(steps)
    ]
    return LearntScale(tuple(dict(points).items()), auto_from(found))


def _thinned(steps: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Keep the ends and evenly placed steps between them."""
    if len(steps) <= MOST_POINTS:
        return steps
    places = {round(number * (len(steps) - 1) / (MOST_POINTS - 1)) for number in range(MOST_POINTS)}
    return [steps[place] for place in sorted(places)]


def auto_from(found: Sequence[Unseen]) -> float:
    """Give the least strength from which the first type of a record's text was right often enough."""
    typed = sorted(
        (
            (one.match.candidates.strength[one.match.type], one.match.type == one.lesson.type)
            for one in found
            if one.match.type != NONE and is_record(one.lesson)
        ),
        reverse=True,
    )
    lowest, right = 1.1, 0
    for number, (strength, is_right) in enumerate(typed, start=1):
        right += is_right
        if right >= AUTO_RIGHT * number:
            lowest = strength
    return round(lowest + 0.0005, 3)
