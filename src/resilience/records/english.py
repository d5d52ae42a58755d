"""How numbers, counts and lists are put into words: the one place for all rooms above.

`matching` runs in the browser without this room, so its sentences are put together there.
"""

import calendar
import re
import unicodedata
from collections.abc import Sequence
from datetime import date

NOT_SEEN = "not seen"
SPELLED = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

_APOSTROPHES = re.compile("['’‘\u02bc`]")


def folded(text: str) -> str:
    """Fold case, accents and apostrophes away, as `fold` of `word-forms.js` does."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text.lower()))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def number(value: float) -> str:
    """Write a number with thousands apart and a true minus sign, without rounding it."""
    text = f"{value:,.15g}" if isinstance(value, float) else f"{value:,}"
    return text.replace("-", "\N{MINUS SIGN}")


def day(value: date) -> str:
    """Write a date as people say it."""
    return f"{value.day} {calendar.month_name[value.month]} {value.year}"


def interval(low: float | None, high: float | None) -> str:
    """Write the limits of an interval."""
    ends = [NOT_SEEN if end is None else number(end) for end in (low, high)]
    return NOT_SEEN if ends == [NOT_SEEN, NOT_SEEN] else " to ".join(ends)


def with_interval(value: float, low: float | None, high: float | None) -> str:
    """Write a number with the limits of its interval."""
    return f"{number(value)} ({interval(low, high)})"


def spelled(count: int) -> str:
    """Write a count as a word up to ten, else in digits."""
    return SPELLED[count] if 0 <= count < len(SPELLED) else number(count)


def one_or_more(count: int, one: str, more: str) -> str:
    """Choose the form of a word that goes with a count."""
    return one if count == 1 else more


def count(n: int, one: str, more: str | None = None) -> str:
    """Write a count with its noun, such as `1 study` or `1,200 records`; the plural has an s unless given."""
    return f"{n:,} {one_or_more(n, one, more or f'{one}s')}"


def listing(items: Sequence[str]) -> str:
    """Join items as in speech: `a, b and c`."""
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def sentence(text: str) -> str:
    """Start a phrase with a capital, as the records often don't."""
    return text[:1].upper() + text[1:]
