"""How the direction of a result looks in charts and reads in sentences."""

from collections.abc import Hashable, Mapping

from resilience.figures.key import Symbol
from resilience.figures.palette import DIRECTION_COLOURS
from resilience.figures.words import listing, number, one_or_more
from resilience.records.vocabulary import Clear, Direction

DIRECTIONS = {direction.value: direction for direction in Direction}

SHAPES = {
    Direction.BENEFIT: "triangle-up",
    Direction.NULL: "square",
    Direction.MIXED: "diamond",
    Direction.HARM: "triangle-down",
    Direction.NOT_TOLD: "circle",
}
PHRASES = {
    Direction.BENEFIT: ("points to better", "point to better"),
    Direction.NULL: ("shows no difference", "show no difference"),
    Direction.MIXED: ("is mixed", "are mixed"),
    Direction.HARM: ("points to worse", "point to worse"),
    Direction.NOT_TOLD: ("names no side", "name no side"),
}

CLEAR = {Clear.NOT_TOLD: "not told whether it is clear"}


def symbol_of(direction: Direction) -> Symbol:
    """Give the symbol of a direction; no two have the same shape."""
    is_not_told = direction is Direction.NOT_TOLD
    return Symbol(direction.label, SHAPES[direction], DIRECTION_COLOURS[direction].light, is_not_told)


def symbol_and_clear(direction: Direction, clear: Clear) -> Symbol:
    """Give the symbol of a direction, filled only where the result is clear of no effect."""
    said = CLEAR.get(clear, clear.label.lower())
    return symbol_of(direction)._replace(label=f"{direction.label}, {said}", hollow=clear is not Clear.YES)


def tally(numbers: Mapping[Hashable, int]) -> str:
    """Say how many results point which way: `Of 3 results, 2 point to benefit and 1 is mixed`."""
    total = sum(numbers.values())
    parts = [
        f"{number(n)} {one_or_more(n, *PHRASES[direction])}"
        for direction in Direction
        if (n := int(numbers.get(direction.value, 0)))
    ]
    if len(parts) == 1:
        every = one_or_more(total, "The one result", f"All {number(total)} results")
        return f"{every} {parts[0].partition(' ')[2]}"
    return f"Of {number(total)} results, {listing(parts)}"
