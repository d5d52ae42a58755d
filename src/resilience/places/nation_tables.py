"""Tables of all places of a nation, made from records for the browser and for comparisons."""

from resilience.places.nation import Figure, NationTable
from resilience.records.place import Country
from resilience.records.place_figures import NationFigures


def nation_table(country: Country, nation: NationFigures) -> NationTable:
    """Put the places of a nation in columns, in the order of their codes."""
    places = sorted(
        (place for place in country.places.values() if place.nation == nation.nation),
        key=lambda place: place.code,
    )
    codes = {place.code for place in places}
    figures = [
        Figure(one.key, one.label, one.unit, one.decimals, one.year, one.part_of) for one in nation.figures
    ]
    return NationTable(
        nation=nation.nation.value,
        figures=figures,
        codes=[place.code for place in places],
        names=[place.name for place in places],
        councils=[place.council for place in places],
        columns={one.key: [place.figures.get(one.key) for place in places] for one in figures},
        neighbours={code: own & codes for code, own in country.neighbours.items() if code in codes},
        programme=frozenset(fit.code for fits in country.fits.values() for fit in fits) & codes,
    )
