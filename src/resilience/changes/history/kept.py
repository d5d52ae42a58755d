"""What was worked out of the history, kept in a file between builds by the commits that it comes from."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from resilience.changes.history.events import Event, Happening, Span
from resilience.evidence.saving import write_whole

PACKAGE = Path(__file__).parents[2]
ROOMS = ("records", "synthesis", "evidence", "rating", "findings", "changes")
"""Rooms whose code works it out."""

Events = tuple[Event, ...]


class Kept:
    """Events of a commit, or between two, by their names; None where they can't be told.

    A file that another program wrote, or that is not whole, counts for nothing.
    """

    def __init__(self, file: Path | None) -> None:
        """Read the file; None keeps nothing."""
        self._file = file
        self._found = _read(file) if file else {}
        self._used: dict[str, Any] = {}

    def has(self, name: str) -> bool:
        """Say whether something is kept under a name."""
        return name in self._found

    def once(self, name: str, make: Callable[[], Events | None]) -> Events | None:
        """Give what was kept under a name, else make it."""
        if name not in self._found:
            made = make()
            self._found[name] = None if made is None else [asdict(event) for event in made]
        self._used[name] = self._found[name]
        found = self._used[name]
        return None if found is None else tuple(map(_event, found))

    def save(self) -> None:
        """Write what was asked for since the file was read, where that is not what stands there."""
        if self._file:
            text = _written(self._used)
            if not (self._file.is_file() and self._file.read_text(encoding="utf-8") == text):
                write_whole(self._file, text)


def _read(file: Path) -> dict[str, Any]:
    try:
        text = file.read_text(encoding="utf-8")
        found: dict[str, Any] = json.loads(text)["events"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return found if text == _written(found) else {}


def _written(events: dict[str, Any]) -> str:
    body = json.dumps(events, ensure_ascii=False, sort_keys=True)
    digest = hashlib.sha256(f"{_code()}{body}".encode()).hexdigest()
    return json.dumps({"digest": digest, "events": events}, ensure_ascii=False, sort_keys=True)


@cache
def _code() -> str:
    """Digest the code that works it out."""
    total = hashlib.sha256()
    for path in sorted(path for room in ROOMS for path in (PACKAGE / room).rglob("*.py")):
        total.update(f"{path.relative_to(PACKAGE)}\0".encode() + path.read_bytes())
    return total.hexdigest()


def _event(plain: dict[str, Any]) -> Event:
    span = Span(**plain["span"]) if plain["span"] else None
    texts = {name: tuple(plain[name]) for name in ("fields", "details", "about")}
    kind = next(one for one in Happening if one.value == plain["kind"])
    return Event(kind, plain["page"], plain["says"], span=span, **texts)
