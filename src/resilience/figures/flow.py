"""The flow of records: a box for each step, and beside it what fell away."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from resilience.figures.figure import Figure
from resilience.figures.layers import across, bars, colour, down, encoded, words
from resilience.figures.palette import EDGE, INK, INK_SOFT, SUNK, SURFACE
from resilience.figures.rows import wrapped
from resilience.figures.style import NARROW, SMALL_FONT, WIDE, Size, text_height
from resilience.figures.words import number

PAD = 10
GAP = 26
ARROW = 8
Step = tuple[str, int, tuple[tuple[str, int | None], ...]]
"""What is left, how many, and what fell to the side before the next step, each with its number if known."""


def flow(steps: Sequence[Step], *, title: str, sentence: str, note: str) -> Figure:
    """Draw the steps from top to bottom."""
    return Figure(
        title=title,
        sentence=sentence,
        table=_table(steps),
        chart=_draw(steps, WIDE),
        narrow=_draw(steps, NARROW),
        note=note,
        alt=f"Flow diagram: {title}",
    )


def _table(steps: Sequence[Step]) -> pd.DataFrame:
    rows = []
    for label, n, aside in steps:
        fell = "; ".join(_aside(*each) for each in aside)
        rows.append({"Step": label, "Records": n, "Of these, not in the next step, or noted": fell})
    return pd.DataFrame(rows)


def _aside(what: str, how_many: int | None) -> str:
    return what if how_many is None else f"{what}: {number(how_many)}"


def _draw(steps: Sequence[Step], size: Size) -> alt.LayerChart:
    main = size.width if size.is_narrow else round(size.width * 0.44)
    side_left = 24 if size.is_narrow else main + 40
    side_width = size.width - side_left
    boxes, arrows, y = [], [], 2.0
    for place, (label, n, aside) in enumerate(steps):
        text = wrapped(f"{label}: {number(n)}", main - 2 * PAD, size.font)
        noted = "\n".join(wrapped(_aside(*each), side_width - 2 * PAD, SMALL_FONT) for each in aside)
        tall = text_height(text, size.font) + 2 * PAD
        boxes.append(_box(text, 0, main, y, tall, size.font, is_main=True))
        side_y = y + tall + 6 if size.is_narrow else y
        bottom = y + tall
        if noted:
            side_tall = text_height(noted, SMALL_FONT) + 2 * PAD
            boxes.append(_box(noted, side_left, side_width, side_y, side_tall, SMALL_FONT, is_main=False))
            bottom = max(bottom, side_y + side_tall)
        if place < len(steps) - 1:
            x = 12 if size.is_narrow else main / 2
            arrows.append({"x": x, "from": y + tall, "to": bottom + GAP - 2})
        y = bottom + GAP
    return alt.LayerChart(
        layer=_layers(pd.DataFrame(boxes), pd.DataFrame(arrows), size),
        width=size.width,
        height=round(y - GAP + 4),
        autosize="none",
        padding=0,
    )


def _box(
    text: str, left: float, width: float, top: float, height: float, font: int, is_main: bool
) -> dict[str, object]:
    return {
        "text": text,
        "left": left + 1,
        "right": left + width - 1,
        "top": top,
        "bottom": top + height,
        "text_x": left + PAD,
        "text_y": top + PAD,
        "fill": SURFACE.light if is_main else SUNK.light,
        "ink": INK.light if is_main else INK_SOFT.light,
        "font": font,
    }


def _layers(boxes: pd.DataFrame, arrows: pd.DataFrame, size: Size) -> list[alt.Chart]:
    frames = bars("left", "right").properties(data=boxes)
    outline = alt.Chart(boxes[boxes["fill"] == SURFACE.light]).mark_rect(
        fill="transparent", stroke=EDGE.light, strokeWidth=1.5
    )
    ends = {"x": across("left"), "x2": "right", "y": down("top"), "y2": "bottom"}
    texts = [
        encoded(words("text", "text_x", "text_y", font=font), color=colour("ink")).properties(
            data=boxes[boxes["font"] == font]
        )
        for font in (size.font, SMALL_FONT)
    ]
    shaft = encoded(
        alt.Chart(arrows).mark_rule(color=EDGE.light, strokeWidth=1.5), x=across("x"), y=down("from"), y2="to"
    )
    head = encoded(
        alt.Chart(arrows).mark_point(
            shape="triangle-down", filled=True, size=60, color=EDGE.light, opacity=1
        ),
        x=across("x"),
        y=down("to"),
    )
    return [frames, encoded(outline, **ends), *texts, shaft, head]
