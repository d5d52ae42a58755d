"""YAML that means something else than it seems, found before any record is made of it."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from resilience.checks.files import E105, lines_with
from resilience.checks.problem import Code, Problem, shortened
from resilience.evidence.yaml_reader import OLD_YAML_TRAP, FlawKind, dotted, read_document, values
from resilience.records.plain import first_hidden

E110 = Code(
    "E110",
    "Nested too deeply",
    "No record goes deeper than a few levels; brackets in brackets are a slip or an attack.",
    "Count the brackets and hyphens.",
    "summary: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
)
E111 = Code(
    "E111",
    "Not readable as YAML",
    "Nothing of the record can be used.",
    "Often a quote or bracket is not closed, the indent differs, or a text with `: ` needs quotes.",
    "summary: Homes: warm and dry",
)
E112 = Code(
    "E112",
    "A tab in the indent",
    "YAML allows only spaces there.",
    "Indent by two spaces.",
    "<tab>- green-space",
)
E113 = Code(
    "E113",
    "A field that stands twice",
    "Programs keep only one of the two, and not the same one.",
    "Keep one.",
    "country: Wales, UK\ncountry: null",
)
E114 = Code(
    "E114",
    "A plain yes, no, on or off",
    "Many programs read it as true or false, so that Norway's `no` gets lost.",
    "Write true or false, or put the word in quotes.",
    "country: no",
)
E115 = Code(
    "E115",
    "A plain date",
    "Many programs turn it into something that is no text.",
    "Put it in quotes: '2026-11-25'.",
    "added: 2026-11-25",
)
E116 = Code(
    "E116",
    "A number that programs read differently",
    "Some read 010 as eight, 1:30 as ninety and 1_000 as a thousand.",
    "Write the number in plain digits, or put the text in quotes.",
    "sample_size: 1_000",
)
E117 = Code(
    "E117",
    "An anchor or alias",
    "A few lines of them can unfold to millions, and nobody sees what a record says.",
    "Write the value out; put a text that starts with & or * in quotes.",
    "comparator: *same",
)
E118 = Code(
    "E118",
    "More than one document",
    "Only the first would be read.",
    "Delete the line `---`; put each record in a file of its own.",
    "---",
)
E119 = Code(
    "E119",
    "A tag",
    "Tags make some programs run code.",
    "Delete it; put a text that starts with ! in quotes.",
    "summary: !!python/name:os.system",
)

_TAB = re.compile(r"^ *\t[ \t]*(?=\S)", re.MULTILINE)
_WORD = re.compile(r"[a-z]+", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d\d?-\d\d?")
_CODES = {
    FlawKind.ANCHOR: E117,
    FlawKind.DEPTH: E110,
    FlawKind.DUPLICATE: E113,
    FlawKind.KEY: E111,
    FlawKind.NUMBER: E116,
    FlawKind.TAG: E119,
}


_CURLY = re.compile(r"^[\s-]*(?:[\w-]+:\s+)?[“”‘]")
_QUOTE = "Put single quotes (') around the whole text, and write each quote inside it twice."
_INDENT = "Fields of one group stand one below the other, and what belongs to a field two spaces further in."
_REASONS = {
    "mapping values are not allowed": ("a second colon stands in the line, or the indent differs", _QUOTE),
    "did not find expected key": (
        "a field was expected",
        f"{_INDENT} A text that starts with a quote ends with one.",
    ),
    "could not find expected ':'": (
        "a field without its colon",
        f"Write the name, a colon and a space. {_INDENT}",
    ),
    "block sequence entries are not allowed": (
        "a list starts behind its field",
        "Put each `- ` on a line of its own below the field; a minus sign has no space after it.",
    ),
    "did not find expected '-' indicator": (
        "an item of a list was expected",
        "Items of one list start with `- `, one below the other.",
    ),
    "did not find expected ',' or ']'": (
        "a list in brackets is not closed",
        "Close it with ], or put a text that starts with [ in quotes.",
    ),
    "did not find expected ',' or '}'": (
        "a group in braces is not closed",
        "Close it with }, or put a text that starts with { in quotes.",
    ),
    "unexpected end of stream": (
        "a quote is not closed",
        "Close it; inside single quotes write each quote twice, as in 'the council''s plan'.",
    ),
    "cannot start any token": ("the text starts with a sign that YAML keeps for itself", _QUOTE),
    "unknown escape character": ("a backslash stands in double quotes", "Use single quotes (') there."),
}
"""The reasons of the reader in plain words, each with its mend."""


def read_yaml(text: str, shown: str) -> tuple[Any, list[Problem], bool]:
    """Give the plain data, the traps in it, and whether the data may be used."""
    found = list(_tabs(text, shown))
    try:
        document = read_document(text)
    except yaml.YAMLError as error:
        return None, found or [_unreadable(error, text, shown)], False
    for flaw in document.flaws:
        message = f"{flaw.kind.value}: {shortened(flaw.what)}"
        # Too deep a place has a path that nobody would read.
        path = flaw.path[:1] if flaw.kind is FlawKind.DEPTH else flaw.path
        found.append(_CODES[flaw.kind].found(shown, flaw.line, message, field=dotted(path)))
    found += _in_tree(document.root, shown)
    return document.data, found, all(flaw.kind is FlawKind.DUPLICATE for flaw in document.flaws)


def _tabs(text: str, shown: str) -> Iterator[Problem]:
    for line, _ in lines_with(_TAB, text):
        yield E112.found(shown, line, "a tab stands in the indent")


def _unreadable(error: yaml.YAMLError, text: str, shown: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else 1
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "the text is broken"
    if "another document" in reason:
        return E118.found(shown, line, "a second document starts here")
    at = text.split("\n")[line - 1 : line]
    words, mend = next(
        (told for part, told in _REASONS.items() if part in reason), (f"({shortened(reason)})", "")
    )
    if at and _CURLY.search(at[0]):
        mend = "Curly quotation marks are letters to YAML: put straight ones (') around the whole text."
    return E111.found(shown, line, f"the file can't be read from here on: {words}", mend=mend)


def _in_tree(root: yaml.Node | None, shown: str) -> Iterator[Problem]:
    for path, value in values(root):
        if not value.style and OLD_YAML_TRAP.match(value.value):
            yield _old_trap(value.value, shown, value.start_mark.line + 1, dotted(path))
        if value.style == '"' and (hidden := first_hidden(value.value)):
            # Characters written as they are were seen in the text already; these are written as escapes.
            message = f"the escape for U+{ord(hidden[0]):04X} can't be seen on a page"
            yield E105.found(shown, value.start_mark.line + 1, message, field=dotted(path))


def _old_trap(value: str, shown: str, line: int, field: str) -> Problem:
    if _WORD.fullmatch(value):
        return E114.found(shown, line, f"many programs read a plain {value} as true or false", field=field)
    if _DATE.match(value):
        message = f"many programs read a plain {value} as a date, not a text"
        return E115.found(shown, line, message, field=field, mend=f"Put it in quotes: '{value}'.")
    return E116.found(shown, line, f"programs differ in how they read a plain {value}", field=field)
