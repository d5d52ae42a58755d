"""Two-wave difference-in-differences by areas, with two checks beside it."""

from dataclasses import dataclass

import pandas as pd

from resilience.places.area_sums import AreaSums, area_sums
from resilience.places.estimate import Estimate, by_area_means, is_lopsided
from resilience.places.households import DRAWS, ENUMERATED, by_households, by_wild_bootstrap
from resilience.places.microdata import GROUPS, OUTCOME, PLACEBO, check_microdata

FEW_AREAS = 40
"""Below this number of areas CR1 intervals tend to be too narrow (Cameron and Miller, in `households`)."""
IN_DOUBT = "Where the three disagree, the first counts, and the result is not firm."
LOPSIDED = (
    "The group with fewer areas also has fewer answers in each, so the interval of the first estimate may be "
    "too narrow: where that of the bootstrap is wider, go by the bootstrap."
)


@dataclass(frozen=True)
class Difference:
    """How much more the outcome changed in programme areas than in comparison areas."""

    estimates: tuple[Estimate, ...]
    """By each method; the first leads."""
    areas: int
    people: int
    means: pd.DataFrame
    """Means of area means by group and wave: `group`, `wave`, `mean`, `areas`, and `n` answers."""
    notes: tuple[str, ...]
    """The rules."""
    placebo: "Difference | None" = None
    """The same for an outcome that the activity can't have changed, where the table has one."""

    @property
    def leading(self) -> Estimate:
        """Give the estimate that counts."""
        return self.estimates[0]


def difference_in_differences(frame: pd.DataFrame) -> Difference:
    """Estimate by the change of area means, and beside it by households with CR1 and a wild bootstrap.

    Columns as `check_microdata` asks for. Raises MicrodataError for a table that can't be analysed.
    """
    check_microdata(frame)
    placebo = _difference(frame, PLACEBO, None) if PLACEBO in frame else None
    return _difference(frame, OUTCOME, placebo)


def _difference(frame: pd.DataFrame, outcome: str, placebo: Difference | None) -> Difference:
    answered = frame.assign(**{outcome: pd.to_numeric(frame[outcome], errors="coerce")}).dropna(
        subset=[outcome]
    )
    survey = area_sums(answered, outcome)
    return Difference(
        estimates=(by_area_means(survey), by_households(survey), by_wild_bootstrap(survey)),
        areas=survey.areas,
        people=len(answered),
        means=_means(answered, outcome),
        notes=_notes(survey),
        placebo=placebo,
    )


def _means(answered: pd.DataFrame, outcome: str) -> pd.DataFrame:
    by_area = answered.astype({"wave": int}).groupby(["group", "wave", "area"])[outcome]
    areas = by_area.agg(["mean", "size"]).reset_index()
    grouped = areas.groupby(["group", "wave"])
    return grouped.agg(mean=("mean", "mean"), areas=("area", "size"), n=("size", "sum")).reset_index()


def _notes(survey: AreaSums) -> tuple[str, ...]:
    areas = survey.areas
    signs = f"all {2 ** (areas - 1):,} patterns" if areas <= ENUMERATED else f"{DRAWS:,} patterns, seed fixed"
    few = f" With fewer than {FEW_AREAS} areas its interval tends to be too narrow." * (areas < FEW_AREAS)
    return (
        "The first estimate leads: each area counts once, by the change of its mean, "
        f"and t has {areas - len(GROUPS)} degrees of freedom.",
        f"By households an area with more answers weighs more; errors are clustered by area (CR1).{few}",
        f"The wild cluster bootstrap checks that interval: it turns the signs of areas around ({signs}).",
        LOPSIDED if is_lopsided(survey) else IN_DOUBT,
        "All hold only if, without the programme, both groups would have changed by the same amount.",
    )
