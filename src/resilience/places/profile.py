"""The profile of a neighbourhood: its wards beside others, and how many of its small areas are deprived."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles

from resilience.places.measures import ENGLAND_MEAN_TENTH, MEASURES, Measure
from resilience.places.wards import mean_of
from resilience.records.area import SmallArea, Ward

QUARTERS = 4
FIRST_TENTH = 1
"""The tenth of England's small areas that is most deprived."""


@dataclass(frozen=True)
class Standing:
    """One figure of a place and what it can be held against; None is not in the data."""

    measure: Measure
    place: float | None
    council: float | None
    region: float | None
    england: float | None
    """The mean over England's small areas; known for tenths alone, by what a tenth is."""
    middle: tuple[float, float]
    """The ends of the middle half of all wards, each ward counting once; the lower first."""
    better: int
    """Other wards that are better than the place."""
    others: int
    """Other wards that have the figure."""

    @property
    def is_among_worse(self) -> bool:
        """Say whether more than half of the other wards are better."""
        return self.place is not None and 2 * self.better > self.others


def wards_of(slug: str, wards: Sequence[Ward]) -> list[Ward]:
    """Give the wards that fit a neighbourhood."""
    return [ward for ward in wards if ward.neighbourhood == slug]


def profile(slug: str, wards: Sequence[Ward], measures: Sequence[Measure] = MEASURES) -> list[Standing]:
    """Hold the figures of a neighbourhood against others; means are weighted by households."""
    own = wards_of(slug, wards)
    around = [ward for ward in wards if ward.council in {one.council for one in own}]
    return [_standing(measure, own, around, wards) for measure in measures]


def middle_half(measure: Measure, wards: Sequence[Ward]) -> tuple[float, float]:
    """Give the first and the third quartile of the wards that have the figure (inclusive method)."""
    values = [ward.figures[measure.column] for ward in wards if measure.column in ward.figures]
    first, _, third = quantiles(values, n=QUARTERS, method="inclusive")
    return first, third


def in_words(name: str, standings: Sequence[Standing]) -> str:
    """Say on how many figures the place is worse than most other wards, and on which it is not."""
    known = [one for one in standings if one.place is not None]
    worse = [one for one in known if one.is_among_worse]
    if not worse:
        return f"{name} is worse than most other wards on none of {len(known)} figures."
    rest = [one.measure.label for one in known if not one.is_among_worse]
    said = f"{name} is worse than most other wards on {len(worse)} of {len(known)} figures"
    return f"{said}; not on these: {'; '.join(rest)}." if rest else f"{said}."


def _standing(
    measure: Measure, own: Sequence[Ward], around: Sequence[Ward], wards: Sequence[Ward]
) -> Standing:
    place = mean_of(own, measure.column)
    others = [ward for ward in wards if ward not in own and measure.column in ward.figures]
    return Standing(
        measure=measure,
        place=place,
        council=mean_of(around, measure.column),
        region=mean_of(wards, measure.column),
        england=ENGLAND_MEAN_TENTH if measure.is_tenth else None,
        middle=middle_half(measure, wards),
        better=sum(_is_better(ward.figures[measure.column], place, measure) for ward in others),
        others=len(others),
    )


def _is_better(value: float, than: float | None, measure: Measure) -> bool:
    if than is None:
        return False
    return value < than if measure.worse == "high" else value > than


def small_areas_in_words(name: str, areas: Sequence[SmallArea]) -> str:
    """Say how many of the areas are in England's most deprived tenth, by each edition of the index."""
    counts = {
        year: sum(tenth <= FIRST_TENTH for tenth in tenths)
        for year, tenths in (
            (2015, [area.tenth_2015 for area in areas]),
            (2019, [area.tenth_2019 for area in areas]),
            (2025, [area.tenth_2025 for area in areas]),
        )
    }
    said = ", ".join(f"{count} in {year}" for year, count in counts.items())
    return f"Of the {len(areas)} small areas of {name}, in England's most deprived tenth: {said}."
