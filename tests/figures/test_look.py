"""Every kind of figure: it fits, it can be read, and the page can turn it dark."""

import json
from collections.abc import Callable
from xml.etree import ElementTree

import pandas as pd
import pytest

from resilience.figures.counts import counts
from resilience.figures.crosstab import crosstab, together
from resilience.figures.directions import directions
from resilience.figures.drawing import draw
from resilience.figures.effects import effects
from resilience.figures.estimates import associations
from resilience.figures.figure import Figure
from resilience.figures.palette import custom_properties
from resilience.figures.panels import panels
from resilience.figures.point_map import point_map
from resilience.figures.style import NARROW, SMALL_FONT, WIDE, Size
from resilience.figures.timeline import timeline, years
from resilience.findings.scales import Family
from resilience.records.vocabulary import Metric

LONG = "Neighbourhood partnerships and boards that decide on money, land and services together"
RESULTS = pd.DataFrame(
    {
        "work": ["Mead and others, 2010", "Howel and others, 2019"],
        "measure": [LONG, "depression"],
        "direction": ["benefit", "not-told"],
        "clear": ["yes", "no"],
        "estimand": ["repeat", "main"],
        "better": ["lower", "higher"],
        "is_reverse": [False, True],
        "value": [0.8, 1.3],
        "ci_low": [0.6, None],
        "ci_high": [0.95, None],
    }
)
FIGURES: dict[str, Callable[[], Figure]] = {
    "associations": lambda: associations(
        RESULTS.rename(columns={"work": "predictor", "measure": "outcome", "value": "estimate"}).assign(
            reference="no debt"
        ),
        Metric.RATE_RATIO,
        title="T",
    ),
    "counts": lambda: counts(
        pd.DataFrame(
            {
                "label": [LONG, "Green space"],
                "n": [1200, 3],
                "domain": ["community-governance", "living-environment"],
                "domain_label": ["Community governance", "Living environment"],
            }
        ),
        title="T",
        kind="activity type",
        thing="policy",
        things="policies",
    ),
    "crosstab": lambda: crosstab(
        pd.DataFrame(
            {
                "row": [LONG, "Green space", "Clean streets", "Air quality", "Arts"],
                "column": ["Northern Ireland", "Wales", "Wales", "Wales", "Wales"],
                "n": [12, 9, 6, 3, 0],
            }
        ),
        title="T",
        row="activity type",
        column="nation",
        things="policies",
    ),
    "together": lambda: together(
        pd.DataFrame(
            {
                "first": [LONG],
                "second": ["Green space"],
                "both": [12],
                "with_first": [20],
                "with_second": [30],
                "lift": [2.5],
            }
        ),
        [LONG, "Green space", "Clean streets"],
        title="T",
        things="policies",
        few="too few",
    ),
    "directions": lambda: directions(
        pd.DataFrame(
            {"label": [LONG] * 3, "direction": ["benefit", "null", "harm"], "n": [1200, 3, 1]}
        ),
        title="T",
    ),
    "effects": lambda: effects(
        RESULTS.assign(ci_low=[0.6, 1.0], ci_high=[0.95, 1.5]), Family.DIFFERENCE, LONG, about="T"
    ),
    "panels": lambda: panels(
        pd.DataFrame(
            {
                "panel": [LONG, LONG, "Health"],
                "label": ["Mill Hill and Wensley Fold", "England", "England"],
                "value": [1234.5, None, 2.0],
                "decimals": 1,
                "is_main": [1, 0, 0],
                "worse": ["high", "high", "low"],
                "middle_low": 1.0,
                "middle_high": 3.0,
            }
        ),
        title="T",
        sentence="S.",
        note="N",
        main="Here",
        other="Others",
        row="Figure",
    ),
    "point map": lambda: point_map(
        pd.DataFrame({"east": [0, 1], "north": [0, 9], "mark": ["1", "10"], "label": ["001A", "002B"]}),
        pd.DataFrame({"Code": ["E1", "E2"]}),
        title="T",
        sentence="S.",
        note="N",
        is_tenths=True,
        around=pd.DataFrame({"east": [2], "north": [3]}),
    ),
    "timeline": lambda: timeline(
        pd.DataFrame({"date": ["2013", "2016 to 2019", "2018-05-19"], "event": [LONG, "Work.", "A day."]}),
        title="T",
    ),
    "years": lambda: years(
        pd.DataFrame({"year": [1996, 2018, 2018]}), title="T", thing="policy", things="policies"
    ),
}  # fmt: skip
COLOURS = {shade.light for shade in custom_properties().values()} | {"none", "transparent"}


@pytest.fixture(params=[(name, size) for name in FIGURES for size in (NARROW, WIDE)], ids=str)
def drawing(request: pytest.FixtureRequest) -> tuple[ElementTree.Element, Size]:
    name, size = request.param
    payload = FIGURES[name]().payload()
    spec = payload["narrow"] if size is NARROW else payload["wide"]
    return ElementTree.fromstring(draw(spec, size, payload["alt"])), size


def test_a_drawing_can_be_read_and_turned_dark(drawing: tuple[ElementTree.Element, Size]) -> None:
    root, size = drawing
    assert float(root.attrib["width"]) <= size.width
    fonts = [element.get("font-size") for element in root.iter() if "font-size" in element.attrib]
    assert min(float(font.removesuffix("px")) for font in fonts if font) >= SMALL_FONT
    used = {element.get(paint) for element in root.iter() for paint in ("fill", "stroke")} - {None}
    assert used <= COLOURS, "The style sheet knows no dark shade for these."


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_the_same_each_time(name: str) -> None:
    first, second = (json.dumps(FIGURES[name]().payload()) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("name", FIGURES)
def test_words_of_a_figure_stand_alone(name: str) -> None:
    payload = FIGURES[name]().payload()
    assert payload["sentence"].endswith(".")
    assert ": T" in payload["alt"]
