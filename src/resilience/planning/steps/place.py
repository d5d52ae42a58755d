"""Your place: the three sentences of its page, and five figures beside its council and its nation."""

from collections.abc import Mapping
from typing import Any

from resilience.planning.blocks import Said, Section, Source, Step, Table
from resilience.planning.given import Given, Standing
from resilience.planning.path import PATH
from resilience.planning.place_words import NOT_KNOWN, Told, of_hundred, shown

SURE = "official figures"
RESTS_ON = "This step rests on official figures for small areas, put together for each place"
WITHIN = "Figures are compared within {nation} only. They tell of all who live there, not of your group."
NO_PLACE = next(one.without for one in PATH if one.name == "place")


def step(given: Given) -> Step:
    """Say how the place stands in its nation and beside its council."""
    standing = given.standing
    if standing is None:
        return Step("place", missing=(NO_PLACE,), rests_on=f"{RESTS_ON}.")
    nation = given.facts["place"][standing.nation]
    beside = standing.place["beside"]
    own = [Said(standing.place["fit"])] if standing.place.get("fit") else []
    return Step(
        "place",
        answer=tuple(_said(told, nation) for told in standing.place["says"]),
        sections=(
            Section(
                "Five figures",
                (*([_said(beside, nation)] if beside else []), *own),
                _table(standing, nation),
            ),
        ),
        rests_on=f"{RESTS_ON}: {'; '.join(nation['sources'])}. {WITHIN.format(nation=standing.nation)}",
    )


def _said(told: Told, nation: Mapping[str, Any]) -> Said:
    text, titles = told
    sources = tuple(Source(title, url=nation["sources"].get(title, "")) for title in titles)
    return Said(text, sources, SURE if sources else "")


def _table(standing: Standing, nation: Mapping[str, Any]) -> Table:
    file, place = standing.file, standing.place
    figures = [nation["figures"][file["figures"][at]] for at in file["first"]]
    titles = "; ".join(dict.fromkeys(one["source"] for one in figures))
    rows = []
    for at, figure in zip(file["first"], figures, strict=True):
        better = place["better"][at]
        values = (place["values"][at], file["council"][at], file["nation_means"][at])
        cells = [*(shown(one, figure["decimals"]) for one in values)]
        cells.append(NOT_KNOWN if better is None else of_hundred(better))
        rows.append(
            (Said(f"{figure['label']} ({figure['unit']})"), *(Said(cell) for cell in cells)),
        )
    return Table(
        f"How {standing.name} stands on five figures. Source: {titles}.",
        (
            "Figure",
            standing.name,
            f"{file['name']}, mean",
            f"{standing.nation}, mean",
            f"Of 100 {nation['place']}s of {standing.nation}, better off",
        ),
        tuple(rows),
    )
