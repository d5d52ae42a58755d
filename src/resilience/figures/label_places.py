"""Where the label of each point on a map goes, so that it covers as little else as can be."""

from itertools import product

import pandas as pd

from resilience.figures.style import SMALL_FONT, line_height

DOT = 10
"""Half the width of a dot, pixels."""
LETTER = 7
FURTHER = (0, 9)
"""How much further from its dot a label may stand where it finds no room beside it, pixels."""
OUTSIDE = 100
"""What a pixel outside the map costs, in pixels of other things covered."""

Box = tuple[float, float, float, float]


def label_places(dots: pd.DataFrame, width: float) -> dict[str, list[float]]:
    """Give `label_x`, `label_y`, the middle of the `label` of each dot at `x`, `y` on a map of some width.

    A label goes where it covers no dot and no other label, else where it covers least.
    """
    taken = [(x - DOT, x + DOT, y - DOT, y + DOT) for x, y in zip(dots["x"], dots["y"], strict=True)]
    xs, ys = [], []
    for x, y, label in zip(dots["x"], dots["y"], dots["label"], strict=True):
        half = len(str(label)) * LETTER / 2
        spots = [
            (x + side * (DOT + 2 + half + more), y + up * (DOT + line_height(SMALL_FONT) / 2 + more))
            for more, (up, side) in product(FURTHER, ((0, 1), (0, -1), *product((1, -1), (0, 1, -1))))
        ]
        boxes = [_box(spot, half) for spot in spots]
        costs = [_cost(box, taken, width) for box in boxes]
        best = costs.index(min(costs))
        taken.append(boxes[best])
        xs.append(spots[best][0])
        ys.append(spots[best][1])
    return {"label_x": xs, "label_y": ys}


def _box(spot: tuple[float, float], half: float) -> Box:
    tall = line_height(SMALL_FONT) / 2 - 1
    return spot[0] - half, spot[0] + half, spot[1] - tall, spot[1] + tall


def _cost(box: Box, taken: list[Box], width: float) -> float:
    """Give the area that a label would share with what is there, in square pixels; outside is dear."""
    shared = sum(
        max(min(box[1], other[1]) - max(box[0], other[0]), 0.0)
        * max(min(box[3], other[3]) - max(box[2], other[2]), 0.0)
        for other in taken
    )
    outside = max(-box[0], 0.0) + max(box[1] - width, 0.0)
    return shared + outside * OUTSIDE
