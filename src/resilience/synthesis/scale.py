"""From what a source prints to an effect and its variance on the scale of pooling, and between scales."""

import math
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from resilience.synthesis.distributions import critical_z, normal_quantile
from resilience.synthesis.effects import CannotPool, effect_fault, variance_fault

TOLERABLE = 0.1
"""Share of the half-width of an interval, or of a z-value, that may be in doubt."""
SMD, LOG_ODDS = "SMD", "log OR"
FACTOR = math.pi / math.sqrt(3)


class Source(StrEnum):
    """What a variance was taken from."""

    INTERVAL = "the 95% interval"
    SE = "the standard error"
    P = "the p-value"


@dataclass(frozen=True)
class Reported:
    """An effect as a source prints it; none for what it does not say."""

    metric: str
    is_ratio: bool
    """No effect is 1 rather than 0; such effects are pooled as logarithms."""
    value: float | None
    ci_low: float | None = None
    ci_high: float | None = None
    se: float | None = None
    """Standard error, of the logarithm where the metric is a ratio."""
    p: float | str | None = None
    """A p-value, or a bound such as `<0.001`."""


@dataclass(frozen=True)
class Comparable:
    """An effect with its sampling variance, on the scale on which it is pooled."""

    scale: str
    yi: float
    vi: float
    source: Source
    notes: tuple[str, ...] = ()


def comparable(reported: Reported) -> Comparable:
    """Give an effect and its variance, from its interval, standard error or p-value, in this order.

    Higgins JPT, Li T, Deeks JJ (eds). Choosing effect measures and computing estimates of effect. In:
    Cochrane Handbook for Systematic Reviews of Interventions, chapter 6, sections 6.3.1 and 6.3.2.
    """
    if reported.value is None:
        raise CannotPool("The source gives no number for this effect.")
    yi = _on_scale(reported.value, reported.is_ratio)
    if reported.ci_low is not None and reported.ci_high is not None:
        half, notes = _half_width(reported.value, reported.ci_low, reported.ci_high, reported.is_ratio)
        se, source = half / critical_z(), Source.INTERVAL
    elif reported.se is not None:
        se, source, notes = reported.se, Source.SE, ()
    elif reported.p is not None:
        se, source = _se_from_p(yi, reported.p), Source.P
        notes = ("The variance is taken from the p-value, as if it came from a normal test.",)
    else:
        raise CannotPool("The source gives no interval, standard error or p-value for this effect.")
    if (
        fault := effect_fault(yi)
        or variance_fault(se * se)
        or ("a standard error is negative" if se < 0 else None)
    ):
        raise CannotPool(f"{fault[0].upper()}{fault[1:]}.")
    return Comparable(
        f"log {reported.metric}" if reported.is_ratio else reported.metric, yi, se * se, source, notes
    )


def _on_scale(value: float, is_ratio: bool) -> float:
    if is_ratio and value <= 0:
        raise CannotPool("A ratio must be above zero.")
    return math.log(value) if is_ratio else value


def _half_width(value: float, low: float, high: float, is_ratio: bool) -> tuple[float, tuple[str, ...]]:
    """Give half the width of an interval on the scale of pooling; refuse one that is lopsided there."""
    if not low <= value <= high or low == high:
        raise CannotPool("The limits of the interval do not enclose the effect.")
    low_here, high_here = _on_scale(low, is_ratio), _on_scale(high, is_ratio)
    half, middle = (high_here - low_here) / 2, (high_here + low_here) / 2
    unit = _half_unit(value, low, high)
    doubt_of_limits = (_doubt(low, unit, is_ratio) + _doubt(high, unit, is_ratio)) / 2
    beyond = abs(_on_scale(value, is_ratio) - middle) - doubt_of_limits - _doubt(value, unit, is_ratio)
    if beyond > TOLERABLE * half:
        raise CannotPool(
            "The effect is not in the middle of its interval, so that the interval gives no standard error."
        )
    notes = []
    # A printed number stands for all that are rounded to it; the margin keeps rounding in binary out.
    if beyond > 1e-9 * half:
        notes.append("The interval is slightly lopsided.")
    if doubt_of_limits > TOLERABLE * half:
        notes.append("The limits of the interval are rounded so coarsely that the variance is rough.")
    return half, tuple(notes)


def _se_from_p(yi: float, p: float | str) -> float:
    """Give the standard error at which an effect has a p-value. Altman DG, Bland JM. BMJ 2011;343:d2090."""
    if isinstance(p, str):
        raise CannotPool(
            f"The source gives only a bound of the p-value ({p}), which gives no standard error."
        )
    if not 0 < p < 1:
        raise CannotPool("A p-value of 0 or 1 gives no standard error.")
    if yi == 0:
        raise CannotPool("An effect of exactly none has no standard error that its p-value could give.")
    # Papers print two digits or more, though a trailing zero is lost in a record.
    unit = min(_half_unit(p), 0.005)
    z, least, most = _z(p), _z(min(p + unit, 1)), _z(max(p - unit, p / 10))
    if (most - least) / 2 > TOLERABLE * z:
        raise CannotPool("The p-value is rounded so coarsely that it gives no standard error.")
    return abs(yi) / z


def _z(p: float) -> float:
    return -normal_quantile(p / 2)


def _doubt(value: float, unit: float, is_ratio: bool) -> float:
    """Give how far rounding may have moved a value on the scale of pooling."""
    if not is_ratio:
        return unit
    # No printed number above zero is as small as half of its last digit.
    return math.log((value + unit) / (value - unit)) / 2


def _half_unit(*printed: float) -> float:
    """Give half of the last digit to which numbers are printed."""
    exponents = (Decimal(repr(number)).normalize().as_tuple().exponent for number in printed)
    lowest = min((exponent for exponent in exponents if isinstance(exponent, int)), default=0)
    return 0.5 * 10.0 ** min(lowest, 0)


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
