"""A JSON text read value by value, so that a long file needs no more memory than its longest value."""

import json
import re
from json import JSONDecodeError
from typing import Any

from resilience.tables.table import Numeral, TableFault
from resilience.tables.text_rows import MOST_IN_A_ROW, Blocks

_BLANKS = re.compile(r"[ \t\r\n]*")
_NEAR_THE_END = 12
"""Characters, of which no word of JSON has as many: a fault this near to what is not read yet may be none."""
_DECODER = json.JSONDecoder(parse_int=Numeral, parse_float=Numeral, parse_constant=lambda _: None)


class JsonText:
    """Where a reader stands in a JSON text; numbers keep their digits, and what is not a number is None."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = iter(blocks)
        self._text = ""
        self._at = 0
        self._cut_to = 0
        self._lines_cut = 0

    @property
    def line(self) -> int:
        """The number of the line."""
        return self._line_of(self._at)

    def sign(self) -> str:
        """Give the next character that is no blank, none at the end; what follows starts with it."""
        while True:
            blanks = _BLANKS.match(self._text, self._at)
            self._at = blanks.end() if blanks else self._at
            if self._at < len(self._text) or not self._more():
                return self._text[self._at : self._at + 1]

    def pass_sign(self, *wanted: str) -> str:
        """Go past one of some characters, and give it; a `TableFault` where another follows."""
        found = self.sign()
        if found not in wanted or not found:
            raise self.fault(f"expecting {' or '.join(map(repr, wanted))}")
        self._at += 1
        return found

    def value(self) -> Any:
        """Read the next value; a `TableFault` where none follows."""
        self.sign()
        while True:
            try:
                found, end = _DECODER.raw_decode(self._text, self._at)
            except JSONDecodeError as error:
                if not self._may_be_cut(error) or not self._more():
                    raise self.fault(error.msg, error.pos) from None
            except RecursionError:
                raise self.fault("too deeply nested") from None
            else:
                # A number may go on in what is not read yet.
                if end <= len(self._text) - _NEAR_THE_END or not self._more():
                    self._at = end
                    return found

    def cut(self) -> str:
        """Give the text from where the last cut was to here."""
        found = self._text[self._cut_to : self._at]
        self._lines_cut += found.count("\n")
        self._cut_to = self._at
        return found

    def fault(self, reason: str, at: int | None = None) -> TableFault:
        """Say that the text is no JSON at some place."""
        return TableFault(
            f"The file is not JSON here ({reason}). Get it again, or say --format jsonl where each line "
            "is an object of its own.",
            self._line_of(self._at if at is None else at),
        )

    def _line_of(self, at: int) -> int:
        return 1 + self._lines_cut + self._text.count("\n", self._cut_to, at)

    def _may_be_cut(self, error: JSONDecodeError) -> bool:
        """Tell whether a fault may be that the text is not read to the end of the value."""
        return error.msg.startswith("Unterminated string") or error.pos > len(self._text) - _NEAR_THE_END

    def _more(self) -> bool:
        """Read on; nothing where the text has ended."""
        if len(self._text) - self._at > MOST_IN_A_ROW:
            raise TableFault(
                f"The value that starts here has more than {MOST_IN_A_ROW:,} characters. "
                "Look for a quotation mark or a bracket that is missing.",
                self.line,
            )
        block = next(self._blocks, "")
        if block:
            self._text = self._text[self._cut_to :] + block
            self._at, self._cut_to = self._at - self._cut_to, 0
        return bool(block)
