"""Figures of record pages, each made from the plain rows that its page holds."""

from collections.abc import Callable
from typing import cast

import pandas as pd

from resilience.figures.effects import effects
from resilience.figures.estimates import estimates
from resilience.figures.figure import Figure
from resilience.figures.forest import Scale
from resilience.figures.pooled import funnel, pooled, rows
from resilience.figures.region_tiles import regions
from resilience.findings.scales import Family
from resilience.site.pages import place_drawings
from resilience.site.wording.values import Drawing

EFFECTS = (
    "work",
    "measure",
    "value",
    "ci_low",
    "ci_high",
    "direction",
    "clear",
    "estimand",
    "better",
    "is_reverse",
)


def drawn(drawing: Drawing) -> Figure:
    """Make the figure."""
    return DRAWINGS[drawing.kind](drawing)


def _pooled(drawing: Drawing) -> Figure:
    label, is_ratio = drawing.options
    scale = Scale(str(label), bool(is_ratio))
    return pooled(
        rows(drawing.rows), scale, title=drawing.title, sentence=drawing.sentence, note=drawing.note
    )


def _funnel(drawing: Drawing) -> Figure:
    estimate, scale = drawing.options
    frame = pd.DataFrame(drawing.rows, columns=["label", "effect", "se"])
    return funnel(
        frame,
        cast(float, estimate),
        str(scale),
        title=drawing.title,
        sentence=drawing.sentence,
        note=drawing.note,
    )


def _effects(drawing: Drawing) -> Figure:
    family, unit = drawing.options
    frame = pd.DataFrame(drawing.rows, columns=EFFECTS)
    return effects(frame, Family(str(family)), str(unit), about=drawing.title)


def _estimates(drawing: Drawing) -> Figure:
    frame = pd.DataFrame(drawing.rows, columns=["label", "value", "ci_low", "ci_high"])
    return estimates(
        frame.assign(is_truth=False),
        what=str(drawing.options[0]),
        title=drawing.title,
        sentence=drawing.sentence,
        note=drawing.note,
    )


def _regions(drawing: Drawing) -> Figure:
    frame = pd.DataFrame(drawing.rows, columns=["region", "n", "of"])
    return regions(frame, title=drawing.title, things="authorities", note=drawing.note)


DRAWINGS: dict[str, Callable[[Drawing], Figure]] = {
    "pooled": _pooled,
    "funnel": _funnel,
    "effects": _effects,
    "estimates": _estimates,
    "regions": _regions,
    "panels": place_drawings.profile_panels,
    "logic": place_drawings.logic,
    "small-areas": place_drawings.small_areas,
    "neighbourhoods": place_drawings.neighbourhoods,
}
