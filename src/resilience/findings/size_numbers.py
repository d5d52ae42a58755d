"""How the numbers of a size are put into words: signed amounts, their intervals, money and people."""

import re
from collections.abc import Callable

from resilience.records.study import ComparatorRisk, Outcome
from resilience.synthesis import Estimate

Shown = Callable[[float], str]
SYMBOLS = {"pounds": "£", "euros": "€", "dollars": "$"}
_MONEY = re.compile(rf"({'|'.join(SYMBOLS)})\b\s*(.*)")
_PRICES = re.compile(r"\b((?:19|20)\d\d(?:[/–-]\d\d)?) prices\b")
MOST_PEOPLE = 100_000


def printed(value: float) -> str:
    """Write a number as it stands in the record, with thousands apart and a true minus sign."""
    return f"{value:,.15g}".replace("-", "\N{MINUS SIGN}")


def money(unit: str) -> tuple[Shown, str] | None:
    """Give how to write amounts of a unit of money, and what follows them; None for any other unit."""
    match = _MONEY.match(unit)
    if match is None:
        return None
    symbol, rest = SYMBOLS[match[1]], f" {match[2]}" if match[2] else ""
    return lambda value: ("\N{MINUS SIGN}" if value < 0 else "") + symbol + _amount(abs(value)), rest


def _amount(value: float) -> str:
    two_digits = round(value, 2) == value and value != int(value)
    return f"{value:,.2f}" if two_digits else printed(value)


def prices(outcome: Outcome) -> str:
    """Say of which year the prices are, as far as the record tells."""
    told = _PRICES.search(" ".join(filter(None, (outcome.unit, outcome.measure, outcome.note))))
    return f"in {told[1]} prices" if told else "price year not told"


def span(estimate: Estimate, down: str, up: str, shown: Shown = printed) -> str:
    """Write an interval in brackets: of amounts alone on one side of none, else with the side of each."""
    if estimate.low is None or estimate.high is None:
        return "(interval not seen)"
    if estimate.low < 0 < estimate.high:
        return f"({shown(-estimate.low)} {down} to {shown(estimate.high)} {up})"
    near, far = sorted((abs(estimate.low), abs(estimate.high)))
    return f"({shown(near)} to {shown(far)})"


def people(change: Estimate, per: int, about: bool) -> str:
    """Say how many fewer or more people, of so many; `change` is a share, `about` for computed ones.

    The number of people is multiplied by ten until at least one of them is concerned.
    """
    while about and change.value and round(abs(change.value) * per) < 1 and per < MOST_PEOPLE:
        per *= 10
    many = change.through(lambda share: share * per)
    shown: Shown = (lambda value: f"{round(value):,}") if about else (lambda value: printed(round(value, 9)))
    if not many.value:
        return f"no more and no fewer in {per:,} {span(many, 'fewer', 'more', shown)}"
    side = "fewer" if many.value < 0 else "more"
    start = "about " if about else ""
    return f"{start}{shown(abs(many.value))} {side} in {per:,} {span(many, 'fewer', 'more', shown)}"


def without_it(risk: ComparatorRisk) -> str:
    """Say how common the outcome is without the activity."""
    return f"without the activity it is {printed(risk.value)} in {risk.per:,}"
