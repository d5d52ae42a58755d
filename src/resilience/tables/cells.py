"""A value of one format as another writes it."""

import json
from collections.abc import Mapping
from typing import Any

from resilience.tables.table import Cell


class Numeral(str):
    """A number as it was written, for no float or int keeps all that JSON may say."""

    __slots__ = ()


def as_text(cell: Cell) -> str:
    """Write a value as the text in a cell of a table."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool | Mapping | list):
        return as_json(cell)
    return "" if cell is None else _plain(cell)


def as_json(cell: Cell) -> str:
    """Write a value as JSON; a number keeps its digits, and what is not a number becomes null."""
    if isinstance(cell, Numeral):
        return str(cell)
    if isinstance(cell, Mapping):
        return f"{{{', '.join(f'{json.dumps(str(key))}: {as_json(part)}' for key, part in cell.items())}}}"
    if isinstance(cell, list | tuple):
        return f"[{', '.join(map(as_json, cell))}]"
    if isinstance(cell, float) and not _finite(cell):
        return "null"
    if cell is None or isinstance(cell, str | bool | int | float):
        return json.dumps(cell, ensure_ascii=False)
    return json.dumps(_plain(cell), ensure_ascii=False)


def _finite(number: float) -> bool:
    return number - number == 0


def _plain(value: Any) -> str:
    """Write a date or a time as ISO 8601 does, bytes in hexadecimal, and anything else as Python does."""
    if isinstance(value, bytes):
        return value.hex()
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)
