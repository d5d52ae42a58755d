"""Learn what a score must be so that 90 means right nine times in ten."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from resilience.evidence.learnt import LearntScale
from resilience.matching.lexicon import NONE

if TYPE_CHECKING:
    from resilience.learning.held_out import Unseen

LOOKED_AT = 4
"""Types of one text, from the strongest on, that have a say in the scale."""
MOST_POINTS = 15
HIGHEST = 98.5
"""No likeness gives more than this; a text that is the name of a type does."""
AUTO_RIGHT = 0.98
"""How often a match that stands without a look must have been right on unseen texts."""


def learn_scale(found: Sequence["Unseen"], two_types: Sequence["Unseen"]) -> LearntScale:
    """Fit rising lines from how strong a type was to how often it was right, over texts that were not seen.

    `two_types` are texts of which a second type was asked: only they tell how often one is named. Isotonic
    regression: Zadrozny & Elkan (2002), Transforming classifier scores into accurate multiclass probability
    estimates, KDD. Needs scikit-learn (extra `learn`).
    """
    return LearntScale(_rising(_firsts(found)), auto_from(found), _rising(_others(two_types)))


def _firsts(found: Sequence["Unseen"]) -> list[tuple[float, bool]]:
    return [
        (strength, slug == one.lesson.type)
        for one in found
        for slug, strength in sorted(one.match.candidates.strength.items(), key=lambda pair: -pair[1])[
            :LOOKED_AT
        ]
    ]


def _others(found: Sequence["Unseen"]) -> list[tuple[float, bool]]:
    """Give how far types beside the first leaned, and whether the text names them too."""
    return [
        (lean, slug in (one.lesson.type, one.lesson.also))
        for one in found
        for slug, lean in one.match.candidates.lean.items()
        if slug not in (NONE, one.match.type)
    ]


def _rising(pairs: Iterable[tuple[float, bool]]) -> tuple[tuple[float, float], ...]:
    from sklearn.isotonic import IsotonicRegression

    pairs = list(pairs) or [(0.0, False)]
    at, right = zip(*pairs, strict=True)
    fitted = IsotonicRegression(y_min=0.0, y_max=HIGHEST / 100, out_of_bounds="clip").fit(at, right)
    steps = list(zip(fitted.X_thresholds_, fitted.y_thresholds_, strict=True))
    points = [(round(float(place), 3), round(100 * float(share), 1)) for place, share in _thinned(steps)]
    return tuple(dict(points).items())


def _thinned(steps: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Keep the ends and evenly placed steps between them."""
    if len(steps) <= MOST_POINTS:
        return steps
    places = {round(number * (len(steps) - 1) / (MOST_POINTS - 1)) for number in range(MOST_POINTS)}
    return [steps[place] for place in sorted(places)]


def auto_from(found: Sequence["Unseen"]) -> float:
    """Give the least strength from which the first type of a text was right often enough."""
    typed = sorted(
        (
            (one.match.candidates.strength[one.match.type], one.match.type == one.lesson.type)
            for one in found
            if one.match.type != NONE
        ),
        reverse=True,
    )
    lowest, right = 1.1, 0
    for number, (strength, is_right) in enumerate(typed, start=1):
        right += is_right
        if right >= AUTO_RIGHT * number:
            lowest = strength
    return round(lowest + 0.0005, 3)
