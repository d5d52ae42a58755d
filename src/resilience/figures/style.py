"""The look of every chart: two sizes, type, and colours that the page turns dark."""

from typing import Any, NamedTuple

from resilience.figures.palette import ACCENT, EDGE, INK, INK_SOFT, LINE


class Size(NamedTuple):
    """A width in pixels that a chart is drawn for, and its size of type."""

    name: str
    width: int
    font: int

    @property
    def is_narrow(self) -> bool:
        """Say whether labels must stand above marks rather than beside them."""
        return self.name == "narrow"


def line_height(font: int) -> int:
    """Give the height of a line of type."""
    return round(font * 1.3)


def text_height(text: str, font: int) -> int:
    """Give the height of a text with all its lines."""
    return (text.count("\n") + 1) * line_height(font)


# The column of text on a screen of 320 px, where nothing is scaled down.
NARROW = Size("narrow", 284, 13)
WIDE = Size("wide", 680, 14)

SMALL_FONT = 12
# Type is measured here as Arial; the page draws it in its own font, so no layout may hang on the measure.
FONT = "Arial, sans-serif"

CONFIG: dict[str, Any] = {
    # The page names the whole chart; its numbers are in the table.
    "aria": False,
    "background": "transparent",
    "font": FONT,
    "padding": 6,
    "view": {"stroke": None},
    "text": {"color": INK.light, "fontSize": SMALL_FONT},
    "point": {"color": ACCENT.light},
    "rect": {"color": ACCENT.light},
    "bar": {"color": ACCENT.light},
    "line": {"color": ACCENT.light},
    "rule": {"color": EDGE.light},
    "range": {"category": [ACCENT.light]},
    "axis": {
        "domainColor": EDGE.light,
        "gridColor": LINE.light,
        "tickColor": EDGE.light,
        "labelColor": INK_SOFT.light,
        "labelFontSize": SMALL_FONT,
        "titleColor": INK_SOFT.light,
        "titleFontSize": SMALL_FONT,
        "titleFontWeight": "normal",
    },
    "header": {"labelColor": INK.light, "labelFontSize": SMALL_FONT, "titleColor": INK.light},
    "legend": {
        "labelColor": INK.light,
        "labelFontSize": SMALL_FONT,
        "titleColor": INK.light,
        "titleFontSize": SMALL_FONT,
    },
}
