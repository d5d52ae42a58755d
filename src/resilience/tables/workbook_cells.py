"""The cells of a workbook as the texts that a spreadsheet would save as CSV.

Numbers come with all digits that the workbook has, percents with their sign, dates as 2026-11-30, errors as
`#N/A`.
"""

import datetime
import re
from decimal import Decimal
from typing import Any

FORMULA = "f"
"""The type of a cell that has a formula."""
LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
"""What the format of a number shows as it stands."""


def text_of(cell: Any) -> str:
    """Write the value of a cell; nothing where it is empty."""
    match cell.value:
        case None:
            return ""
        case bool(value):
            return str(value).upper()
        case int() | float() as value:
            return _percent(value) if _is_percent(cell.number_format) else str(value)
        case datetime.datetime(hour=0, minute=0, second=0, microsecond=0) as value:
            return value.date().isoformat()
        case value:
            return str(value)


def _is_percent(number_format: str) -> bool:
    return "%" in number_format and "%" in LITERAL.sub("", number_format)


def _percent(value: float) -> str:
    percent = Decimal(str(value)) * 100
    return f"{percent.normalize():f}%"
