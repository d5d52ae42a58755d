"""Charts of rows and columns: where each column stands, and its heading."""

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from resilience.figures.layers import words
from resilience.figures.rows import mark_start, wrapped
from resilience.figures.style import SMALL_FONT, Size, text_height

GUTTER = 8


@dataclass(frozen=True)
class Columns:
    """Columns of one width, right of the labels (or under them on a narrow chart)."""

    headings: Sequence[str]
    size: Size

    @property
    def width(self) -> float:
        """Give the width of a column without the space between columns."""
        return self._pitch - GUTTER

    @property
    def height(self) -> int:
        """Give the height of the headings."""
        return max(text_height(text, SMALL_FONT) for text in self._texts) + 12

    def left(self, place: int) -> float:
        """Give the left end of a column."""
        return mark_start(self.size) + place * self._pitch

    def layer(self) -> alt.Chart:
        """Write the headings."""
        lefts = [round(self.left(place), 1) for place in range(len(self.headings))]
        tops = [self.height - 8 - text_height(text, SMALL_FONT) for text in self._texts]
        frame = pd.DataFrame({"heading": self._texts, "x": lefts, "y": tops})
        return words("heading", "x", "y").properties(data=frame)

    @property
    def _pitch(self) -> float:
        return (self.size.width - mark_start(self.size) + GUTTER) / len(self.headings)

    @property
    def _texts(self) -> list[str]:
        return [wrapped(heading, self.width, SMALL_FONT, cut_words=False) for heading in self.headings]
