"""How numbers, dates, counts and provenance are put into words."""

from datetime import date

from resilience.figures.words import NOT_SEEN, interval, listing, number
from resilience.records.policy import Figure
from resilience.records.provenance import Provenance
from resilience.records.study import Effect

__all__ = [
    "NOT_SEEN",
    "coding",
    "count",
    "dates",
    "day",
    "effect",
    "listing",
    "number",
    "quantity",
    "sentence",
    "years",
]


def sentence(text: str) -> str:
    """Start a phrase with a capital, as the records often don't."""
    return text[:1].upper() + text[1:]


def count(n: int, singular: str, plural: str | None = None) -> str:
    """Write a count with its noun, such as `1 study` or `12 studies`."""
    return f"{n:,} {singular if n == 1 else plural or singular + 's'}"


def quantity(figure: Figure) -> str:
    """Write a number of a policy with its unit; pounds as people write them."""
    amount = number(figure.value)
    money, _, rest = figure.unit.partition(" ")
    if money == "GBP":
        return f"£{amount} {rest}".strip()
    return f"{amount}%" if figure.unit == "percent" else f"{amount} {figure.unit}"


def day(value: date) -> str:
    """Write a date as people say it."""
    return f"{value.day} {value:%B %Y}"


def years(start: int | None, end: int | None) -> str | None:
    """Write a span of years, saying which end was not seen."""
    if start and end:
        return str(start) if start == end else f"{start} to {end}"
    if start:
        return f"from {start} (end not seen)"
    return f"until {end} (start not seen)" if end else None


def effect(item: Effect | None) -> str:
    """Write an effect with its interval, or say that no number was seen."""
    if item is None:
        return "No number seen"
    parts = [_estimate(item), _interval(item), f"p {item.p}" if isinstance(item.p, str) else None]
    if isinstance(item.p, float):
        parts.append(f"p = {number(item.p)}")
    return ", ".join(part for part in parts if part)


def _estimate(item: Effect) -> str | None:
    scale = item.metric.label if item.metric else None
    if item.value is None:
        return f"{scale}: value not seen" if scale and item.ci_low is not None else None
    return f"{scale} {number(item.value)}" if item.metric and item.metric.is_one_scale else number(item.value)


def _interval(item: Effect) -> str | None:
    if item.ci_low is None and item.ci_high is None:
        return None
    return f"95% interval {interval(item.ci_low, item.ci_high)}"


def coding(provenance: Provenance) -> str:
    """Say how much was read, by whom it was coded and how often, and whether a person checked it."""
    checked = (
        f"checked against the full text by {provenance.checked.by} on {day(provenance.checked.on)}"
        if provenance.checked
        else "no person has checked it yet"
    )
    # Whoever checked a record read more of its source than whoever coded it.
    source = "" if provenance.checked else f" from {provenance.read.label}"
    return f"Coded{source} by {provenance.by.label}, {provenance.coders.label}; {checked}."


def dates(provenance: Provenance) -> str:
    """Say when the record came in and when it must be looked at again."""
    return f"Added on {day(provenance.added)}. To be reviewed by {day(provenance.review_by)}."
