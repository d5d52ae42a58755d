"""Any file of the evidence, before its format matters: links, size, encoding and characters that deceive."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from resilience.checks.problem import Code, Problem
from resilience.evidence.shared import Shared, Unshared
from resilience.records.plain import HIDDEN, UNSEEN, first_hidden
from resilience.tables import other_content

E101 = Code(
    "E101",
    "A symbolic link",
    "A link may point out of the repository, and does not work on every machine.",
    "Put a plain file in its place.",
    "studies/mead-2010.yml -> /etc/passwd",
)
E102 = Code(
    "E102",
    "A very large file",
    "A record is a page or two of text; above 1 MB it is a slip or an attack, and so is a table above 20 MB.",
    "Keep to the record itself, and cite the rest.",
    "a record of 2 MB",
)
E103 = Code(
    "E103",
    "Not UTF-8",
    "Text in another encoding turns into wrong letters for somebody.",
    "Save the file again as UTF-8.",
    "a file saved as Latin-1 or UTF-16",
)
E104 = Code(
    "E104",
    "A byte order mark",
    "Some programs take the invisible mark for a part of the first word.",
    "Save the file as UTF-8 without BOM.",
    "an invisible U+FEFF before the first word",
)
E105 = Code(
    "E105",
    "An invisible or steering character",
    "Such characters can make a text look different from what it is.",
    "Delete it, or type the text again.",
    "a right-to-left override (U+202E) in a title",
)
E106 = Code(
    "E106",
    "A mark of an unsettled merge",
    "Two versions of the text stand in the file, and a person must choose.",
    "Keep the right version and delete the mark lines.",
    "<<<<<<< HEAD",
)
W107 = Code(
    "W107",
    "Spaces and hyphens that look like others",
    "No search and no matcher finds the words around a no-break space or a soft hyphen.",
    "Run `resilience check --fix`, or type the text again.",
    "a soft hyphen (U+00AD) in `environ-ment`, copied from a PDF",
)
MAX_BYTES = 1_000_000
MAX_BYTES_OF_MANY = 20_000_000
"""Of a table or bibliography, which grows with the number of records: room for 30,000 of them."""
OF_MANY = (".csv", ".bib")
_MERGE_MARK = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?\r?$|^={7}\r?$", re.MULTILINE)


def read_text(path: Path, shown: str, shared: Shared | None = None) -> tuple[str | None, list[Problem]]:
    """Read a file as text, or give None and the reasons why it can't be trusted.

    `shared` holds what was found in files of the same name that say the same.
    """
    refused = next(_refusals(path, shown), None)
    if refused:
        return None, [refused]
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if path.suffix == ".csv" and (other := other_content(raw)):
            return None, [E103.found(shown, 1, other.said, mend=other.mend)]
        line = raw[: error.start].count(b"\n") + 1
        message = f"the byte 0x{raw[error.start]:02x} is not UTF-8"
        return None, [E103.found(shown, line, message)]
    found = (shared or Unshared()).once(("characters", shown, text), lambda: tuple(_characters(text, shown)))
    return text.removeprefix("\ufeff"), list(found)


def _refusals(path: Path, shown: str) -> Iterator[Problem]:
    if path.is_symlink():
        yield E101.found(shown, 1, "this is a symbolic link")
        return
    size, most = path.stat().st_size, MAX_BYTES_OF_MANY if path.suffix in OF_MANY else MAX_BYTES
    if size > most:
        yield E102.found(shown, 1, f"the file has {size:,} bytes, above {most:,}")


def _characters(text: str, shown: str) -> Iterator[Problem]:
    if text.startswith("\ufeff"):
        yield E104.found(shown, 1, "the file starts with a byte order mark")
        text = text[1:]
    for line, match in lines_with(HIDDEN, text) if first_hidden(text) else ():
        yield E105.found(shown, line, f"the character U+{ord(match[0]):04X} can't be seen")
    if shown.endswith(".yml"):
        yield from _look_alikes(text, shown)
    # The first mark leads to the others.
    if first := next(lines_with(_MERGE_MARK, text), None):
        line, match = first
        yield E106.found(shown, line, f"the line {match[0][:7]} is left from a merge")


def _look_alikes(text: str, shown: str) -> Iterator[Problem]:
    """Report each such character once a file, at its first line: whoever pastes from a PDF has hundreds."""
    lines: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(text.split("\n"), start=1) if UNSEEN.search(text) else ():
        for character in dict.fromkeys(UNSEEN.findall(line)):
            lines[character].append(number)
    for character, numbers in lines.items():
        name = unicodedata.name(character, "a character").lower()
        more = f", here and on {len(numbers) - 1} more" if len(numbers) > 1 else ""
        yield W107.found(shown, numbers[0], f"there is a {name} (U+{ord(character):04X}){more}")


def lines_with(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Find the first match on each line, with the line's number."""
    if pattern.search(text):
        for number, line in enumerate(text.split("\n"), start=1):
            if match := pattern.search(line):
                yield number, match
