"""Household microdata of a survey with two waves: what a table must look like, and what is wrong with it."""

from collections.abc import Iterator

import pandas as pd

COLUMNS = ("area", "group", "wave", "outcome")
GROUPS = ("programme", "comparison")
WAVES = (1, 2)
FEWEST_AREAS = 2


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
        if n := int(frame[name].isna().sum()):
            yield f"{name}: {n} rows have no value. Fill them in, or leave the rows out."
    yield from _unknown(frame, "group", GROUPS)
    yield from _unknown(frame, "wave", WAVES)
    numbers = pd.to_numeric(frame["outcome"], errors="coerce")
    if n := int((numbers.isna() & frame["outcome"].notna()).sum()):
        yield f"outcome: {n} rows hold no number. Write 0 or 1, or a number; nothing where nobody answered."
    both = frame.groupby("area")["group"].nunique()
    for area in both[both > 1].index:
        yield f"area: {area} stands in both groups. Each area belongs to one."
    answered = frame[numbers.notna()]
    for group in GROUPS:
        own = answered[answered["group"] == group]
        if own["area"].nunique() < FEWEST_AREAS:
            yield f"group: {group} has fewer than {FEWEST_AREAS} areas with an answer; it can't be compared."
        for wave in WAVES:
            if own[own["wave"] == wave].empty:
                yield f"wave: {group} has no answer in wave {wave}."


def _unknown(frame: pd.DataFrame, name: str, known: tuple[object, ...]) -> Iterator[str]:
    other = sorted({str(value) for value in frame[name].dropna() if value not in known})
    if other:
        yield f"{name}: {', '.join(other[:5])} is not known. Write {' or '.join(map(str, known))}."
