"""What a slip of the pen was meant to be: numbers and dates as papers print them, words that say nothing.

Each answer has a mend in words, and the value itself only where it has one reading: `check` says the first,
`check --fix` writes the second.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple


class Meant(NamedTuple):
    """What was probably meant by a value that a field can't take."""

    mend: str
    """In words, for the person who wrote it."""
    value: str = ""
    """As it should stand in the file; empty where the value has two readings."""


NOTHING = re.compile(
    r"n/a|n\.a\.?|na|nil|none|null|unknown|missing|tbc|tbd|to be confirmed|-+|[–—]|\?+"
    r"|not (?:applicable|available|given|known|reported|seen|specified|stated|told)",
    re.IGNORECASE,
)
"""Words and signs that fill a field without saying anything."""
_TWO_READINGS = re.compile(r"none|nil|tbc|tbd|to be confirmed", re.IGNORECASE)
"""Those of them that may say something: that there was none, or that it is still to come."""


def says_nothing(text: str) -> bool:
    """Say whether a text only fills a field."""
    return bool(NOTHING.fullmatch(text.strip()))


def is_surely_nothing(text: str) -> bool:
    """Say whether a text that says nothing has no other reading: `none` may mean that there was none."""
    return says_nothing(text) and not _TWO_READINGS.fullmatch(text.strip())


_MARKS = {"“": "”", "‘": "’", "„": "“", "«": "»"}


def inside_marks(text: str) -> str:
    """Give what curly quotation marks around a whole value hold; an empty text where there are none."""
    text = text.strip()
    inside = text[1:-1].strip()
    closing = {_MARKS.get(text[:1]), text[:1] if text[:1] in "”’" else None} - {None}
    if len(text) < 3 or text[-1] not in closing or any(mark in inside for mark in "“”„«»"):
        return ""
    return inside


_MINUS = re.compile(r"^[\u2212\u2013\u2010\u2011\ufe63\uff0d](?=[\d.])")
_POINT = re.compile(r"(?<=\d)[·∙⋅•](?=\d)")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?")
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(?P<by>[,'’_\u00a0\u2009\u202f])\d{3}(?:(?P=by)\d{3})*(?:\.\d+)?")
_GROUPS = re.compile(r"[,'’_\s]")


def number_meant(text: str, *, whole: bool, is_year: bool = False) -> Meant:
    """Say which number a text was meant to be; `whole` where only a whole number will do."""
    plain = _POINT.sub(".", _MINUS.sub("-", (inside_marks(text) or text).strip()))
    if _fits(plain, whole):
        return Meant(_written(text, plain), plain)
    if _GROUPED.fullmatch(plain):
        return _grouped(plain, whole)
    if is_year and (found := re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", plain)):
        return Meant(f"Write one year in four digits, such as {found[0]}; the rest belongs in words.")
    if whole and _fits(plain, whole=False):
        return Meant(f"Write a whole number; {plain} has decimals.")
    return next((Meant(mend) for mend in _mends(plain, whole)), Meant(_DIGITS))


_DIGITS = "Write digits alone, or null where the field allows it and you did not see a number."


def _fits(text: str, whole: bool) -> bool:
    """Say whether YAML reads a text as a number that the field takes, and every reader as the same."""
    has_idle_zero = re.match(r"[+-]?0\d", text)
    return bool(_NUMBER.fullmatch(text)) and not has_idle_zero and not (whole and re.search(r"[.eE]", text))


def _written(text: str, plain: str) -> str:
    if text.strip() == plain:
        return f"Write {plain} without quotes."
    if _MINUS.match((inside_marks(text) or text).strip()):
        return f"Write {plain}, with the hyphen of the keyboard as the minus sign."
    return f"Write {plain}, with a full stop." if _POINT.search(text) else f"Write {plain}."


def _grouped(text: str, whole: bool) -> Meant:
    digits = _GROUPS.sub("", text)
    one_comma = text.count(",") == 1 and "." not in text
    if whole and "." in digits:
        return Meant(f"Write a whole number; the text reads {digits}.")
    if one_comma and not whole:
        point = text.replace(",", ".")
        return Meant(f"Write {digits} where the comma parts thousands, {point} where it is a decimal comma.")
    return Meant(f"Write {digits}, without the sign between thousands.", digits)


_N = r"[+-]?\d[\d,]*(?:\.\d+)?"
_SCALES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9}
_MONEY = re.compile(rf"[£$€]\s*({_N})\s*([a-z]*)", re.IGNORECASE)
_SCALED = re.compile(rf"({_N})\s*({'|'.join(_SCALES)})", re.IGNORECASE)
_PERCENT = re.compile(rf"({_N})\s*(?:%|per ?cent)", re.IGNORECASE)
_RANGE = re.compile(rf"\(?({_N})(?:\s*(?:to|-|–|—|;)\s*|,\s+)({_N})\)?", re.IGNORECASE)
_SPACED = re.compile(r"[+-]?\d{1,3}(?: \d{3})+")
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+")
_BOUND = re.compile(rf"[<>≤≥]=?\s*({_N})")
_ABOUT = re.compile(
    rf"(?:about|around|approx(?:\.|imately)?|c\.|ca\.?|circa|nearly|almost|over|more than|some|~|≈)\s*({_N})"
    rf"|({_N})\s*(?:\+|or so|or more)",
    re.IGNORECASE,
)
_UNIT = re.compile(rf"({_N})\s*[a-z].*|(?:n|N)\s*=\s*({_N})", re.IGNORECASE)


def _plain(number: str, scale: str = "") -> str:
    digits = number.replace(",", "")
    places = _SCALES.get(scale.lower(), 0)
    return f"{round(float(digits) * 10**places)}" if places else digits


def _mends(text: str, whole: bool) -> Iterator[str]:
    """Give the mend of each kind of wrong number that a text may be, the likeliest first."""
    for pattern, mend in _KINDS:
        if match := pattern.fullmatch(text):
            yield mend(match)
    if _DECIMAL_COMMA.fullmatch(text) and not whole:
        yield f"Write {text.replace(',', '.')}, with a full stop before the decimals."


def _first(match: re.Match[str]) -> str:
    return _plain(next(group for group in match.groups() if group))


_KINDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_PERCENT, lambda m: f"Write {_plain(m[1])}; that it is per cent is said by the field or by `unit`."),
    (_MONEY, lambda m: f"Write {_plain(m[1], m[2])}; the currency belongs in `unit`, or in words."),
    (_SCALED, lambda m: f"Write {_plain(m[1], m[2])}, in digits alone."),
    (
        re.compile(r"[+-]?0\d+"),
        lambda m: f"Write {m[0].lstrip('0') or '0'}; some programs read zeros in front as another number.",
    ),
    (
        re.compile(r"\d{4}/\d{2,4}"),
        lambda m: f"Write one number, such as {m[0][:4]}; the other belongs in words.",
    ),
    (_SPACED, lambda m: f"Write {m[0].replace(' ', '')}, without spaces, if it is one number."),
    (
        _RANGE,
        lambda m: (
            f"Write one number. {_plain(m[1])} and {_plain(m[2])} are two: "
            "the limits of an interval have fields of their own (`ci_low`, `ci_high`)."
        ),
    ),
    (
        _BOUND,
        lambda m: f"Write a number that the source prints, or null; {m[0]} is a bound.",
    ),
    (_ABOUT, lambda m: f"Write {_first(m)}; that it is not exact belongs in words."),
    (_UNIT, lambda m: f"Write {_first(m)}; what it counts belongs in words."),
)

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_IN_DIGITS = re.compile(r"(?P<one>\d{1,2})([/.-])(?P<two>\d{1,2})\2(?P<year>\d{4})")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})([/.-])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?:[T ].*)?")
_IN_WORDS = (
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},? (?P<year>\d{{4}})", re.IGNORECASE),
    re.compile(rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})", re.IGNORECASE),
)
_DATE = "Write year, month and day in digits and in quotes, such as '2026-11-25'."


def date_meant(text: str) -> Meant:
    """Say which date a text was meant to be: `25/11/2026` has one reading, `05/11/2026` has two."""
    plain = " ".join((inside_marks(text) or text).replace("–", "-").replace("\u2011", "-").split())
    if match := _IN_DIGITS.fullmatch(plain):
        readings = {_iso(match["year"], *pair) for pair in ((match["two"], match["one"]), match.group(1, 3))}
        found = sorted(readings - {""})
    elif match := _YEAR_FIRST.fullmatch(plain):
        found = [_iso(*match.group("year", "month", "day"))]
    elif match := next(filter(None, (form.fullmatch(plain) for form in _IN_WORDS)), None):
        month = _MONTHS.index(match["name"].lower()) + 1
        found = [_iso(match["year"], str(month), match["day"])]
    else:
        found = []
    if not any(found):
        return Meant(_DATE)
    quoted = [f"'{day}'" for day in found]
    if len(found) == 1:
        return Meant(f"Write {quoted[0]}.", quoted[0])
    return Meant(f"Write {' or '.join(quoted)}, whichever is right: day and month look alike.")


def _iso(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
