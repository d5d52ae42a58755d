"""What stands where in a chart of rows, read from its drawing instructions."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from resilience.figures.drawing import Spec
from resilience.figures.palette import INK
from resilience.figures.row_layout import LETTER_WIDTH
from resilience.figures.style import SMALL_FONT

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "effects.yml").read_text())


def datasets(spec: Spec) -> list[list[dict[str, Any]]]:
    """Give all rows of data of a chart."""
    return list(spec["datasets"].values())


def marks(spec: Spec) -> list[dict[str, Any]]:
    """Give the marks, from the top down."""
    return [row for rows in datasets(spec) for row in rows if "low_x" in row]


def ticks(spec: Spec) -> list[dict[str, Any]]:
    """Give the ticks, from left to right."""
    found = [row for rows in datasets(spec) for row in rows if "tick" in row]
    return sorted(found, key=lambda row: row["tick_x"])


def no_effect(spec: Spec) -> float:
    """Give the pixel of the line of no effect."""
    for layer in spec["layer"]:
        if layer["mark"].get("type") == "rule" and layer["mark"].get("color") == INK.light:
            x = layer["encoding"]["x"]
            return float(
                x["value"] if "value" in x else spec["datasets"][layer["data"]["name"]][0][x["field"]]
            )
    raise AssertionError("There is no line of no effect.")


def texts(spec: Spec) -> list[str]:
    """Give all words of a chart."""
    return [
        value for rows in datasets(spec) for row in rows for value in row.values() if isinstance(value, str)
    ]


def runs_over(spec: Spec) -> list[tuple[str, str]]:
    """Name words of a chart of rows that cover others, or run out of it: ticks, rows, numbers, the title."""
    drawn, width = marks(spec), spec["width"]
    found = [
        (one["tick"], other["tick"])
        for one, other in pairwise(ticks(spec))
        if one["tick_x"] + _length(one["tick"]) / 2 > other["tick_x"] - _length(other["tick"]) / 2
    ]
    found += [
        (one["label"], other["label"]) for one, other in pairwise(drawn) if one["bottom"] > other["top"]
    ]
    if "below_y" not in drawn[0]:
        right = max(row["tick_x"] for row in ticks(spec))
        found += [("axis", row["numbers"]) for row in drawn if right + _length(row["numbers"]) > width]
    titles = [line for rows in datasets(spec) for row in rows for line in row.get("title", "").split("\n")]
    return found + [("edge", line) for line in titles if _length(line) > width]


def _length(text: str) -> float:
    return len(text) * LETTER_WIDTH * SMALL_FONT
