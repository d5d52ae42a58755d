"""Take characters out of text that no page can show and that would stop the build."""

import re
from typing import TypeVar

Part = TypeVar("Part")

# All that XML doesn't allow; Vega's SVG writer ends the whole process over one.
ILLEGIBLE = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


def legible(part: Part) -> Part:
    """Give a value as JSON can hold it, with all text in it legible."""
    return _legible(part)  # type: ignore[return-value]


def _legible(part: object) -> object:
    if isinstance(part, str):
        return ILLEGIBLE.sub("", part)
    if isinstance(part, dict):
        return {_legible(key): _legible(value) for key, value in part.items()}
    return [_legible(item) for item in part] if isinstance(part, list) else part
