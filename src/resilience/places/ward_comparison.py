"""Comparison areas: the wards that are most like a place on chosen indicators.

Each indicator is put on one scale by its mean and standard deviation over all wards, and wards are ordered by
Euclidean distance. Balance is told as standardised differences: Stuart EA. Matching methods for causal
inference: a review and a look forward. Stat Sci 2010;25:1-21.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, pstdev

from resilience.places.measures import LABELS
from resilience.places.wards import km_between, mean_of
from resilience.records.area import Ward

APART_KM = 3.0
"""How far from the place a ward must be at least, unless a reader says otherwise."""


TOO_FAR = 0.25
"""Standard deviations that often are held to be too much after matching (Stuart 2010)."""


class CannotMatch(ValueError):
    """Why no comparison can be made, in a sentence."""


@dataclass(frozen=True)
class Choice:
    """What a comparison goes by."""

    indicators: tuple[str, ...]
    own_council: bool = False
    """Whether wards of the same council may be chosen; what a council does reaches them too."""
    apart_km: float = 0.0
    """Wards nearer than this are left out: no boundaries are on record to tell which ones border."""


@dataclass(frozen=True)
class Match:
    """A ward that is like the place, and how far it is on the common scale; 0 is the same."""

    ward: Ward
    distance: float


@dataclass(frozen=True)
class Balance:
    """How far the place is from others on one indicator, in standard deviations of all wards."""

    indicator: str
    place: float
    all_wards: float
    matches: float
    before: float
    """Place less the mean of all wards that might have been chosen."""
    after: float
    """Place less the mean of those that were."""


@dataclass(frozen=True)
class Comparison:
    """The wards most like a place, nearest first, with the balance before and after."""

    matches: tuple[Match, ...]
    balance: tuple[Balance, ...]
    candidates: int
    without_figures: int
    """Wards that could not be chosen because a figure is missing."""


def compare(place: Sequence[Ward], wards: Sequence[Ward], choice: Choice, number: int = 5) -> Comparison:
    """Find the wards most like a place of one or more wards; those of the programme are never chosen.

    Raises CannotMatch with a sentence.
    """
    if not choice.indicators:
        raise CannotMatch("Choose at least one figure.")
    aim = {name: mean_of(place, name) for name in choice.indicators}
    if unknown := [name for name, value in aim.items() if value is None]:
        named = ", ".join(LABELS.get(name, name) for name in unknown)
        raise CannotMatch(f"The place has no figure for {named}. Leave it out.")
    allowed = [ward for ward in wards if _may_stand(ward, place, choice)]
    whole = [ward for ward in allowed if all(name in ward.figures for name in choice.indicators)]
    if len(whole) < number:
        raise CannotMatch(f"Only {len(whole)} wards are left to choose from, fewer than {number}.")
    spread = {name: _spread(wards, name) for name in choice.indicators}
    matches = sorted(
        (Match(ward, _distance(ward, aim, spread)) for ward in whole),
        key=lambda match: (match.distance, match.ward.code),
    )[:number]
    chosen = [match.ward for match in matches]
    balance = [_balance(name, aim[name] or 0.0, whole, chosen, spread[name]) for name in choice.indicators]
    return Comparison(tuple(matches), tuple(balance), len(whole), len(allowed) - len(whole))


def verdict(balance: Sequence[Balance]) -> str:
    """Say in a sentence how good a match is, by the figures on which it is too far off."""
    poor = sum(abs(one.after) > TOO_FAR for one in balance)
    of = f"{len(balance)} {'figure' if len(balance) == 1 else 'figures'}"
    if not poor:
        return f"Good match on {of}: none is more than {TOO_FAR} standard deviations off."
    return f"Poor match on {poor} of {of}: treat with care."


def _may_stand(ward: Ward, place: Sequence[Ward], choice: Choice) -> bool:
    if ward.neighbourhood:
        return False
    if not choice.own_council and any(ward.council == own.council for own in place):
        return False
    return not choice.apart_km or all(_km(ward, own) >= choice.apart_km for own in place)


def _km(one: Ward, other: Ward) -> float:
    km = km_between(one, other)
    if km is None:
        raise CannotMatch("Distances can't be told: the table does not place its wards on the map.")
    return km


def _spread(wards: Sequence[Ward], name: str) -> float:
    return pstdev([ward.figures[name] for ward in wards if name in ward.figures]) or 1.0


def _distance(ward: Ward, aim: dict[str, float | None], spread: dict[str, float]) -> float:
    return sqrt(sum(((ward.figures[name] - (aim[name] or 0.0)) / spread[name]) ** 2 for name in aim))


def _balance(name: str, place: float, candidates: list[Ward], chosen: list[Ward], spread: float) -> Balance:
    before = fmean(ward.figures[name] for ward in candidates)
    after = fmean(ward.figures[name] for ward in chosen)
    return Balance(name, place, before, after, (place - before) / spread, (place - after) / spread)
