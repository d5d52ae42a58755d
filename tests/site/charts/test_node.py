"""From a figure to a node, in code and from a notebook."""

from pathlib import Path
from typing import Any

import altair as alt
import pandas as pd
import pytest
from myst_nb.core.render import MimeData, load_mime_renders

from resilience.figures.figure import MIME_TYPE, Figure
from resilience.site.charts import figure_nodes
from resilience.site.charts.figure_drawings import KeptDrawings, drawings_of
from resilience.site.charts.node import FigureOutput

TABLE = pd.DataFrame({"x": [1]})
CHART = alt.Chart(TABLE).mark_point().encode(x="x:Q")


def make(**parts: Any) -> Figure:
    return Figure(**{"title": "T", "sentence": "S.", "table": TABLE, "chart": CHART} | parts)


def test_code_and_notebook_give_the_same_node() -> None:
    payload = make()._repr_mimebundle_()[MIME_TYPE]
    (from_notebook,) = FigureOutput.handle_mime(None, MimeData(MIME_TYPE, payload), False) or []  # type: ignore[arg-type]
    (from_code,) = figure_nodes(make())
    assert from_notebook.attributes == from_code.attributes  # type: ignore[attr-defined]


@pytest.mark.parametrize(("mime_type", "inline"), [("text/plain", False), (MIME_TYPE, True)])
def test_other_outputs_are_left_to_others(mime_type: str, inline: bool) -> None:
    assert FigureOutput.handle_mime(None, MimeData(mime_type, "x"), inline) is None


def test_notebooks_know_the_figures() -> None:
    assert FigureOutput in load_mime_renders(), "Install the package again: its entry points are old."


def test_a_figure_that_cannot_be_drawn_says_why(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="wide, and 284 px are there"):
        drawings_of(make(chart=CHART.properties(width=600)).payload(), KeptDrawings(tmp_path))
