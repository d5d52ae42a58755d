"""Charts of rows and columns: where each label, heading and mark goes, so that type never shrinks.

Places are pixels from the top left. A label stands beside its mark on a wide chart, above it on a narrow one.
"""

import textwrap
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from resilience.figures.style import SMALL_FONT, Size, line_height, text_height

LABEL_SHARE = 0.4
MARK_HEIGHT = 18
GAP = 12
# Type looks level with its mark when it stands this much lower.
NUDGE = 2
# Share of the size of type; generous, so that wide letters fit too.
LETTER_WIDTH = 0.52
# Between a label and the marks right of it; a line of wide letters may run into it.
LABEL_MARGIN = 14
GUTTER = 8


@dataclass(frozen=True)
class Rows:
    """Rows in their places."""

    frame: pd.DataFrame
    """The rows given, with `label_text`, `label_y`, `below_y`, `top`, `middle` and `bottom`."""
    headings: pd.DataFrame
    """`heading` and `y` of each group of rows."""
    height: float
    left: int
    """Where marks may start."""
    size: Size


def wrapped(text: str, width: float, font: int, *, cut_words: bool = True) -> str:
    """Break text into lines that fit a width, within words where there is no other way."""
    letters = max(int(width / (LETTER_WIDTH * font)), 1)
    return "\n".join(textwrap.wrap(text, letters, break_long_words=cut_words)) or text


def mark_start(size: Size) -> int:
    """Give the left end of the marks."""
    return 0 if size.is_narrow else round(size.width * LABEL_SHARE)


def label_room(size: Size) -> int:
    """Give the width that a label may take."""
    return size.width if size.is_narrow else mark_start(size) - LABEL_MARGIN


def place_rows(
    frame: pd.DataFrame,
    size: Size,
    *,
    group: str | None = None,
    start: float = 4,
    mark: int = MARK_HEIGHT,
    lines_below: int = 0,
) -> Rows:
    """Place rows by their column `label` from `start` down, with a heading where the group changes.

    `lines_below` keeps lines of small type free under each label.
    """
    placed: list[dict[Hashable, Any]] = []
    headings: list[dict[str, Any]] = []
    y, current = start, None
    for row in frame.to_dict("records"):
        if group and row[group] != current:
            current = row[group]
            y += GAP if headings else 0
            heading = wrapped(str(row[group]), size.width, size.font)
            headings.append({"heading": heading, "y": y})
            y += text_height(heading, size.font) + GAP / 2
        text = wrapped(str(row["label"]), label_room(size), size.font)
        place, end = _place(text, y, size, mark, lines_below)
        placed.append({**row, **place})
        y = end + GAP
    heads = pd.DataFrame(headings, columns=["heading", "y"])
    return Rows(pd.DataFrame(placed), heads, y - GAP + 4, mark_start(size), size)


def _place(text: str, y: float, size: Size, mark: int, lines_below: int) -> tuple[dict[Hashable, Any], float]:
    label_height = text_height(text, size.font)
    tall = label_height + lines_below * line_height(SMALL_FONT)
    if size.is_narrow:
        label_y, top = y, y + tall + 3
    else:
        label_y, top = y + max(mark - tall, 0) / 2 + NUDGE, y + max(tall - mark, 0) / 2
    bottom = top + mark
    place: dict[Hashable, Any] = {
        "label_text": text,
        "label_y": label_y,
        "below_y": label_y + label_height,
        "top": top,
        "middle": (top + bottom) / 2,
        "bottom": bottom,
    }
    return place, max(bottom, label_y + tall)


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
        return max(text_height(text, SMALL_FONT) for text in self.texts) + 12

    def left(self, place: int) -> float:
        """Give the left end of a column."""
        return mark_start(self.size) + place * self._pitch

    @property
    def _pitch(self) -> float:
        return (self.size.width - mark_start(self.size) + GUTTER) / len(self.headings)

    @property
    def texts(self) -> list[str]:
        """Give the headings, broken into lines that fit."""
        return [wrapped(heading, self.width, SMALL_FONT, cut_words=False) for heading in self.headings]
