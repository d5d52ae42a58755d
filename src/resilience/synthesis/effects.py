"""The effects of several studies on one scale, with the variance of each; checked once, here."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

LARGEST = 1e30
"""Numbers beyond this are slips, and their squares would leave the range of a computer's numbers."""
WIDEST_RATIO = 1e10
"""Beyond this ratio of variances one study decides all, and rounding errors the rest."""


class CannotPool(Exception):
    """Say, in one plain sentence that may stand on a page, why a number would be wrong."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Effects:
    """Effects with their sampling variances; with a moderator, one number a study that may explain them.

    Raises `CannotPool` where a number cannot be what it should be.
    """

    yi: tuple[float, ...]
    vi: tuple[float, ...]
    moderator: tuple[float, ...] | None = None

    def __post_init__(self) -> None:
        if not self.yi:
            raise CannotPool("There is no effect to pool.")
        if any(len(column) != self.k for column in (self.vi, self.moderator or self.yi)):
            raise CannotPool("Each effect needs one variance, and each moderator one number an effect.")
        self._check_numbers()
        if max(self.vi) > WIDEST_RATIO * min(self.vi):
            raise CannotPool(
                "The largest variance is more than ten thousand million times the smallest, so that one "
                "study would decide all. Check the units of the variances."
            )
        self._check_moderator()

    @classmethod
    def of(cls, yi: Sequence[float], vi: Sequence[float]) -> "Effects":
        """Take effects and variances from any two sequences."""
        return cls(tuple(map(float, yi)), tuple(map(float, vi)))

    @property
    def k(self) -> int:
        """Count the effects."""
        return len(self.yi)

    @property
    def df(self) -> int:
        """Count the effects beyond the coefficients that are fitted."""
        return self.k - (1 if self.moderator is None else 2)

    @cached_property
    def origin(self) -> float:
        """The effect with the smallest variance."""
        return self.yi[self.vi.index(min(self.vi))]

    @cached_property
    def shifted(self) -> tuple[float, ...]:
        """The effects counted from `origin`; no digit is lost so where one study has nearly all weight."""
        return tuple(effect - self.origin for effect in self.yi)

    def chosen(self, places: Sequence[int]) -> "Effects":
        """Keep the effects in some places, counted from 0."""
        return Effects(tuple(self.yi[i] for i in places), tuple(self.vi[i] for i in places))

    def _check_numbers(self) -> None:
        # Comparing ends is far faster than looking at each number, and leaving one out does it very often.
        if all(map(math.isfinite, self.yi + self.vi)):
            ends = (
                effect_fault(max(self.yi, key=abs)),
                variance_fault(min(self.vi)),
                variance_fault(max(self.vi)),
            )
            if not any(ends):
                return
        for place, (effect, variance) in enumerate(zip(self.yi, self.vi, strict=True), start=1):
            if fault := effect_fault(effect) or variance_fault(variance):
                raise CannotPool(f"Effect {place}: {fault}.")

    def _check_moderator(self) -> None:
        if self.moderator is None:
            return
        if not all(math.isfinite(number) and abs(number) <= LARGEST for number in self.moderator):
            raise CannotPool("A value of the moderator is not a number.")
        if min(self.moderator) == max(self.moderator):
            raise CannotPool("The moderator is the same in all studies, so it can explain nothing.")


def effect_fault(effect: float) -> str | None:
    """Say what is wrong with an effect."""
    if not math.isfinite(effect):
        return "the effect is not a number"
    return "the effect is too large to be one" if abs(effect) > LARGEST else None


def variance_fault(variance: float) -> str | None:
    """Say what is wrong with a sampling variance."""
    if not math.isfinite(variance):
        return "the variance is not a number"
    if variance == 0:
        return "a variance of zero says that the study knows the effect exactly, which no study does"
    if variance < 0:
        return "the variance is negative"
    beyond = not 1 / LARGEST <= variance <= LARGEST
    return "the variance is too large or too small to be one" if beyond else None
