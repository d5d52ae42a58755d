"""How numbers, dates, counts and provenance are put into words."""

from resilience.records.english import NOT_SEEN, count, day, interval, listing, number, one_or_more, sentence
from resilience.records.policy import Figure
from resilience.records.study import Effect

__all__ = [
    "NOT_SEEN",
    "NO_TITLE",
    "UNREAD",
    "count",
    "day",
    "effect",
    "listing",
    "number",
    "one_or_more",
    "quantity",
    "sentence",
    "years",
]

NO_TITLE = "Title not seen"
UNREAD = "It came from a list of works, and nobody has read it for this book yet."


def quantity(figure: Figure) -> str:
    """Write a number of a policy with its unit; pounds as people write them."""
    amount = number(figure.value)
    money, _, rest = figure.unit.partition(" ")
    if money == "GBP":
        return f"£{amount} {rest}".strip()
    return f"{amount}%" if figure.unit == "percent" else f"{amount} {figure.unit}"


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
