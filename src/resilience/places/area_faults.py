"""What the areas of a survey lack for an estimate."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from resilience.places.microdata import GROUPS, WAVES, place_of
from resilience.synthesis.power import FEWEST_AREAS

ALIKE = 1e-9
"""Changes that differ by less than this share of the largest answer differ by rounding only."""


def area_faults(frame: pd.DataFrame, to: str = "") -> Iterator[str]:
    """Yield a sentence for each thing that areas lack; `to` says of which answers, if not of the outcome.

    Columns: `area`, `group`, `wave` and `answer`, a number or nothing.
    """
    differ = frame["answer"].nunique() > 1
    for group in GROUPS:
        own = frame[(frame["group"] == group) & frame["answer"].notna()]
        if own.empty:
            yield f"group: {group} has no answer{to}."
            continue
        empty = [wave for wave in WAVES if not (own["wave"] == wave).any()]
        yield from (f"wave: {group} has no answer{to} in wave {wave}." for wave in empty)
        for wave in WAVES:
            if wave not in empty:
                yield from _lacking(frame, group, own.loc[own["wave"] == wave, "area"], wave, to)
        if not empty:
            changes = _changes(own)
            yield from _too_few(len(changes), group, to)
            if differ and len(changes) > 1 and np.ptp(changes) <= ALIKE * own["answer"].abs().max():
                yield (
                    f"group: answers{to} changed by the same amount in all areas of {group}, "
                    "so nothing shows how much areas differ by chance. See whether they were copied."
                )


def _lacking(frame: pd.DataFrame, group: str, there: "pd.Series[str]", wave: int, to: str) -> Iterator[str]:
    """Name the areas of a group without an answer in a wave in which other areas of it have some."""
    asked = frame.loc[frame["group"] == group, "area"].dropna().unique()
    names, seen = frame["area"].to_numpy(), set(there)
    lacking = [
        f"{area} (from {place_of(frame, int((names == area).argmax()))})"
        for area in asked
        if area not in seen
    ]
    if lacking:
        has = "has" if len(lacking) == 1 else "have"
        yield (
            f"area: {_listed(lacking)} {has} no answer{to} in wave {wave}. "
            "Each area needs both waves. Add the answers, or leave the area out."
        )


def _changes(own: pd.DataFrame) -> "pd.Series[float]":
    """Give how much the mean changed in each area that has both waves."""
    means = own.groupby(["area", "wave"])["answer"].mean().unstack("wave").reindex(columns=list(WAVES))
    before, after = (means[wave] for wave in WAVES)
    return (after - before).dropna()


def _too_few(areas: int, group: str, to: str) -> Iterator[str]:
    if areas < FEWEST_AREAS:
        yield (
            f"group: {group} has {areas} {'area' if areas == 1 else 'areas'} with answers{to} in both waves. "
            f"At least {FEWEST_AREAS} are needed, for fewer can't show how much areas differ by chance."
        )


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
