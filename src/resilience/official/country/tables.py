"""The table of a nation's places, as `evidence/places/README.md` describes it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from resilience.official.country.borders import Centres
from resilience.official.country.figures import Known
from resilience.official.country.grounds import Part
from resilience.official.country.means import Values, Weighed, mean, rounded, share
from resilience.official.tables import Table
from resilience.records.place_figures import NationFigures

TENTH_DECIMALS = 1
PEOPLE = "people"
"""The column of weights where a nation has none; it stays empty."""
HEAD = ("code", "name", "council", "rural", "lon", "lat")
TAIL = ("areas", "tenth")


def columns_of(nation: NationFigures) -> tuple[str, ...]:
    """Give the columns that the table of a nation's places has, in their order."""
    return (*HEAD, nation.weight or PEOPLE, *TAIL, *(one.key for one in nation.figures))


def places_of(
    nation: NationFigures,
    parts: Mapping[str, Part],
    figures: Sequence[Known],
    tenths: Values,
    centres: Centres,
) -> Table:
    """Put the small areas of a nation together into its places, in the order of their codes."""
    members: dict[str, list[Weighed]] = defaultdict(list)
    first: dict[str, Part] = {}
    rural: dict[str, Decimal] = defaultdict(Decimal)
    for area, part in parts.items():
        members[part.place].append(Weighed(area, part.weight))
        first.setdefault(part.place, part)
        rural[part.place] += part.weight if part.rural else 0
    weight = nation.weight or PEOPLE
    rows = []
    for code in sorted(members):
        own, part = members[code], first[code]
        total = sum((one.weight for one in own), Decimal())
        rows.append(
            {
                "code": code,
                "name": part.name,
                "council": part.council,
                "rural": "" if part.rural is None else "Rural" if 2 * rural[code] > total else "Urban",
                **dict(zip(("lon", "lat"), centres.get(code, ("", "")), strict=True)),
                weight: str(total) if nation.weight else "",
                "areas": str(len(own)),
                "tenth": rounded(mean(own, tenths), TENTH_DECIMALS),
                **dict(_figures(own, figures)),
            }
        )
    return Table(columns_of(nation), tuple(rows))


def _figures(own: Sequence[Weighed], figures: Sequence[Known]) -> Iterator[tuple[str, str]]:
    for one in figures:
        value = mean(own, one.values) if one.of is None else share(own, one.values, one.of)
        yield one.figure.key, rounded(value, one.figure.decimals_kept)
