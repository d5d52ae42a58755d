"""Charts as SVG: well-formed whatever the text, in the page's colours, never too wide."""

from xml.etree import ElementTree

import altair as alt
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resilience.figures.counts import counts
from resilience.figures.drawing import draw, fitted
from resilience.figures.style import NARROW, WIDE, Size

ANY_TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40)
MARKUP = '</text><script>alert(1)</script><img src=x onerror="alert(2)"> & \' "'


def svg_of(label: str, size: Size = NARROW) -> ElementTree.Element:
    frame = pd.DataFrame({"label": [label, "Other"], "n": [3, 5]})
    payload = counts(frame, title=label + ".", kind="kind", thing="thing", things="things").payload()
    spec = payload["narrow"] if size is NARROW else payload["wide"]
    return ElementTree.fromstring(draw(spec, size, payload["alt"]))


@settings(max_examples=40, deadline=None)
@given(ANY_TEXT)
def test_no_text_breaks_out_of_a_drawing(text: str) -> None:
    known = {f"{{http://www.w3.org/2000/svg}}{tag}" for tag in ("svg", "g", "path", "line", "text", "tspan")}
    assert {element.tag for element in svg_of(text).iter()} <= known


def test_markup_in_a_label_is_read_as_text() -> None:
    written = " ".join("".join(element.itertext()) for element in svg_of(MARKUP, WIDE).iter())
    assert "<script>alert(1)</script>" in written


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=lambda size: size.name)
def test_a_drawing_is_one_named_image_of_its_size(size: Size) -> None:
    root = svg_of("Bars & more", size)
    assert root.get("role") == "img"
    assert root.get("aria-label") == "Bar chart: Bars & more."
    assert root.get("width") == str(size.width)
    assert root.get("class") == f"figure-{size.name}"


def test_a_drawing_leaves_type_to_the_page_and_has_no_names_that_could_meet_others() -> None:
    for element in svg_of("A", WIDE).iter():
        assert not {"font-family", "id", "clip-path", "style"} & set(element.attrib)


def test_a_chart_that_is_too_wide_is_an_error_that_says_what_to_do() -> None:
    chart = alt.Chart(pd.DataFrame({"x": [1]})).mark_point().encode(x="x:Q").properties(width=700)
    with pytest.raises(ValueError, match="wide, and 284 px are there"):
        draw(fitted(chart.to_dict(), NARROW), NARROW, "")


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=lambda size: size.name)
def test_a_chart_without_a_width_is_fitted(size: Size) -> None:
    frame = pd.DataFrame({"place": ["A long name of a place", "B"], "n": [1, 2]})
    chart = alt.Chart(frame).mark_bar().encode(x="n:Q", y="place:N")
    root = ElementTree.fromstring(draw(fitted(chart.to_dict(), size), size, ""))
    assert size.width * 0.9 <= float(root.attrib["width"]) <= size.width
