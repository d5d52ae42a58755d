"""Rows as CSV for people and their spreadsheets: text always quoted, and never run as a formula.

After OWASP, CSV injection: https://owasp.org/www-community/attacks/CSV_Injection.
"""

import re
from collections.abc import Iterable, Sequence

Cell = str | int | float | None

_FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]")
"""How a text starts that a spreadsheet may run: blanks may stand before the sign, which may be a wide one."""


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Write rows as CSV (RFC 4180); text that could run as a formula gets an apostrophe in front.

    Text is quoted, so that a program that also parts cells at `;` or a tab keeps them whole. None is empty.
    """
    lines = [header, *rows]
    return "".join(f"{','.join(map(_written, line))}\r\n" for line in lines)


def _written(cell: Cell) -> str:
    if isinstance(cell, str):
        inert = f"'{cell}" if _FORMULA.match(cell) else cell
        return '"' + inert.replace('"', '""') + '"'
    return "" if cell is None else str(cell)
