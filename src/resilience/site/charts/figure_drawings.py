"""Number the figures of a page and draw them, once for each width of screen.

Drawings are kept from one build to the next: drawing takes a tenth of a second, and few charts change.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from sphinx.transforms import SphinxTransform
from sphinx.util import logging

from resilience.evidence.saving import write_whole
from resilience.figures.drawing import Spec, draw, drawn_by
from resilience.figures.figure import Payload
from resilience.figures.style import NARROW, WIDE, Size
from resilience.site.charts.node import FigureNode
from resilience.site.site_warnings import SiteWarning

FOLDER = ".drawings"
"""Beside the folder of doctrees, so that they outlive a build that failed."""
SEAL = "\n<!-- "

_log = logging.getLogger(__name__)


class KeptDrawings:
    """A folder of drawings, each named after all that it depends on, with a digest of itself at its end."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def draw(self, spec: Spec, size: Size, label: str) -> str:
        """Draw a chart, or give what was drawn for the same one; raises as `drawing.draw` does."""
        path = self.folder / f"{_digest(spec, size, label)}.svg"
        if path.is_file():
            if kept := _as_written(path):
                return kept
            _log.info("%s/%s is not what was drawn: it is drawn again.", self.folder.name, path.name)
        svg = draw(spec, size, label)
        write_whole(path, svg + _seal(path, svg))
        return svg


def _as_written(path: Path) -> str | None:
    """Give a drawing that was kept; None where it was cut or edited since."""
    text = path.read_bytes().decode("utf-8", "replace")
    svg, mark, _ = text.rpartition(SEAL)
    return svg if mark and text == svg + _seal(path, svg) else None


def _seal(path: Path, svg: str) -> str:
    return f"{SEAL}{hashlib.sha256((path.name + svg).encode()).hexdigest()} -->\n"


def _digest(spec: Spec, size: Size, label: str) -> str:
    parts = json.dumps([SEAL, drawn_by(), spec, size, label], sort_keys=True)
    return hashlib.sha256(parts.encode()).hexdigest()[:32]


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
    """Draw a figure as SVG, narrow and wide; raises ValueError where that can't be done.

    A picture of boxes is not drawn: its page lays it out.
    """
    if payload["boxes"]:
        return []
    name = payload["alt"]
    return [kept.draw(payload["narrow"], NARROW, name), kept.draw(payload["wide"], WIDE, name)]


def _drawings_or_warning(node: FigureNode, kept: KeptDrawings) -> list[str]:
    payload: Payload = node["payload"]
    try:
        return drawings_of(payload, kept)
    except ValueError as error:
        SiteWarning.NOT_DRAWN.warn(payload["title"], error, location=node)
        return []
