"""Number the figures of a page and draw them, once for each width of screen."""

from typing import Any

from sphinx.transforms import SphinxTransform
from sphinx.util import logging

from resilience.figures.figure import Payload
from resilience.figures.style import NARROW, WIDE
from resilience.site.charts.kept import KeptDrawings
from resilience.site.charts.node import FigureNode

FOLDER = ".drawings"
"""Beside the folder of doctrees, so that they outlive a build that failed."""

logger = logging.getLogger(__name__)


class DrawFigures(SphinxTransform):
    """Draw each figure while its page is read, so that pages can be written again without it."""

    default_priority = 500

    def apply(self, **kwargs: Any) -> None:
        """Give each figure its number and its drawings; one that can't be drawn is a warning."""
        figures = list(self.document.findall(FigureNode))
        kept = KeptDrawings(self.env.doctreedir.with_name(FOLDER))
        for number, node in enumerate(figures, start=1):
            node["number"] = number
            node["drawings"] = _drawings_or_warning(node, kept)
        if figures:
            self.env.metadata[self.env.current_document.docname]["has_figures"] = True


def drawings_of(payload: Payload, kept: KeptDrawings) -> list[str]:
    """Draw a figure as SVG, narrow and wide; raises ValueError where that can't be done."""
    name = payload["alt"]
    return [kept.draw(payload["narrow"], NARROW, name), kept.draw(payload["wide"], WIDE, name)]


def _drawings_or_warning(node: FigureNode, kept: KeptDrawings) -> list[str]:
    payload: Payload = node["payload"]
    try:
        return drawings_of(payload, kept)
    except ValueError as error:
        logger.warning(
            "The figure '%s' can't be drawn: %s", payload["title"], error, type="figure", location=node
        )
        return []
