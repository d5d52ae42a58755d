"""What the step on the place knows: what places and figures are called in each nation."""

from typing import Any

from resilience.findings.view import Findings
from resilience.records.place_figures import NationFigures, PlaceFigures


def place_facts(findings: Findings) -> dict[str, Any]:
    """Give, by nation, what its places and figures are called and where they come from."""
    figures = findings.base.place_figures
    return {one.nation.value: _nation(one, figures) for one in figures.nations}


def _nation(nation: NationFigures, figures: PlaceFigures) -> dict[str, Any]:
    used = [figures.source(key) for key in dict.fromkeys(one.source for one in nation.figures)]
    return {
        "place": nation.place,
        "places": nation.places,
        "areas": nation.areas,
        "weight": nation.weight,
        "sources": {one.title: str(one.url or "") for one in used},
        "figures": {
            one.key: {
                "label": one.label,
                "unit": one.unit,
                "decimals": one.decimals,
                "source": figures.source(one.source).title,
            }
            for one in nation.figures
        },
    }
