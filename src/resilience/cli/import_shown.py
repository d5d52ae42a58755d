"""What an import found, for people, as lines between tabs, and for programs."""

import json
import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from resilience.cli.reports import visible
from resilience.importing.compare import Compared, Outcome
from resilience.importing.read import Export
from resilience.records.english import count, listing
from resilience.records.reference import Reference

MOST = 20
"""So many of each outcome fit a screen; of what is broken all are shown, for each must be mended."""
_MEANS = {
    Outcome.NEW: "not on record; with --apply they become leads",
    Outcome.HERE: "on record, or earlier in the file",
    Outcome.MAYBE: "may be on record: look, then --take those that are not",
    Outcome.BROKEN: "can't be read",
}
_COLUMNS = ("outcome", "line", "key", "title", "authors", "year", "doi", "is_or_may_be", "why", "labels")


def counts(export: Export, found: Sequence[Compared]) -> str:
    """Say what the file is, and how many entries are new, here already, maybe here and broken."""
    numbers = Counter(one.outcome for one in found)
    width = len(f"{max(numbers.values(), default=0):,}")
    encoding = (
        " (encoding: Windows-1252; if letters are wrong, say --encoding)"
        if export.encoding == "cp1252"
        else ""
    )
    lines = [f"{export.name}: {export.format}, {count(len(found), 'entry', 'entries')}{encoding}"]
    lines += [f"  {numbers[outcome]:>{width},}  {outcome:12}  {means}" for outcome, means in _MEANS.items()]
    abstracts = sum(bool(one.work.abstract) for one in found)
    if abstracts:
        lines.append(f"Not kept: {count(abstracts, 'abstract')}, which belong to their publishers.")
    return "\n".join(map(visible, lines))


def for_people(export: Export, found: Sequence[Compared], keys: Mapping[int, str], width: int) -> str:
    """Write the counts, then each outcome in turn, in lines that fit the terminal."""
    parts = [counts(export, found)]
    for outcome in Outcome:
        these = [one for one in found if one.outcome is outcome]
        shown = these if outcome is Outcome.BROKEN else these[:MOST]
        if not these:
            continue
        lines = [outcome.value.capitalize()]
        for one in shown:
            lines += _item(export, one, keys, width)
        if len(these) > len(shown):
            lines.append(f"  and {len(these) - len(shown):,} more; sent to a file, the command lists all")
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _item(export: Export, one: Compared, keys: Mapping[int, str], width: int) -> Iterator[str]:
    head = f"  {export.place} {one.work.line}"
    if one.outcome is Outcome.BROKEN:
        yield from _wrapped(f"{head}: {one.why}", width)
        return
    if one.outcome is Outcome.NEW:
        yield f"{head}  {keys[one.work.line]}"
        yield from _wrapped(f"    {in_words(one.work.reference)}", width)
        if one.work.unread:
            said = f"Kept in its notes alone, for it can't be read as such: {listing(one.work.unread)}."
            yield from _wrapped(f"    {said}", width)
    elif one.outcome is Outcome.HERE:
        yield f"{head}  is {_other(export, one)}"
        yield from _wrapped(f"    {in_words(one.work.reference)}", width)
        yield from _wrapped(f"    {one.why}", width)
    else:
        yield f"{head}  may be {_other(export, one)}"
        yield from _wrapped(f"    {one.why}", width)
        yield from side_by_side(one, width)
    if one.work.labels:
        yield from _wrapped(f"    Said of it: {'; '.join(one.work.labels)}", width)


def _other(export: Export, one: Compared) -> str:
    return f"the {one.record} {one.key}" if one.key else f"the entry of {export.place} {one.line}"


def _wrapped(text: str, width: int) -> list[str]:
    indent = " " * (len(text) - len(text.lstrip()))
    return textwrap.wrap(visible(text), width, subsequent_indent=indent, break_on_hyphens=False)


def in_words(work: Reference) -> str:
    """Name a work by its title, authors, year and journal."""
    where = work.journal or work.booktitle or work.publisher or ""
    return ". ".join(
        part for part in (work.title, work.short if work.authors else str(work.year or ""), where) if part
    )


_ROWS = ("title", "authors", "year", "journal", "booktitle", "volume", "pages", "doi", "pmid", "isbn")


def side_by_side(one: Compared, width: int) -> Iterator[str]:
    """Set an entry beside the work that it may be, field by field, in columns that fit."""
    if one.other is None:
        return
    room = max(20, (width - 17) // 2)
    yield f"    {'':9}  {'in the file':{room}}  {'on record' if one.key else 'earlier in the file'}"
    for name in _ROWS:
        ours, theirs = _cell(one.work.reference, name), _cell(one.other, name)
        if not ours and not theirs:
            continue
        left, right = (
            textwrap.wrap(visible(text) or "-", room, break_on_hyphens=False) for text in (ours, theirs)
        )
        for line in range(max(len(left), len(right))):
            label = name if line == 0 else ""
            cells = [column[line] if line < len(column) else "" for column in (left, right)]
            yield f"    {label:9}  {cells[0]:{room}}  {cells[1]}".rstrip()


def _cell(work: Reference, name: str) -> str:
    value = getattr(work, name)
    return "; ".join(value) if isinstance(value, tuple) else str(value or "")


def rows(found: Sequence[Compared], keys: Mapping[int, str]) -> str:
    """Write every entry as cells between tabs, below the names of the columns."""
    lines = [_COLUMNS, *(_cells(one, keys) for one in found)]
    return "\n".join("\t".join(map(visible, cells)) for cells in lines)


def _cells(one: Compared, keys: Mapping[int, str]) -> tuple[str, ...]:
    work = one.work.reference
    return (
        one.outcome,
        str(one.work.line),
        keys.get(one.work.line, ""),
        work.title or "",
        "; ".join(work.authors),
        str(work.year or ""),
        work.doi or "",
        one.key or (f"line {one.line}" if one.line else ""),
        one.why,
        "; ".join(one.work.labels),
    )


def for_programs(export: Export, found: Sequence[Compared], keys: Mapping[int, str]) -> str:
    """Write the counts and every entry as one JSON object."""
    numbers = Counter(one.outcome for one in found)
    data = {
        "file": export.name,
        "format": export.format,
        "encoding": export.encoding,
        "counts": {outcome.value: numbers[outcome] for outcome in Outcome},
        "entries": [_plain(one, keys) for one in found],
    }
    return json.dumps(data, indent=2, ensure_ascii=True)


def _plain(one: Compared, keys: Mapping[int, str]) -> dict[str, object]:
    details = one.work.reference.model_dump(mode="json", exclude={"key"}, exclude_defaults=True)
    return {
        "outcome": one.outcome,
        "line": one.work.line,
        "key": keys.get(one.work.line),
        "why": one.why,
        "is_or_may_be": {"key": one.key, "record": one.record} if one.key else one.line or None,
        "work": details if one.outcome is not Outcome.BROKEN else None,
        "labels": one.work.labels,
        "notes": one.work.notes,
    }
