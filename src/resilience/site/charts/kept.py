"""Drawings kept from one build to the next: drawing takes a tenth of a second, and few charts change."""

import hashlib
import json
from pathlib import Path

from resilience.evidence.atomic import write_whole
from resilience.figures.drawing import Spec, draw, drawn_by
from resilience.figures.style import Size


class KeptDrawings:
    """A folder of drawings, each named after all that it depends on."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def draw(self, spec: Spec, size: Size, label: str) -> str:
        """Draw a chart, or give what was drawn for the same one; raises as `drawing.draw` does."""
        path = self.folder / f"{_digest(spec, size, label)}.svg"
        if path.is_file():
            return path.read_text(encoding="utf-8")
        svg = draw(spec, size, label)
        write_whole(path, svg)
        return svg


def _digest(spec: Spec, size: Size, label: str) -> str:
    parts = json.dumps([drawn_by(), spec, size, label], sort_keys=True)
    return hashlib.sha256(parts.encode()).hexdigest()[:32]
