"""Places to choose for, behind one interface: what there is, how to find one, and of when its figures are.

For now the programme's neighbourhoods and the wards of the North West, on one scale.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from resilience.findings.view import Findings
from resilience.places.measures import COMPARED, Measure
from resilience.places.profile import wards_of
from resilience.places.wards import mean_of
from resilience.records.area import Ward


@dataclass(frozen=True)
class Place:
    """A place, with how it stands on each indicator among all wards."""

    slug: str
    """Of a neighbourhood, or the code of a ward; empty for a place that is not on record."""
    name: str
    council: str
    percentiles: Mapping[str, float]
    """Share of wards that are better off, of 100, by indicator; left out where no figure is known."""
    is_neighbourhood: bool = False
    names: tuple[str, ...] = field(default=(), compare=False)
    """What a reader may call it."""

    @property
    def title(self) -> str:
        """Give the name with its council, the council not twice where it stands in the name."""
        name = self.name.removesuffix(f", {self.council}")
        return f"{name}, {self.council}" if self.council else name


@dataclass(frozen=True)
class Places:
    """All places on record, and what a reader must know of them."""

    all: tuple[Place, ...]
    """The neighbourhoods in the order of their slugs, then the wards in the order of their councils."""
    region: str
    """Among whose wards a place is told to be better or worse off."""
    edition: str
    """Of which year boundaries and figures are, as a sentence."""

    @property
    def neighbourhoods(self) -> tuple[Place, ...]:
        """Give those of the programme."""
        return tuple(place for place in self.all if place.is_neighbourhood)

    @property
    def wards(self) -> tuple[Place, ...]:
        """Give the others."""
        return tuple(place for place in self.all if not place.is_neighbourhood)

    def named(self, name: str) -> list[Place]:
        """Give all places that a reader may mean; a neighbourhood stands before wards of its name."""
        wanted = name.strip().casefold()
        found = [place for place in self.all if wanted in place.names]
        return found[:1] if found and found[0].is_neighbourhood else found


NORTH_WEST = "the North West"
EDITION = (
    "Wards are those of 2017, so some have other names and borders today; "
    "figures are mostly of 2019, among them the index of deprivation."
)


def places_of(findings: Findings) -> Places:
    """Give the places on record."""
    wards = findings.base.wards
    scale = {one.column: _scale(wards, one) for one in COMPARED}
    found = (*_neighbourhoods(findings, wards, scale), *_wards(wards, scale))
    return Places(found, NORTH_WEST, EDITION)


def _neighbourhoods(
    findings: Findings, wards: Sequence[Ward], scale: Mapping[str, Sequence[float]]
) -> list[Place]:
    found = []
    for slug, record in findings.base.neighbourhoods.items():
        own = wards_of(slug, wards)
        council = " and ".join(sorted({ward.council for ward in own})) or record.council
        names = (slug, record.name.casefold())
        found.append(Place(slug, record.name, council, _percentiles(own, scale), True, names))
    return found


def _wards(wards: Sequence[Ward], scale: Mapping[str, Sequence[float]]) -> list[Place]:
    by_council = sorted(wards, key=lambda ward: (ward.council, ward.name))
    return [
        Place(ward.code, ward.name, ward.council, _percentiles([ward], scale), names=_ward_names(ward))
        for ward in by_council
    ]


def _ward_names(ward: Ward) -> tuple[str, ...]:
    name = ward.name.casefold()
    return ward.code.casefold(), name, f"{name}, {ward.council.casefold()}"


def _scale(wards: Sequence[Ward], one: Measure) -> list[float]:
    return sorted(_badness(one, ward.figures[one.column]) for ward in wards if one.column in ward.figures)


def _badness(one: Measure, value: float) -> float:
    return value if one.worse == "high" else -value


def _percentiles(own: Sequence[Ward], scale: Mapping[str, Sequence[float]]) -> dict[str, float]:
    found = {}
    for one in COMPARED:
        value = mean_of(own, one.column)
        if value is not None:
            found[one.column] = _percentile(scale[one.column], _badness(one, value))
    return found


def _percentile(scale: Sequence[float], value: float) -> float:
    """Count half of those that are equal, as is usual for a rank in percent."""
    better, not_worse = bisect_left(scale, value), bisect_right(scale, value)
    return round(50 * (better + not_worse) / len(scale), 1)
