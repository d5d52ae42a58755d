"""Household microdata of a survey with two waves: what a table must look like, and what is wrong with it."""

import math
from collections.abc import Iterator

import pandas as pd

COLUMNS = ("area", "group", "wave", "outcome")
GROUPS = ("programme", "comparison")
WAVES = (1, 2)
FEWEST_AREAS = 2
LINE = "line"
"""The name of an index that holds the numbers of lines in a file."""


class MicrodataError(ValueError):
    """What is wrong with a table of microdata, one sentence a line."""


def check_microdata(frame: pd.DataFrame) -> None:
    """Refuse a table that can't be analysed.

    Columns: `area`, `group` (`programme` or `comparison`), `wave` (1 or 2), `outcome` (0 or 1, or a number).
    Raises MicrodataError with every fault.
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
            yield f"{name}: {_rows(empty)} no value. Fill them in, or leave the rows out."
    yield from _unknown(frame, "group", GROUPS)
    yield from _unknown(frame, "wave", WAVES)
    numbers = pd.to_numeric(frame["outcome"], errors="coerce").where(lambda found: found.abs() < math.inf)
    if (odd := numbers.isna() & frame["outcome"].notna()).any():
        yield f"outcome: {_rows(odd)} no number. Write 0 or 1, or a number; nothing where nobody answered."
    if numbers.nunique() == 1:
        yield "outcome: all answers are the same, so nothing can be estimated."
    both = frame.groupby("area")["group"].nunique()
    for area in both[both > 1].index:
        yield f"area: {area} stands in both groups. Each area belongs to one."
    yield from _too_few(frame[numbers.notna()])


def _too_few(answered: pd.DataFrame) -> Iterator[str]:
    for group in GROUPS:
        own = answered[answered["group"] == group]
        if own.empty:
            yield f"group: {group} has no answer."
            continue
        if own["area"].nunique() < FEWEST_AREAS:
            yield f"group: {group} has fewer than {FEWEST_AREAS} areas with an answer; it can't be compared."
        for wave in WAVES:
            if own[own["wave"] == wave].empty:
                yield f"wave: {group} has no answer in wave {wave}."


def _rows(marked: "pd.Series[bool]") -> str:
    """Say how many rows are marked and where the first is, up to the word `have`."""
    count = int(marked.sum())
    first = int(marked.to_numpy().argmax())
    place = f"line {marked.index[first]}" if marked.index.name == LINE else f"row {first + 1}"
    return f"1 row ({place}) has" if count == 1 else f"{count} rows (the first is {place}) have"


def _unknown(frame: pd.DataFrame, name: str, known: tuple[object, ...]) -> Iterator[str]:
    unknown = frame[name].notna() & ~frame[name].isin(known)
    if unknown.any():
        values = ", ".join(sorted(set(map(str, frame[name][unknown])))[:5])
        yield f"{name}: {_rows(unknown)} an unknown value ({values}). Write {' or '.join(map(str, known))}."
