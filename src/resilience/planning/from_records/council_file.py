"""The file of a council: how each of its places stands, beside the council and the nation."""

from typing import Any

from resilience.planning.from_records.place_view import PlaceView
from resilience.planning.from_records.telling import deprived, first_figures, stands_out
from resilience.records.place import Place
from resilience.records.place_figures import PlaceFigure


def council_file(view: PlaceView, code: str) -> dict[str, Any]:
    """Give what scripts may show of a council and its places; raises KeyError where it is none of today."""
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
        "places": [_place(view, place, figures) for place in standings.in_council[code]],
    }


def _place(view: PlaceView, place: Place, figures: tuple[PlaceFigure, ...]) -> dict[str, Any]:
    better = [view.standings.better_off(place, one.key) for one in figures]
    known = {one.key: share for one, share in zip(figures, better, strict=True) if share is not None}
    worst, best = stands_out(figures, better)
    return {
        "code": place.code,
        "name": place.name,
        "rural": place.rural,
        "weight": place.weight,
        "values": [rounded(place.figures.get(one.key), one) for one in figures],
        "better": better,
        "deprived": deprived(figures, better),
        "worst": worst,
        "best": best,
        "needs": view.needs(place.nation, known),
        "tenth": place.tenth,
        "alike": view.alike(place),
    }


def rounded(value: float | None, figure: PlaceFigure) -> float | int | None:
    """Round a value to as many decimals as its figure is shown with."""
    if value is None:
        return None
    return round(value, figure.decimals) if figure.decimals else round(value)
