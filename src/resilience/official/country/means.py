"""Figures of small areas put together into those of a place, weighted by households or people."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

Values = Mapping[str, Decimal]
"""A figure by the code of the small area, where it is known."""


class Weighed(NamedTuple):
    """A small area of a place, and how much it weighs."""

    area: str
    weight: Decimal


def mean(parts: Sequence[Weighed], values: Values) -> Decimal | None:
    """Give the weighted mean of a figure, none where a part that weighs anything lacks it.

    A small area in which nobody lives counts for nothing; where that is all of them, there is no mean.
    """
    counted = [part for part in parts if part.weight]
    if not counted or any(part.area not in values for part in counted):
        return None
    total = sum((part.weight for part in counted), Decimal())
    return sum((values[part.area] * part.weight for part in counted), Decimal()) / total


def share(parts: Sequence[Weighed], values: Values, of: Values) -> Decimal | None:
    """Give the share that the sum of one count has in the sum of another, none where a part lacks either."""
    areas = [part.area for part in parts]
    if any(area not in values or area not in of for area in areas):
        return None
    whole = sum((of[area] for area in areas), Decimal())
    return sum((values[area] for area in areas), Decimal()) / whole if whole else None


def rounded(value: Decimal | None, decimals: int) -> str:
    """Write a figure with so many decimals; nothing where it is missing, and no minus before a zero."""
    if value is None:
        return ""
    text = f"{value:.{decimals}f}"
    return text.removeprefix("-") if not text.strip("-0.") else text
