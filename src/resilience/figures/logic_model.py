"""A logic model: what people did, what they found, what studies measured, and how sure each step is."""

from collections.abc import Sequence
from typing import NamedTuple

import altair as alt
import pandas as pd

from resilience.figures.figure import Figure
from resilience.figures.layers import across, colour, down, encoded, words
from resilience.figures.palette import ACCENT, EDGE, INK, SURFACE
from resilience.figures.rows import wrapped
from resilience.figures.style import NARROW, SMALL_FONT, WIDE, Size, text_height

PAD = 9
GUTTER = 10
ARROW_X = 16
HEAD = 10
GAP = 8


class Stage(NamedTuple):
    """A row of boxes under a heading."""

    heading: str
    boxes: Sequence[str]


class Arrow(NamedTuple):
    """The step from one stage to the next: how sure it is, and whether no study stands behind it."""

    strength: str
    is_unstudied: bool


def logic_model(
    stages: Sequence[Stage],
    arrows: Sequence[Arrow],
    table: pd.DataFrame,
    *,
    title: str,
    sentence: str,
    note: str,
) -> Figure:
    """Draw stages from top to bottom, with an arrow between each two that says how sure the step is.

    An arrow without a study behind it is dashed. `table` holds one row a step. Raises ValueError where
    arrows do not fit between the stages.
    """
    if len(arrows) != len(stages) - 1:
        raise ValueError(f"{len(stages)} stages need {len(stages) - 1} arrows, not {len(arrows)}.")
    return Figure(
        title=title,
        sentence=sentence,
        table=table,
        chart=_draw(stages, arrows, WIDE),
        narrow=_draw(stages, arrows, NARROW),
        note=note,
        alt=f"Logic model: {title}",
    )


def _draw(stages: Sequence[Stage], arrows: Sequence[Arrow], size: Size) -> alt.LayerChart:
    texts, boxes, shafts, y = [], [], [], 2.0
    for place, stage in enumerate(stages):
        texts.append(_text(stage.heading, 0, y, "bold", ACCENT.light))
        y += text_height(stage.heading, SMALL_FONT) + 4
        own, y = _boxes(stage.boxes, y, size)
        boxes += own
        if place < len(arrows):
            said = wrapped(arrows[place].strength, size.width - ARROW_X - 20, SMALL_FONT)
            end = y + max(text_height(said, SMALL_FONT), 24) + 2 * GAP
            shafts.append(
                {"x": ARROW_X, "from": y + 3, "to": end - HEAD, "is_dashed": arrows[place].is_unstudied}
            )
            texts.append(_text(said, ARROW_X + 18, y + GAP, "normal", INK.light))
            y = end + 2
    return alt.LayerChart(
        layer=_layers(pd.DataFrame(texts), pd.DataFrame(boxes), pd.DataFrame(shafts)),
        width=size.width,
        height=round(y + 3),
        autosize="none",
        padding=0,
    )


def _boxes(labels: Sequence[str], top: float, size: Size) -> tuple[list[dict[str, object]], float]:
    columns = min(2 if size.is_narrow else 3, len(labels))
    width = (size.width - GUTTER * (columns - 1)) / columns
    boxes: list[dict[str, object]] = []
    for first in range(0, len(labels), columns):
        row = [wrapped(text, width - 2 * PAD, SMALL_FONT) for text in labels[first : first + columns]]
        tall = max(text_height(text, SMALL_FONT) for text in row) + 2 * PAD
        for place, text in enumerate(row):
            left = place * (width + GUTTER) + 1
            boxes.append(
                {
                    "left": left,
                    "right": left + width - 2,
                    "top": top,
                    "bottom": top + tall,
                    "text": text,
                    "x": left + PAD,
                    "y": top + PAD,
                }
            )
        top += tall + GUTTER
    return boxes, top - GUTTER


def _text(text: str, x: float, y: float, weight: str, ink: str) -> dict[str, object]:
    return {"text": text, "x": x, "y": y, "weight": weight, "ink": ink}


def _layers(texts: pd.DataFrame, boxes: pd.DataFrame, shafts: pd.DataFrame) -> list[alt.Chart]:
    ends = {"x": across("left"), "x2": "right", "y": down("top"), "y2": "bottom"}
    frames = alt.Chart().mark_rect(fill=SURFACE.light, stroke=EDGE.light, strokeWidth=1.5)
    written = [
        encoded(words("text", "x", "y", fontWeight=weight), color=colour("ink")).properties(data=group)
        for weight, group in texts.groupby("weight")
    ]
    heads = alt.Chart().mark_point(shape="triangle-down", filled=True, size=90, color=ACCENT.light, opacity=1)
    lines = [
        encoded(
            alt.Chart().mark_rule(
                color=ACCENT.light, strokeWidth=2, strokeDash=[5, 4] if is_dashed else [1, 0]
            ),
            x=across("x"),
            y=down("from"),
            y2="to",
        ).properties(data=group)
        for is_dashed, group in shafts.groupby("is_dashed")
    ]
    return [
        encoded(frames, **ends).properties(data=boxes),
        words("text", "x", "y").properties(data=boxes),
        *written,
        *lines,
        encoded(heads, x=across("x"), y=down("to")).properties(data=shafts),
    ]
