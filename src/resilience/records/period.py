"""A date as precisely as its source gives it: a day, a month, a year, or a span of these."""

import calendar
import re
from datetime import date
from typing import NamedTuple

_POINT = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
_WRITTEN = re.compile(
    rf"(?P<start>{_POINT})(?:\s*(?P<joint>to|/)\s*(?P<end>{_POINT}))?(?:\s*\((?P<remark>.+)\))?"
)


class Period(NamedTuple):
    """The first and last day that a date may mean, and how it is said."""

    first: date
    last: date
    words: str
    is_span: bool
    """Whether the whole period is meant, not some time within it."""

    @property
    def is_day(self) -> bool:
        """Say whether one day is meant."""
        return self.first == self.last


def period(text: str) -> Period:
    """Read a date: a year, a month or a day, or a span `A to B`; `2018/2019` is some time in two years.

    Raises ValueError for anything else.
    """
    match = _WRITTEN.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"'{text}' is not a date such as 2016, 2016-08, 2016-08-31 or 2016 to 2019.")
    start, end, is_span = match["start"], match["end"] or match["start"], match["joint"] == "to"
    first, last = _ends(start)[0], _ends(end)[1]
    if first > last:
        raise ValueError(f"'{text}' ends before it begins.")
    said = (" to " if is_span else " or ").join(_said(point) for point in dict.fromkeys((start, end)))
    return Period(first, last, f"{said} ({match['remark']})" if match["remark"] else said, is_span)


def _ends(point: str) -> tuple[date, date]:
    year, *rest = map(int, point.split("-"))
    month = rest[0] if rest else None
    day = rest[1] if len(rest) > 1 else None
    last_month = month or 12
    last_day = day or calendar.monthrange(year, last_month)[1]
    return date(year, month or 1, day or 1), date(year, last_month, last_day)


def _said(point: str) -> str:
    year, *rest = point.split("-")
    if not rest:
        return year
    month = f"{calendar.month_name[int(rest[0])]} {year}"
    return f"{int(rest[1])} {month}" if len(rest) > 1 else month
