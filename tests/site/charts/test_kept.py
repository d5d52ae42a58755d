"""A kept drawing is the one that would be drawn; whatever changes a chart makes another."""

from pathlib import Path

import altair as alt
import pandas as pd
import pytest

from resilience.figures.drawing import Spec, draw
from resilience.figures.figure import Figure
from resilience.figures.style import NARROW, WIDE
from resilience.site.charts import figure_drawings
from resilience.site.charts.figure_drawings import KeptDrawings


def spec_of(x: int) -> Spec:
    table = pd.DataFrame({"x": [x]})
    chart = alt.Chart(table).mark_point().encode(x="x:Q")
    return Figure(title="T", sentence="S.", table=table, chart=chart).payload()["narrow"]


def test_the_first_drawing_is_kept_and_given_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawings = KeptDrawings(tmp_path / "kept")
    first = drawings.draw(spec_of(1), NARROW, "A chart")
    assert first == draw(spec_of(1), NARROW, "A chart")
    monkeypatch.setattr(figure_drawings, "draw", lambda *_: pytest.fail("It was drawn again."))
    assert drawings.draw(spec_of(1), NARROW, "A chart") == first


def test_another_number_size_or_name_makes_another_drawing(tmp_path: Path) -> None:
    drawings = KeptDrawings(tmp_path)
    for spec, size, label in (
        (spec_of(1), NARROW, "A chart"),
        (spec_of(2), NARROW, "A chart"),
        (spec_of(1), WIDE, "A chart"),
        (spec_of(1), NARROW, "Another"),
    ):
        assert drawings.draw(spec, size, label) == draw(spec, size, label)
    assert len(list(tmp_path.iterdir())) == 4


def test_new_drawing_code_draws_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawings = KeptDrawings(tmp_path)
    drawings.draw(spec_of(1), NARROW, "A chart")
    monkeypatch.setattr(figure_drawings, "drawn_by", lambda: "otherwise")
    drawings.draw(spec_of(1), NARROW, "A chart")
    assert len(list(tmp_path.iterdir())) == 2


def test_what_cannot_be_drawn_is_not_kept(tmp_path: Path) -> None:
    wide = {**spec_of(1), "width": 600}
    with pytest.raises(ValueError, match="wide"):
        KeptDrawings(tmp_path).draw(wide, NARROW, "A chart")
    assert list(tmp_path.iterdir()) == []
