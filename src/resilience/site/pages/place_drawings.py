"""Figures of the pages of neighbourhoods, each made from the plain rows that its page holds."""

import pandas as pd

from resilience.figures.diagrams import LogicModel, logic_model
from resilience.figures.figure import Figure
from resilience.figures.panels import panels
from resilience.figures.point_map import point_map
from resilience.site.wording.values import Drawing

ALSO_TOLD = ["Other wards that are better", "LSOAs"]
PANEL_COLUMNS = [
    "panel", "label", "value", "decimals", "is_main", "worse", "middle_low", "middle_high", *ALSO_TOLD
]  # fmt: skip
AREA_COLUMNS = ["Code", "Name", "Ward", "Households, 2019", "Tenth, 2015", "Tenth, 2019", "Tenth, 2025"]
PLACE_COLUMNS = ["On the map", "Neighbourhood", "Council", "Wards (2017)", "Latitude", "Longitude"]


def profile_panels(drawing: Drawing) -> Figure:
    """Draw a place beside others, a panel a figure; options: the two symbols, and what a panel holds."""
    main, other, row = map(str, drawing.options)
    return panels(
        pd.DataFrame(drawing.rows, columns=PANEL_COLUMNS),
        title=drawing.title,
        sentence=drawing.sentence,
        note=drawing.note,
        main=main,
        other=other,
        row=row,
        also=ALSO_TOLD,
    )


def logic(drawing: Drawing) -> Figure:
    """Show a logic model; it is the one option."""
    (model,) = drawing.options
    if not isinstance(model, LogicModel):
        raise TypeError("A drawing of a logic model needs one.")
    return logic_model(model, title=drawing.title, sentence=drawing.sentence, note=drawing.note)


def small_areas(drawing: Drawing) -> Figure:
    """Map small areas, shaded by the tenth of 2019."""
    frame = pd.DataFrame(drawing.rows, columns=["east", "north", "label", *AREA_COLUMNS])
    return point_map(
        frame[["east", "north", "label"]].assign(mark=frame["Tenth, 2019"].astype(str)),
        frame[AREA_COLUMNS],
        title=drawing.title,
        sentence=drawing.sentence,
        note=drawing.note,
        is_tenths=True,
    )


def neighbourhoods(drawing: Drawing) -> Figure:
    """Map neighbourhoods among other wards: rows with a number are neighbourhoods."""
    columns = ["east", "north", *PLACE_COLUMNS]
    frame = pd.DataFrame([row for row in drawing.rows if len(row) > 2], columns=columns)
    around = pd.DataFrame([row for row in drawing.rows if len(row) == 2], columns=columns[:2])
    return point_map(
        frame[["east", "north"]].assign(mark=frame["On the map"].astype(str), label=frame["Neighbourhood"]),
        frame[PLACE_COLUMNS],
        title=drawing.title,
        sentence=drawing.sentence,
        note=drawing.note,
        around=around,
    )
