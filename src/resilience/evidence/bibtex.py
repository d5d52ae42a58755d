"""BibTeX text as entries with their lines: values joined, macros replaced, and each slip told."""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    ImplicitComment,
    ParsingFailedBlock,
    Preamble,
)
from bibtexparser.model import Entry as ParsedEntry

from resilience.evidence.bib_fields import FIELD_NAMES

# What can't be parsed is in the library's failed blocks; it need not be on the terminal too.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)


class Slip(Enum):
    """What can be wrong with the notation of a file."""

    UNREADABLE = "unreadable"
    KEY_TWICE = "key twice"
    SWALLOWED = "swallowed"
    NO_MACRO = "no macro"
    STRAY = "stray"
    PREAMBLE = "preamble"
    UNUSED_MACRO = "unused macro"


class Told(NamedTuple):
    """A slip at its line."""

    slip: Slip
    line: int
    field: str
    """The key of the entry, and the field where it is one."""
    about: str
    mend: str = ""


class BibField(NamedTuple):
    """A field of an entry, as it was named, and its value without braces or quotes around it."""

    written: str
    value: str
    line: int
    raw: str = ""
    """The value as it stands, with its braces, quotes or macros."""


@dataclass(frozen=True)
class BibEntry:
    """An entry as it stands."""

    key: str
    kind: str
    """In small letters."""
    line: int
    fields: tuple[BibField, ...]
    raw: str


class BibText(NamedTuple):
    """All that BibTeX text holds."""

    entries: tuple[BibEntry, ...]
    slips: tuple[Told, ...]
    blocks: tuple[Block, ...]

    @property
    def unreadable(self) -> Told | None:
        """Give the first slip by which something would be lost."""
        return next((told for told in self.slips if told.slip in _LOSING), None)


_LOSING = (Slip.UNREADABLE, Slip.KEY_TWICE, Slip.SWALLOWED, Slip.NO_MACRO)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ONLY_REMARKS = re.compile(r"(?:\s*%.*)*\s*")
_MARK = re.compile(r"(?<!\\)[{}\"]")
_BARE = re.compile(r"[^\s#{}\",]+")
_FIELD_START = re.compile(r"(?:^|[\n,])[ \t]*([A-Za-z][\w-]*)[ \t]*=", re.MULTILINE)
_SWALLOWED = re.compile(r"(?:^|[\s,}])([A-Za-z][\w-]*)\s*=\s*\{|[,\n]\s*([A-Za-z][\w-]*)\s*=\s*\"")
_NUMBER = re.compile(r"[0-9]+(?:[-–][0-9]+)?")


def read_bibtex(text: str) -> BibText:
    """Read BibTeX text block by block; a broken entry does not hide the others."""
    library: Library = parse_string(text, parse_stack=[])
    macros = {name: name for name in _MONTHS}
    used: set[str] = set()
    slips: list[Told] = []
    entries: list[BibEntry] = []
    for string in library.strings:
        value, found = _value(string.value, macros, used)
        macros[string.key.lower()] = value
        line = (string.start_line or 0) + 1
        slips += (Told(slip, line, string.key, about, mend) for slip, about, mend in found)
    for block in library.blocks:
        line = (block.start_line or 0) + 1
        match block:
            case Preamble():
                slips.append(Told(Slip.PREAMBLE, line, "", "nothing here reads a @preamble"))
            case ParsingFailedBlock():
                slips.append(_failed(block, line))
                # An entry whose key is taken can be read all the same.
                if isinstance(block, DuplicateBlockKeyBlock) and isinstance(
                    block.ignore_error_block, ParsedEntry
                ):
                    entries.append(_entry(block.ignore_error_block, line, macros, used, slips))
            case ImplicitComment() if not _ONLY_REMARKS.fullmatch(block.comment):
                slips.append(Told(Slip.STRAY, line, "", block.comment))
            case ParsedEntry():
                entries.append(_entry(block, line, macros, used, slips))
    slips += _unused(library, used)
    return BibText(tuple(entries), tuple(slips), tuple(library.blocks))


def _entry(
    block: ParsedEntry, start: int, macros: dict[str, str], used: set[str], slips: list[Told]
) -> BibEntry:
    fields = []
    for field in block.fields:
        line = start if field.start_line is None else field.start_line + 1
        value, found = _value(str(field.value), macros, used)
        place = f"{block.key}.{' '.join(field.key.split())}"
        slips += (Told(slip, line, place, about, mend) for slip, about, mend in found)
        fields.append(BibField(field.key, value, line, str(field.value)))
    return BibEntry(block.key, block.entry_type, start, tuple(fields), block.raw or "")


_Found = list[tuple[Slip, str, str]]


def _value(raw: str, macros: dict[str, str], used: set[str]) -> tuple[str, _Found]:
    """Join the parts of a value, and say what stands in it or after it that should not."""
    parts: list[str] = []
    rest = raw.strip()
    while True:
        part, rest, found = _part(rest, macros, used)
        parts.append(part)
        if found or not rest.startswith("#"):
            break
        rest = rest[1:].strip()
    if not found and rest:
        found = [_left_over(rest)]
    value = "".join(parts) + (f" {rest}" if rest else "")
    names = (inner[1] or inner[2] for inner in _SWALLOWED.finditer(value))
    known = [name for name in names if name.lower() in FIELD_NAMES]
    return value, found or [_swallowed(name) for name in known[:1]]


def _part(rest: str, macros: dict[str, str], used: set[str]) -> tuple[str, str, _Found]:
    if rest[:1] in ("{", '"'):
        end = _end(rest)
        return rest[1:end], rest[end + 1 :].strip(), []
    bare = _BARE.match(rest)
    word = bare[0] if bare else ""
    after = rest[len(word) :].strip()
    if after and not after.startswith("#") and (inner := _next_field(after)):
        return word, after, [_swallowed(inner)]
    if _NUMBER.fullmatch(word) and (not after or after.startswith("#")):
        return word, after, []
    if word.lower() in macros and (not after or after.startswith("#")):
        used.add(word.lower())
        return macros[word.lower()], after, []
    about = f"{_short(rest)} stands without braces" if rest else "nothing stands after the ="
    mend = f"Write {{{_short(rest.strip('“”‘’'))}}}." if rest else "Write the value in braces."
    return word, after, [(Slip.NO_MACRO, about, mend)]


def _end(rest: str) -> int:
    """Find the brace or quote that closes the one at the start."""
    depth = 0
    for match in _MARK.finditer(rest):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth -= 1
            if depth == 0 and rest[0] == "{":
                return match.start()
        elif rest[0] == '"' and match.start() and depth == 0:
            return match.start()
    return len(rest)


def _next_field(rest: str) -> str:
    found = re.match(r"([A-Za-z][\w-]*)\s*=", rest) or re.search(r"\s([A-Za-z][\w-]*)\s*=", rest)
    return found[1] if found else ""


def _left_over(rest: str) -> tuple[Slip, str, str]:
    if name := _next_field(rest):
        return _swallowed(name)
    return Slip.SWALLOWED, f"{_short(rest)} stands after the end of the value", "Move it into the braces."


def _swallowed(name: str) -> tuple[Slip, str, str]:
    about = f"the value runs on into the field {name}"
    return Slip.SWALLOWED, about, f"Close its braces, and put a comma before {name}."


def _failed(block: ParsingFailedBlock, line: int) -> Told:
    match block:
        case DuplicateBlockKeyBlock():
            return Told(Slip.KEY_TWICE, line, block.key, f"the key {block.key} is taken")
        case DuplicateFieldKeyBlock():
            entry = block.ignore_error_block
            key, names = getattr(entry, "key", ""), sorted(block.duplicate_keys)
            at = [
                field.start_line + 1
                for field in getattr(entry, "fields", ())
                if field.key == names[0] and field.start_line is not None
            ]
            about = f"the field {names[0]} stands twice"
            mend = "Delete one of them."
            return Told(Slip.UNREADABLE, at[-1] if at else line, f"{key}.{names[0]}", about, mend)
    raw = block.raw or ""
    reason = str(getattr(block.error, "abort_reason", "") or block.error)
    if "still looking" in reason or "end of file" in reason:
        key = re.match(r"@\w*\s*[{(]\s*([^,\s={}\"]*)", raw)
        opened = _left_open(raw)
        where = opened[0] if opened else "the entry"
        about = f"this entry can't be read: a brace or quote of {where} is never closed"
        at_line = line + (raw.count("\n", 0, opened[1]) if opened else 0)
        return Told(Slip.UNREADABLE, at_line, key[1] if key else "", about, f"Close {where}.")
    return Told(
        Slip.UNREADABLE, line + raw.rstrip().count("\n"), "", f"this entry can't be read ({_short(reason)})"
    )


def _left_open(raw: str) -> tuple[str, int] | None:
    """Name the field that begins in the entry itself and in which all the rest stands."""
    starts = {match.start(1): match[1] for match in _FIELD_START.finditer(raw)}
    depth, in_quotes, last, holds_fields = 0, False, None, False
    for index, char in enumerate(raw):
        if index in starts:
            is_own = depth == 1 and not in_quotes
            last, holds_fields = ((starts[index], index), False) if is_own else (last, True)
        if index and raw[index - 1] == "\\":
            continue
        if char == '"' and depth == 1:
            in_quotes = not in_quotes
        elif not in_quotes:
            depth += (char == "{") - (char == "}")
    return last if depth > 1 or in_quotes or holds_fields else None


def _unused(library: Library, used: set[str]) -> Iterator[Told]:
    for string in library.strings:
        if string.key.lower() not in used:
            about = f"no entry uses the macro {string.key}"
            yield Told(Slip.UNUSED_MACRO, (string.start_line or 0) + 1, string.key, about)


def _short(text: str, length: int = 60) -> str:
    words = " ".join(text.split())
    return words if len(words) <= length else f"{words[: length - 1]}…"
