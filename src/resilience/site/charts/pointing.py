"""Where an interactive chart tells more than its picture: many marks, and tooltips beyond what is written."""

from collections.abc import Iterator, Mapping
from typing import Any

from resilience.figures.drawing import Spec
from resilience.figures.figure import Payload

MANY_ROWS = 12
"""With fewer rows the picture and its table are read at once: there is nothing to search by pointing."""


def is_worth_pointing(payload: Payload) -> bool:
    """Say whether a reader learns more by pointing at the marks of a figure than by looking at it."""
    return len(payload["table"]["rows"]) >= MANY_ROWS and tells_more(payload["wide"])


def tells_more(chart: Spec) -> bool:
    """Say whether the tooltips of a chart (Vega-Lite) hold a column that no text in it writes."""
    encodings = list(_encodings(chart))
    written = {_column(one["text"]) for one in encodings if "text" in one}
    told = {_column(tip) for one in encodings for tip in _listed(one.get("tooltip", []))}
    # The words of a row are written in lines: column `label_text` holds those of `label`.
    return any(not {column, f"{column}_text"} & written for column in told)


def _encodings(part: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    if "encoding" in part:
        yield part["encoding"]
    for layer in part.get("layer", []):
        yield from _encodings(layer)


def _listed(tips: Any) -> list[Mapping[str, Any]]:
    return tips if isinstance(tips, list) else [tips]


def _column(channel: Mapping[str, Any]) -> str:
    return str(channel.get("field", ""))
