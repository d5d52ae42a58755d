"""Which files of the evidence differ between two folders, and how, record by record."""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from resilience.changes.fields import FieldChange, differences
from resilience.evidence.kinds import BIBLIOGRAPHY, SCHEMA_FOLDER, kind_of
from resilience.evidence.works import read_references
from resilience.evidence.yaml_reader import parse
from resilience.records.english import count

ADDED, CHANGED, REMOVED = "added", "changed", "removed"
FIRST = ("title", "name", "design", "council", "types", "summary", "note")
"""What is told of a record that is new or gone, as far as it says it."""
COUNTED = {"outcomes": "result", "actions": "action", "activities": "activity"}
"""Lists of such a record that are counted."""
MORE = {"activity": "activities"}


class RecordChange(NamedTuple):
    """A record, or a file that holds several, that is new, gone or different."""

    path: str
    """Below `evidence/`; a work of the bibliography stands behind a `#`."""
    kind: str
    """The kind of record, such as `study`; `file` where it is none."""
    change: str
    fields: tuple[FieldChange, ...]


def changed_records(before: Path, after: Path) -> list[RecordChange]:
    """Compare two `evidence/` folders file by file; schemas and texts that explain are passed over."""
    old, new = _files(before), _files(after)
    found: list[RecordChange] = []
    for path in sorted({*old, *new}):
        was, now = old.get(path), new.get(path)
        if was is None or now is None or was.read_bytes() != now.read_bytes():
            found += _changes(PurePosixPath(path), was, now)
    return found


def _files(folder: Path) -> dict[str, Path]:
    paths = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    found = {path.relative_to(folder).as_posix(): path for path in paths}
    return {
        name: path
        for name, path in found.items()
        if path.suffix != ".md" and not name.startswith(f"{SCHEMA_FOLDER}/")
    }


def _changes(path: PurePosixPath, was: Path | None, now: Path | None) -> Iterator[RecordChange]:
    kind = kind_of(path)
    if str(path) == BIBLIOGRAPHY:
        yield from _works(was, now)
        return
    change = ADDED if was is None else REMOVED if now is None else CHANGED
    if path.suffix == ".csv":
        fields = tuple(_rows(was, now))
    elif kind is None:
        fields = ()
    else:
        fields = tuple(_in_record(_data(was), _data(now)))
    # A file that says the same in another form is no change.
    if fields or change != CHANGED or kind is None:
        yield RecordChange(str(path), kind.name if kind else "file", change, fields)


def _in_record(was: Any, now: Any) -> Iterator[FieldChange]:
    if was is not None and now is not None:
        yield from differences(was, now)
        return
    told = now if was is None else was
    if not isinstance(told, dict):
        return
    short = {name: told[name] for name in FIRST if told.get(name)}
    for name, one in COUNTED.items():
        if isinstance(told.get(name), list):
            short[name] = count(len(told[name]), one, MORE.get(one))
    yield from differences({} if was is None else short, short if was is None else {})


def _data(path: Path | None) -> Any:
    """Read a record as plain data; what can't be read is text, so that it still differs."""
    if path is None:
        return None
    text = path.read_text(encoding="utf-8", errors="replace")
    try:
        return parse(text)
    except Exception:  # whatever is wrong with it, `check` says it; here it only matters that it differs
        return text


def _works(was: Path | None, now: Path | None) -> Iterator[RecordChange]:
    old, new = _references(was), _references(now)
    if old is None or new is None:
        yield RecordChange(BIBLIOGRAPHY, "file", CHANGED, ())
        return
    for key in sorted({*old, *new}):
        if found := tuple(differences(old.get(key, {}), new.get(key, {}))):
            change = ADDED if key not in old else REMOVED if key not in new else CHANGED
            yield RecordChange(f"{BIBLIOGRAPHY}#{key}", "work", change, found)


def _references(path: Path | None) -> dict[str, Any] | None:
    if path is None:
        return {}
    try:
        found = read_references(path)
    except Exception:  # as above
        return None
    return {
        key: work.model_dump(mode="json", exclude={"key"}, exclude_defaults=True)
        for key, work in found.items()
    }


def _rows(was: Path | None, now: Path | None) -> Iterator[FieldChange]:
    """Count the rows that came and went; a row that changed went and came."""
    old, new = (Counter(_lines(path)) for path in (was, now))
    went, came = (old - new).total(), (new - old).total()
    if went or came:
        yield FieldChange("rows", count(went, "row") if went else None, count(came, "row") if came else None)


def _lines(path: Path | None) -> list[tuple[str, ...]]:
    if path is None:
        return []
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        return [tuple(row) for row in csv.reader(file)]
