"""How many of a neighbourhood's small areas (2011 LSOAs) are among the most deprived of England."""

from collections.abc import Sequence

from resilience.records.area import SmallArea

FIRST_TENTH = 1
"""The tenth of England's small areas that is most deprived."""


def in_words(name: str, areas: Sequence[SmallArea]) -> str:
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
