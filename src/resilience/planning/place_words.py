"""How a place is told: three sentences, and the comparison that tells most; standard library only.

Which figures they name is settled in `from_records/telling.py`. Every share is of 100 places of the nation.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor

Told = tuple[str, list[str]]
"""A sentence, and the titles of what it rests on."""

DEPRIVED = {
    "most": "{name} is among the most deprived tenth of the {places}: of 100, {n} are less deprived.",
    "more": "{name} is more deprived than most {places}: of 100, {n} are less deprived.",
    "less": "{name} is less deprived than most {places}: of 100, {n} are less deprived still.",
    "least": "{name} is among the least deprived tenth of the {places}: of 100, {n} are less deprived still.",
}
NOT_KNOWN = "not known"
ABOVE, BELOW = "more than 99", "fewer than 1"


@dataclass(frozen=True)
class Figure:
    """A figure of a place, ready to be told; a value that is not known is None."""

    label: str
    unit: str
    decimals: int
    is_worse_high: bool
    source: str
    better: float | None
    """Share of the nation's places that are better off, of 100."""
    place: float | None
    """Rounded as it is shown, as are the means."""
    council: float | None
    """The mean of its council."""
    nation: float | None
    """The mean of its nation."""


@dataclass(frozen=True)
class Names:
    """What a place and what is around it are called."""

    name: str
    council: str
    nation: str
    places: str
    """What all places of the nation are called, such as `wards`."""

    @property
    def among(self) -> str:
        """Name the places that it is held against, such as `wards of England`."""
        return f"{self.places} of {self.nation}"


def of_hundred(share: float) -> str:
    """Say a share as a number of 100 that is never all or none by rounding."""
    n = floor(share + 0.5)
    return ABOVE if n >= 100 else BELOW if n <= 0 else str(n)


def shown(value: float | None, decimals: int) -> str:
    """Write a value of a figure with its decimals."""
    return NOT_KNOWN if value is None else f"{value:,.{decimals}f}".replace("-", "\N{MINUS SIGN}")


def small(label: str) -> str:
    """Let a label stand within a sentence; an abbreviation at its start stays."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def deprivation(names: Names, band: str | None, index: Figure | None) -> Told:
    """Say how deprived a place is within its nation."""
    if band is None or index is None or index.better is None:
        return f"How deprived {names.name} is, we do not know.", []
    words = DEPRIVED[band].format(name=names.name, places=names.among, n=of_hundred(index.better))
    return words, [index.source]


def worst(names: Names, figures: Sequence[Figure]) -> Told:
    """Name what stands out as worst."""
    listed = _listed([(one, one.better) for one in figures], f"of 100 {names.among} are better off")
    if not listed:
        return f"No figure that we know puts it in the worse off third of the {names.among}.", []
    return f"What stands out as worst: {listed}.", _sources(figures)


def best(names: Names, figures: Sequence[Figure]) -> Told:
    """Name what is better than in most places."""
    turned = [(one, None if one.better is None else 100 - one.better) for one in figures]
    listed = _listed(turned, f"of 100 {names.among} are worse off")
    if not listed:
        return f"No figure that we know puts it in the better off third of the {names.among}.", []
    return f"What is better than in most places: {listed}.", _sources(figures)


def beside(names: Names, figure: Figure | None) -> Told | None:
    """Set the figure that tells most beside council and nation; None where none is known for all three."""
    if figure is None or figure.place is None or figure.council is None or figure.nation is None:
        return None
    values = [shown(one, figure.decimals) for one in (figure.place, figure.council, figure.nation)]
    told = (
        f"The comparison that tells most is {small(figure.label)} ({figure.unit}):"
        f" {values[0]} in {names.name}, on average {values[1]} in {names.council}"
        f" and {values[2]} in {names.nation}."
    )
    by_council, by_nation = (_stands(figure, figure.place, one) for one in (figure.council, figure.nation))
    if by_council == by_nation:
        so = f"{by_council} both"
    else:
        link = "but" if {by_council, by_nation} == set(STANDS.values()) else "and"
        so = f"{by_council} its council {link} {by_nation} its nation"
    return f"{told} So {names.name} is {so}.", [figure.source]


STANDS: Mapping[bool, str] = {True: "worse off than", False: "better off than"}


def _stands(figure: Figure, here: float, other: float) -> str:
    if here == other:
        return "level with"
    return STANDS[(here > other) == figure.is_worse_high]


def _listed(figures: Sequence[tuple[Figure, float | None]], tail: str) -> str:
    """List figures with their shares; only the first says what the share is of."""
    said = [
        f"{small(one.label)} ({of_hundred(share)}{'' if place else f' {tail}'})"
        for place, (one, share) in enumerate(figures)
        if share is not None
    ]
    return ", then ".join(said)


def _sources(figures: Sequence[Figure]) -> list[str]:
    return list(dict.fromkeys(one.source for one in figures))
