"""Household microdata of a survey with two waves: what a table looks like, and what is wrong with one."""

import math
from collections.abc import Iterator

import numpy as np
import pandas as pd

from resilience.records.english import count, listing, one_or_more
from resilience.synthesis.power import FEWEST_AREAS

COLUMNS = ("area", "group", "wave", "outcome")
OUTCOME = "outcome"
PLACEBO = "placebo"
"""A column that a table may have: an outcome that the activity can't have changed."""
GROUPS = ("programme", "comparison")
WAVES = (1, 2)
LINE = "line"
"""The name of an index that holds the numbers of lines in a file."""
ALIKE = 1e-9
"""Changes that differ by less than this share of the largest answer differ by rounding only."""


class MicrodataError(ValueError):
    """What is wrong with a table of microdata, one sentence a line."""


def place_of(frame: pd.DataFrame, row: int) -> str:
    """Name a row by its line in the file, where the table knows it, else by its number from 1."""
    return f"line {frame.index[row]}" if frame.index.name == LINE else f"row {row + 1}"


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
        has = one_or_more(len(lacking), "has", "have")
        yield (
            f"area: {listing(lacking)} {has} no answer{to} in wave {wave}. "
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
            f"group: {group} has {count(areas, 'area')} with answers{to} in both waves. "
            f"At least {FEWEST_AREAS} are needed, for fewer can't show how much areas differ by chance."
        )


def check_microdata(frame: pd.DataFrame) -> None:
    """Refuse a table that can't be analysed.

    Columns: `area`, `group` (`programme` or `comparison`), `wave` (1 or 2), `outcome` (0 or 1, or a number),
    and `placebo` like `outcome` where there is one. Raises MicrodataError with every fault.
    """
    missing = [name for name in COLUMNS if name not in frame]
    if missing:
        raise MicrodataError(
            f"The table lacks the column {', '.join(missing)}. It needs {', '.join(COLUMNS)}."
        )
    if faults := list(_faults(frame)):
        raise MicrodataError("\n".join(faults))


def _faults(frame: pd.DataFrame) -> Iterator[str]:
    for name in ("area", "group", "wave"):
        if (empty := frame[name].isna()).any():
            yield f"{name}: {_rows(frame, empty)} no value. Fill them in, or leave the rows out."
    yield from _unknown(frame, "group", GROUPS)
    yield from _unknown(frame, "wave", WAVES)
    both = frame.groupby("area")["group"].nunique()
    for area in both[both > 1].index:
        yield f"area: {area} stands in both groups. Each area belongs to one."
    for name in (OUTCOME, PLACEBO):
        if name in frame:
            yield from _answer_faults(frame, name)


def _answer_faults(frame: pd.DataFrame, name: str) -> Iterator[str]:
    numbers = pd.to_numeric(frame[name], errors="coerce").where(lambda found: found.abs() < math.inf)
    if (odd := numbers.isna() & frame[name].notna()).any():
        yield (
            f"{name}: {_rows(frame, odd)} no number. "
            "Write 0 or 1, or a number; nothing where nobody answered."
        )
    if numbers.nunique() == 1:
        yield f"{name}: all answers are the same, so nothing can be estimated."
    yield from area_faults(frame.assign(answer=numbers), "" if name == OUTCOME else f" to {name}")


def _rows(frame: pd.DataFrame, marked: "pd.Series[bool]") -> str:
    """Say how many rows are marked and where the first is, up to the word `have`."""
    count = int(marked.sum())
    first = place_of(frame, int(marked.to_numpy().argmax()))
    return f"1 row ({first}) has" if count == 1 else f"{count} rows (the first is {first}) have"


def _unknown(frame: pd.DataFrame, name: str, known: tuple[object, ...]) -> Iterator[str]:
    unknown = frame[name].notna() & ~frame[name].isin(known)
    if unknown.any():
        values = ", ".join(sorted(set(map(str, frame[name][unknown])))[:5])
        yield (
            f"{name}: {_rows(frame, unknown)} an unknown value ({values}). "
            f"Write {' or '.join(map(str, known))}."
        )
