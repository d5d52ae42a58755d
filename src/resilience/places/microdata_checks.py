"""What is wrong with a table of household microdata."""

import math
from collections.abc import Iterator

import pandas as pd

from resilience.places.area_faults import area_faults
from resilience.places.microdata import COLUMNS, GROUPS, OUTCOME, PLACEBO, WAVES, MicrodataError, place_of


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
