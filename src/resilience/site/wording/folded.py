"""Bring a rendered text into the form in which it is read once for all pages that say the same."""

from collections.abc import Iterator, Mapping, Sequence

from resilience.site.wording.slots import FIRST, LAST, TOKEN


class Folded:
    """A text with its slots numbered anew, and rows of a table that differ only in their values told once."""

    def __init__(self, text: str, values: Sequence[object]) -> None:
        """Take a text and all values of its page."""
        self.values: dict[int, object] = {}
        self.further: dict[int, list[dict[int, object]]] = {}
        """The slots of more rows, under the first slot of the row that stands for them."""
        self._all = values
        self._numbers: dict[str, int] = {}
        self.text = "\n".join(self._lines(text))

    def _lines(self, text: str) -> Iterator[str]:
        form, row = "", list[str]()
        for line in text.split("\n"):
            tokens = list(dict.fromkeys(TOKEN.findall(line)))
            is_row = line.startswith("|") and bool(tokens) and self._numbers.keys().isdisjoint(tokens)
            last_form, form = form, _form(line, tokens) if is_row else ""
            if is_row and form == last_form:
                slots = {
                    self._numbers[slot]: self._all[int(token)]
                    for slot, token in zip(row, tokens, strict=True)
                }
                self.further.setdefault(self._numbers[row[0]], []).append(slots)
            else:
                row = tokens
                yield self._told(line, tokens)

    def _told(self, line: str, tokens: Sequence[str]) -> str:
        for token in tokens:
            number = self._numbers.setdefault(token, len(self._numbers))
            self.values[number] = self._all[int(token)]
        return _numbered(line, self._numbers)


def _form(line: str, tokens: Sequence[str]) -> str:
    return _numbered(line, {token: place for place, token in enumerate(tokens)})


def _numbered(line: str, numbers: Mapping[str, int]) -> str:
    return TOKEN.sub(lambda token: f"{FIRST}{numbers[token[1]]}{LAST}", line)
