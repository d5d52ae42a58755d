"""What a ranking reads: activities with the figures and levels that speak for them, as plain values.

It runs in the reader's browser too, so it knows the standard library only.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean
from typing import NamedTuple

NEED, COMMUNITY = "need", "community"
"""Two of the steps from worst to best; the others are the outcomes that the group picked, by their slugs."""
WORST, BEST = 0.0, 100.0


class Span(NamedTuple):
    """From where to where a value may lie, and what stands for it; 0 is worst and 100 best."""

    low: float
    mid: float
    high: float


@dataclass(frozen=True)
class Option:
    """An activity type, wherever it may take place."""

    slug: str
    label: str
    figures: tuple[str, ...]
    """The figures of places in a nation that tell its need; none where none does."""
    aims: tuple[str, ...]
    """The groups of outcomes that it is done for."""
    levels: Mapping[str, tuple[str, ...]]
    """The levels of evidence by group of outcomes, those that were studied, one for each table of rules."""

    def is_about(self, outcomes: Iterable[str]) -> bool:
        """Say whether it is done for any of some outcomes, or was studied for one."""
        return any(name in self.aims or name in self.levels for name in outcomes)


@dataclass(frozen=True)
class Rules:
    """The rules of `appraisal.yml` that a ranking needs, as plain values."""

    bands: Mapping[str, tuple[float, float] | None]
    """By level of evidence; None where a level says that nothing is known."""
    not_an_aim: tuple[float, float]
    top: int
    top_share: float
    leads_at: float
    tries: int
    weight_factor: float
    link_doubt: float

    @classmethod
    def from_plain(cls, plain: Mapping[str, object]) -> "Rules":
        """Read what JSON made of them."""
        return cls(**plain)  # type: ignore[arg-type]


class Figures(NamedTuple):
    """A value told by figures, any of which may be linked wrongly."""

    values: tuple[float, ...]

    @property
    def span(self) -> Span:
        """Reach from the lowest to the highest figure; their mean stands for it."""
        return Span(min(self.values), fmean(self.values), max(self.values))


class Judged(NamedTuple):
    """A value told by a level of evidence, which is a band, and another one by another table of rules."""

    bands: tuple[tuple[float, float], ...]

    @property
    def span(self) -> Span:
        """Reach over the bands of all tables; the middle of the first stands for it."""
        return Span(
            min(low for low, _ in self.bands), fmean(self.bands[0]), max(high for _, high in self.bands)
        )


Known = Figures | Judged


def need_of(option: Option, percentiles: Mapping[str, float]) -> Figures | None:
    """Give the need for an activity in a place; None where no figure tells it."""
    values = tuple(percentiles[name] for name in option.figures if name in percentiles)
    return Figures(values) if values else None


def needs_of(options: Iterable[Option], percentiles: Mapping[str, float]) -> dict[str, int | None]:
    """Give the need for each activity that a figure can tell it of, in whole points of 100, by slug.

    None where a place lacks all figures of an activity.
    """
    return {option.slug: _points(need_of(option, percentiles)) for option in options if option.figures}


def _points(need: Figures | None) -> int | None:
    return None if need is None else round(need.span.mid)


def outcome_of(option: Option, outcome: str, rules: Rules) -> Judged | None:
    """Give what is known of an activity and an outcome; None where nobody studied it.

    What an activity is not done for, and was not studied for, is no gap: little can be expected of it.
    """
    levels = option.levels.get(outcome)
    if levels is None:
        return None if outcome in option.aims else Judged((rules.not_an_aim,))
    bands = tuple(band for level in levels if (band := rules.bands[level]) is not None)
    return Judged(bands) if bands else None
