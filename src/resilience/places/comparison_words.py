"""What a comparison comes to in sentences: how good the match is, and what to know before it is used.

Standard library only: this runs in the reader's browser.
"""

from collections.abc import Iterable, Iterator

from resilience.places.comparison import MOVES_WITH, Balance, Choice, Comparison
from resilience.places.nation import NationTable, Weighted
from resilience.records.english import count, listing, one_or_more, spelled

TOO_FAR = 0.25
"""Standard deviations of difference that are held to be too much after matching.

Stuart EA. Matching methods for causal inference: a review and a look forward. Stat Sci 2010;25:1-21.
"""


def verdict(table: NationTable, found: Comparison) -> str:
    """Say how good a match is: on no figure off, on some, or on some where nothing comes near enough."""
    figures = count(len(found.balance), "figure")
    out_of_reach = [one for one in found.balance if abs(one.at_best) > TOO_FAR]
    if out_of_reach:
        number = spelled(len(found.matches))
        return (
            f"No good match exists, for {_where(out_of_reach)}."
            f" On {_named(table, out_of_reach)} no {number} {table.place}s come near enough."
            f" Near enough is {TOO_FAR} standard deviations."
        )
    poor = [one for one in found.balance if abs(one.after) > TOO_FAR]
    if poor:
        return f"Poor match on {len(poor)} of {figures}, {_named(table, poor)}: treat with care."
    return f"Good match on {figures}: none is more than {TOO_FAR} standard deviations off."


def _where(out_of_reach: Iterable[Balance]) -> str:
    sides = {one.at_best > 0 for one in out_of_reach}
    ends = " or ".join(name for is_high, name in ((True, "high"), (False, "low")) if is_high in sides)
    return f"its own {'figure is' if len(list(out_of_reach)) == 1 else 'figures are'} too {ends}"


def notes(table: NationTable, place: Weighted, choice: Choice, found: Comparison) -> list[str]:
    """Say what was left out, what may border, and which figures tell much the same."""
    return [*_left_out(table, found), *_borders(table, place, choice, found), *_moving(table, choice, found)]


def _left_out(table: NationTable, found: Comparison) -> Iterator[str]:
    for one in found.doubled:
        label, parts = table.known[one.whole].label, [table.known[key].label for key in one.parts]
        verb = one_or_more(len(parts), "is a part", "are parts")
        yield f"{label} is left out, for {listing(parts)} {verb} of it and would count twice."
    if found.lacking:
        labels = [table.known[key].label for key in found.lacking]
        yield (
            f"The place has no figure for {listing(labels)}, so"
            f" {one_or_more(len(labels), 'it is', 'they are')} left out."
        )
    if found.without_figures:
        yield f"{count(found.without_figures, table.place)} could not be chosen, for lack of a figure."


def _borders(table: NationTable, place: Weighted, choice: Choice, found: Comparison) -> Iterator[str]:
    advice = (
        " Without those of the same council, most that border are left out." if choice.own_council else ""
    )
    if not table.neighbours:
        yield (
            f"Which {table.place}s border each other is not on record for {table.nation},"
            f" so some of these may border it.{advice}"
        )
    elif any(code in place for code in found.unseen):
        yield f"Its borders are not on record, so some of these may border it.{advice}"
    else:
        if found.bordering:
            yield f"{count(found.bordering, table.place)} that {_verb(found.bordering)} it cannot be chosen."
        if found.unseen:
            names = listing([table.name_of(code) for code in found.unseen])
            verb = one_or_more(len(found.unseen), "it is", "they are")
            yield f"The borders of {names} are not on record; see on a map whether {verb} next to the place."


def _verb(number: int) -> str:
    return one_or_more(number, "borders", "border")


def _moving(table: NationTable, choice: Choice, found: Comparison) -> Iterator[str]:
    for keys in found.moving:
        labels = listing([table.known[key].label for key in keys])
        how = (
            "counts what they share once" if choice.by_covariance else "counts what they share several times"
        )
        name = "The Mahalanobis distance" if choice.by_covariance else "The straight distance"
        yield (
            f"Some figures tell much the same of a place (correlations of {MOVES_WITH} or more)."
            f" They are {labels}. {name} {how}."
        )


def _named(table: NationTable, balance: Iterable[Balance]) -> str:
    return listing([table.known[one.figure].label for one in balance])
