"""A kept drawing is the one that would be drawn; whatever changes a chart makes another."""

from collections.abc import Callable
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


@pytest.mark.parametrize(
    "harmed",
    [
        pytest.param(lambda text: text[:200], id="cut"),
        pytest.param(lambda text: "", id="empty"),
        pytest.param(lambda text: text.replace("</svg>", "<script>alert(1)</script></svg>"), id="edited"),
        pytest.param(lambda text: text.rpartition("\n<!-- ")[0], id="without its digest"),
        pytest.param(lambda text: "\udcff" + text, id="not text"),
    ],
)
def test_a_drawing_that_is_not_what_was_drawn_is_drawn_again(
    tmp_path: Path, harmed: Callable[[str], str]
) -> None:
    drawings = KeptDrawings(tmp_path)
    first = drawings.draw(spec_of(1), NARROW, "A chart")
    (path,) = tmp_path.iterdir()
    text = path.read_text("utf-8")
    path.write_bytes(harmed(text).encode("utf-8", "surrogateescape"))
    assert drawings.draw(spec_of(1), NARROW, "A chart") == first
    assert path.read_text("utf-8") == text


def test_a_drawing_under_the_name_of_another_is_drawn_again(tmp_path: Path) -> None:
    drawings = KeptDrawings(tmp_path)
    drawings.draw(spec_of(1), NARROW, "A chart")
    (path,) = tmp_path.iterdir()
    other = drawings.draw(spec_of(2), NARROW, "A chart")
    (second,) = set(tmp_path.iterdir()) - {path}
    second.write_bytes(path.read_bytes())
    assert drawings.draw(spec_of(2), NARROW, "A chart") == other
