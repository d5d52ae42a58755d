"""The file of a council, or of a neighbourhood: how its places stand, beside the council and the nation."""

from typing import Any

from resilience.planning.from_records.place_view import Alike, PlaceView
from resilience.planning.from_records.telling import deprived, first_figures, stands_out, tells_most
from resilience.planning.given import Standing
from resilience.planning.place_words import Figure, Names, Told, beside, best, deprivation, worst
from resilience.records.place import Place
from resilience.records.place_figures import INDEX, PlaceFigure


def council_file(view: PlaceView, code: str) -> dict[str, Any]:
    """Give what scripts may show of a council and its places; raises KeyError where it is none of today."""
    head = _head(view, code)
    own = view.standings.in_council[code]
    return {**head, "places": [_row(view, head, place, view.alike(place)) for place in own]}


def neighbourhood_file(view: PlaceView, slug: str) -> dict[str, Any]:
    """Give the same for a neighbourhood of the programme: its council, and itself as the one place.

    Its row also says by `fit` how far its figures are its own. Raises KeyError where its wards of today are
    not known.
    """
    place = view.places.as_one(slug)
    head = _head(view, place.council)
    (told,) = (one for one in view.places.neighbourhoods if one.slug == slug)
    row = _row(view, head, place, view.like_neighbourhood(slug))
    return {**head, "places": [{**row, "fit": told.fit.says if told.fit else ""}]}


def standing_of(view: PlaceView, link: str) -> Standing | None:
    """Give how the place of a link stands: a neighbourhood's slug, or the codes of council and place.

    None where no such place is on record. The same as `findPlace.standing` of `find-place.js` gives.
    """
    if link in view.neighbourhoods:
        file = neighbourhood_file(view, link)
        return Standing(file, file["places"][0])
    code, _, own = link.partition(".")
    if code not in view.country.councils:
        return None
    file = council_file(view, code)
    place = next((one for one in file["places"] if one["code"] == own), None)
    return Standing(file, place) if place else None


def _head(view: PlaceView, code: str) -> dict[str, Any]:
    council, standings = view.country.councils[code], view.standings
    figures = standings.figures_of(council.nation)
    return {
        "code": code,
        "name": council.name,
        "slug": view.slug_of(code),
        "nation": council.nation.value,
        "region": council.region,
        "figures": [one.key for one in figures],
        "first": first_figures(figures),
        "council": [rounded(standings.of_council(code, one.key), one) for one in figures],
        "nation_means": [rounded(standings.of_nation(council.nation, one.key), one) for one in figures],
        "types": view.types(council.nation),
    }


def _row(view: PlaceView, head: dict[str, Any], place: Place, alike: list[Alike]) -> dict[str, Any]:
    figures = view.standings.figures_of(place.nation)
    better = [view.standings.better_off(place, one.key) for one in figures]
    known = {one.key: share for one, share in zip(figures, better, strict=True) if share is not None}
    row = {
        "code": place.code,
        "name": place.name,
        "rural": place.rural,
        "weight": place.weight,
        "values": [rounded(place.figures.get(one.key), one) for one in figures],
        "better": better,
        "needs": view.needs(place.nation, known),
        "tenth": place.tenth,
        "alike": alike,
    }
    return {**row, **_told(view, head, place, row)}


def _told(view: PlaceView, head: dict[str, Any], place: Place, row: dict[str, Any]) -> dict[str, Any]:
    """Say of a place its three sentences, and the comparison that tells most."""
    nation = view.standings.nations[place.nation]
    names = Names(place.name, head["name"], head["nation"], f"{nation.place}s")
    figures, better = nation.figures, row["better"]
    told = [
        _figure(view, one, share, values)
        for one, share, *values in zip(
            figures, better, row["values"], head["council"], head["nation_means"], strict=True
        )
    ]
    bad, good = stands_out(figures, better)
    index = next((one for one, figure in zip(told, figures, strict=True) if figure.key == INDEX), None)
    most = tells_most(figures, better, [_can_tell(one) for one in told])
    says: list[Told] = [
        deprivation(names, deprived(figures, better), index),
        worst(names, [told[one] for one in bad]),
        best(names, [told[one] for one in good]),
    ]
    return {"says": says, "beside": None if most is None else beside(names, told[most])}


def _figure(view: PlaceView, figure: PlaceFigure, share: float | None, values: list[float | None]) -> Figure:
    source = view.findings.base.place_figures.source(figure.source).title
    high = figure.worse == "high"
    return Figure(figure.label, figure.unit, figure.decimals, high, source, share, *values)


def _can_tell(figure: Figure) -> bool:
    """Say whether a figure can be set beside council and nation: one of a whole council can't."""
    values = (figure.place, figure.council, figure.nation)
    return None not in values and figure.place != figure.council


def rounded(value: float | None, figure: PlaceFigure) -> float | int | None:
    """Round a value to as many decimals as its figure is shown with."""
    if value is None:
        return None
    return round(value, figure.decimals) if figure.decimals else round(value)
