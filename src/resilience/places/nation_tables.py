"""Tables of all places of a nation, made from records for the browser and for comparisons."""

from resilience.places.nation import Figure, NationTable, slug_of
from resilience.records.place import Country
from resilience.records.place_figures import NationFigures, PlaceFigures


def nation_table(country: Country, dictionary: PlaceFigures, nation: NationFigures) -> NationTable:
    """Put the places of a nation in columns, in the order of their codes."""
    places = sorted(
        (place for place in country.places.values() if place.nation == nation.nation),
        key=lambda place: place.code,
    )
    codes = {place.code for place in places}
    figures = [
        Figure(one.key, one.label, one.unit, one.decimals, one.part_of, dictionary.source(one.source).title)
        for one in nation.figures
    ]
    fits = {slug: {fit.code: float(fit.shared) for fit in own} for slug, own in country.fits.items()}
    return NationTable(
        nation=nation.nation.value,
        place=nation.place,
        places=nation.places,
        figures=figures,
        codes=[place.code for place in places],
        names=[place.name for place in places],
        councils=[place.council for place in places],
        council_names={code: country.councils[code].name for code in sorted({one.council for one in places})},
        columns={one.key: [place.figures.get(one.key) for place in places] for one in figures},
        neighbours={code: own & codes for code, own in country.neighbours.items() if code in codes},
        neighbourhoods={slug: own for slug, own in fits.items() if own.keys() <= codes},
    )


def nation_tables(country: Country, dictionary: PlaceFigures) -> dict[str, NationTable]:
    """Give the tables of all nations by their slugs, such as `northern-ireland`."""
    return {
        slug_of(nation.nation): nation_table(country, dictionary, nation) for nation in dictionary.nations
    }
