"""Between scales of effects, only where it can be defended; all else is refused."""

import math
from dataclasses import replace

from resilience.synthesis.errors import CannotPool
from resilience.synthesis.scale import Comparable

SMD, LOG_ODDS = "SMD", "log OR"
FACTOR = math.pi / math.sqrt(3)


def convert(effect: Comparable, scale: str) -> Comparable:
    """Bring an effect to another scale, with a note of what that assumes."""
    if effect.scale == scale:
        return effect
    if (effect.scale, scale) not in CONVERSIONS:
        raise CannotPool(
            f"There is no sound way from {effect.scale} to {scale} without more than the source gives."
        )
    times, note = CONVERSIONS[effect.scale, scale]
    return replace(
        effect, scale=scale, yi=effect.yi * times, vi=effect.vi * times**2, notes=(*effect.notes, note)
    )


CHINN = (
    "A standardised mean difference and a log odds ratio are taken as one by the factor π/√3, "
    "which holds if what was measured follows a logistic curve."
)
CONVERSIONS: dict[tuple[str, str], tuple[float, str]] = {
    (SMD, LOG_ODDS): (FACTOR, CHINN),
    (LOG_ODDS, SMD): (1 / FACTOR, CHINN),
}
"""Chinn S. A simple method for converting an odds ratio to effect size for use in meta-analysis. Stat Med
2000;19:3127-3131; Hasselblad V, Hedges LV. Psychol Bull 1995;117:167-178."""


def fisher_z(r: float, n: int) -> tuple[float, float]:
    """Give Fisher's z of a correlation among `n` people, and its variance. Fisher RA. Metron 1921;1:3-32."""
    if not -1 < r < 1:
        raise CannotPool("A correlation must lie between -1 and 1.")
    if n <= 3:
        raise CannotPool("A correlation needs more than three people.")
    return math.atanh(r), 1 / (n - 3)
