"""Places to choose for: the programme's neighbourhoods and the wards of the North West, on one scale."""

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
    """Of a neighbourhood, or the code of a ward; empty for a place of the reader's own."""
    name: str
    council: str
    percentiles: Mapping[str, float]
    """Share of wards that are better off, of 100, by indicator; left out where no figure is known."""
    is_neighbourhood: bool = False
    names: tuple[str, ...] = field(default=(), compare=False)
    """What a reader may call it."""


def places_of(findings: Findings) -> list[Place]:
    """List the neighbourhoods in the order of their slugs, then the wards in the order of their councils."""
    wards = findings.base.wards
    scale = {one.column: _scale(wards, one) for one in COMPARED}
    return [*_neighbourhoods(findings, wards, scale), *_wards(wards, scale)]


def find_place(places: Sequence[Place], name: str) -> Place | None:
    """Find a place by slug, code of the ward, or name; None where none or several have the name."""
    wanted = name.strip().casefold()
    found = [place for place in places if wanted in place.names]
    return found[0] if found and (len(found) == 1 or found[0].is_neighbourhood) else None


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
