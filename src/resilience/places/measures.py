"""The figures of a neighbourhood's profile, each with its year, its unit and the areas that it is of."""

from typing import NamedTuple

from resilience.records.area import BETTING

TENTH = "tenth of England"
AREAS_2011 = "of 2011"
CARRIED = "of 2021, carried to 2011"
ENGLAND_MEAN_TENTH = 5.5
"""Each tenth holds as many of England's small areas as any other, so that their mean is (1 + 10) / 2."""


class Measure(NamedTuple):
    """A figure of wards: its column in `nw-wards.csv` or `BETTING`, what it is, and how to read it."""

    column: str
    label: str
    unit: str
    areas: str = AREAS_2011
    """The edition of LSOAs that it was published for, and that it is told for here."""
    worse: str = "high"
    """Which end is worse: `high` or `low`."""
    decimals: int = 1

    @property
    def is_tenth(self) -> bool:
        """Say whether it is a place among all small areas of England."""
        return self.unit == TENTH

    @property
    def title(self) -> str:
        """Give the label with the unit."""
        return f"{self.label} ({self.unit})"


def _tenth(column: str, label: str) -> Measure:
    return Measure(column, label, TENTH, worse="low")


DEPRIVATION = (
    Measure("imd2015_score", "Deprivation, 2015", "score"),
    Measure("imd2019_score", "Deprivation, 2019", "score"),
    Measure("imd2025_score", "Deprivation, 2025", "score", CARRIED),
    Measure("imd2019_income_deprived_pct", "Deprived of income, 2019", "% of people"),
    Measure("imd2019_employment_deprived_pct", "Deprived of work, 2019", "% of working age"),
)
DOMAINS = (
    _tenth("imd2019_education_decile", "Education and skills, 2019"),
    _tenth("imd2019_health_decile", "Health, 2019"),
    _tenth("imd2019_housing_access_decile", "Housing and services, 2019"),
    _tenth("imd2019_crime_decile", "Crime, 2019"),
    _tenth("imd2019_environment_decile", "Living environment, 2019"),
)
SURROUNDINGS = (
    Measure("fuel_poor_pct_2019", "Fuel-poor households, 2019", "%"),
    Measure("park_distance_m", "Distance to the nearest park", "metres", decimals=0),
    Measure(BETTING, "Betting shops, July 2022", "per 1,000 households", decimals=2),
    Measure("loneliness_2020_21_pct", "Lonely people, 2020/21", "%, from a model", CARRIED),
)
FIRST_TOLD = ("imd2019_income_deprived_pct", "fuel_poor_pct_2019", "loneliness_2020_21_pct")
"""What a resident is told first: how many in a hundred are short of money, of warmth and of company."""
MEASURES = DEPRIVATION + DOMAINS + SURROUNDINGS

OTHER_YEARS = ("imd2015_score", "imd2025_score")
COMPARED = tuple(one for one in MEASURES if one.column not in OTHER_YEARS)
"""What places are compared on: deprivation counts once."""
LABELS = {one.column: one.label for one in MEASURES}
