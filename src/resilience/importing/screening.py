"""What the people who screened a work said of it, as Rayyan and Covidence keep it among the notes."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_RAYYAN = re.compile(
    r"\b(RAYYAN-[A-Z-]+|USER-NOTES): *(.*?)\s*(?=\|\s*(?:RAYYAN-|USER-NOTES)|\|?\s*\Z)", re.DOTALL
)
_PAIR = re.compile(r'"([^"]*)"\s*=>\s*(?:"([^"]*)"|\[([^\]]*)\])')
_REASON = re.compile(r"\bExclusion reasons?: *([^;|\n]+)[;|]?", re.IGNORECASE)
_SAID = {
    "included": "included",
    "excluded": "excluded",
    "maybe": "maybe",
    "include": "included",
    "exclude": "excluded",
}


class Screened(NamedTuple):
    """The labels in a note, and the rest of it."""

    labels: tuple[str, ...]
    """Such as `Ann: included` or `reason: wrong population`."""
    note: str


def screened(note: str) -> Screened:
    """Take the labels out of a note; what is no label stays."""
    labels = [label for match in _RAYYAN.finditer(note) for label in _of_rayyan(match[1], match[2])]
    rest = _RAYYAN.sub("", note)
    labels += [f"reason: {match[1].strip()}" for match in _REASON.finditer(rest)]
    rest = _REASON.sub("", rest).strip(" |;\n")
    return Screened(tuple(dict.fromkeys(labels)), rest)


def _of_rayyan(name: str, value: str) -> Iterator[str]:
    pairs = [(who, one or several) for who, one, several in _PAIR.findall(value)]
    if name == "RAYYAN-INCLUSION" and pairs:
        yield from (f"{who}: {said(what)}" for who, what in pairs)
        return
    what = {"RAYYAN-EXCLUSION-REASONS": "reason", "RAYYAN-LABELS": "label", "USER-NOTES": "note"}.get(
        name, name.casefold()
    )
    if pairs:
        yield from (f"{what} of {who}: {text.strip(chr(34))}" for who, text in pairs)
    else:
        yield from (f"{what}: {one.strip()}" for one in value.split(",") if one.strip())


def said(verdict: str) -> str:
    """Write a verdict as one word, where it is one that we know."""
    return _SAID.get(verdict.strip().casefold(), verdict.strip())
