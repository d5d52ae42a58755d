"""What a commit did to records, file by file."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, TypeAlias

from resilience.changes.history.events import Event, Happening
from resilience.changes.history.words import in_words, shown, told
from resilience.evidence.git_log import FileChange
from resilience.evidence.kinds import kind_of
from resilience.evidence.yaml_reader import parse
from resilience.records.answer import COUNCILS

PAGES = {
    "study": "studies",
    "policy": "policies",
    "neighbourhood": "neighbourhoods",
    "pool": "pools",
    "search-log": "searches",
}
"""Folders of the pages of records that have a file each, by kind."""
ANSWER, CORRECTIONS, OLD_NAMES = "answer", "corrections", "old-names"
RULES = {
    "rating.yml": "How levels are given",
    "appraisal.yml": "How activities are ranked",
    "protocol.yml": "The protocol",
    "taxonomy.yml": "The list of activities",
    "outcomes.yml": "The list of outcomes",
    "scales.yml": "What points on scales mean",
    "councils.yml": "Councils",
    "programme.yml": "The programme",
    "survey.yml": "The household survey",
    "gaps.yml": "What nobody knows",
    "place-figures.yml": "What the figures of places mean",
}
"""Files that many pages rest on, in words."""
PLACES = "places"
WRITTEN = "was written"

Contents: TypeAlias = Mapping[str, bytes]
Data: TypeAlias = Mapping[str, Any] | None


def record_events(files: Sequence[FileChange], contents: Contents) -> Iterator[Event]:
    """Tell what a commit did to records."""
    renamed = list(_new_names(files, contents))
    yield from renamed
    names = {name for event in renamed for name in (event.page, *event.about)}
    for file in files:
        yield from (
            event for event in _events(file, contents) if not (_is_move(event) and event.page in names)
        )
    if any(PurePosixPath(file.path).parts[0] == PLACES and not file.path.endswith(".md") for file in files):
        yield Event(Happening.RULE, "", "The figures of places")


def content_names(files: Sequence[FileChange]) -> Iterator[str]:
    """Name the contents that must be read to tell what a commit did."""
    for file in files:
        kind = kind_of(PurePosixPath(file.path))
        if kind and kind.name in (*PAGES, ANSWER, CORRECTIONS, OLD_NAMES):
            yield from filter(None, (file.before, file.after))


def _is_move(event: Event) -> bool:
    return event.kind in (Happening.NEW, Happening.GONE)


def _events(file: FileChange, contents: Contents) -> Iterator[Event]:
    path = PurePosixPath(file.path)
    kind = kind_of(path)
    if file.path in RULES:
        yield Event(Happening.RULE, "", RULES[file.path])
    elif kind is None:
        return
    elif kind.name in PAGES:
        yield from _of_record(f"{PAGES[kind.name]}/{path.stem}", *_both(file, contents))
    elif kind.name == ANSWER:
        yield from _of_answer(f"activities/{path.stem}", *_both(file, contents))
    elif kind.name == CORRECTIONS:
        yield from map(_correction, _new_items(file, "corrections", contents))


def _of_record(page: str, before: Data, after: Data) -> Iterator[Event]:
    about = tuple(dict.fromkeys([*_about(after), *_about(before)]))
    if after is None:
        yield Event(Happening.GONE, page, about=about)
    elif before is None:
        yield Event(Happening.NEW, page, about=about)
    else:
        if (status := after.get("status")) and status != before.get("status"):
            yield Event(Happening.NOTICE, page, _noticed(status, after.get("notice")), about=about)
        fields, details = told(before, after)
        if fields:
            yield Event(Happening.CHANGED, page, fields=fields, details=details, about=about)


def _noticed(status: Any, notice: Any) -> str:
    says = notice.get("says") if isinstance(notice, Mapping) else None
    return shown(f"{in_words(str(status))}: {says}" if says else in_words(str(status)))


def _about(record: Data) -> Iterator[str]:
    """Name the pages of activities and councils that a record is about."""
    for field, folder in (("types", "activities"), ("council", "councils"), ("councils", "councils")):
        named = record.get(field) if record else None
        for slug in named if isinstance(named, list) else [named]:
            if isinstance(slug, str):
                yield f"{folder}/{slug}"


def _of_answer(page: str, before: Data, after: Data) -> Iterator[Event]:
    was, now = _sentences(before), _sentences(after)
    if not now and was:
        yield Event(Happening.ANSWER, page, "was taken back")
    elif not was and now:
        yield Event(Happening.ANSWER, page, WRITTEN, details=tuple(map(shown, now.values())))
    elif was != now:
        _, details = told(was, now)
        yield Event(Happening.ANSWER, page, "says something else", details=details)


def _sentences(answer: Data) -> dict[str, str]:
    """Give the sentences of an answer: on the activity as a whole, and by group of outcomes."""
    if not answer:
        return {}
    whole, aims = answer.get("activity"), answer.get("aims")
    found = {"as a whole": whole.get("says")} if isinstance(whole, Mapping) else {}
    for aim in aims if isinstance(aims, list) else []:
        if isinstance(aim, Mapping):
            found[str(aim.get("outcome"))] = aim.get("says")
    return {name: says.replace(COUNCILS, "councils") for name, says in found.items() if isinstance(says, str)}


def _correction(item: Mapping[str, Any]) -> Event:
    was = f" and was {item['was']}" if item.get("was") else ""
    now = "nothing" if item.get("expected") is None else item["expected"]
    says = f"{item.get('field')} is now {now}{was}: {item.get('reason')}"
    return Event(Happening.CORRECTION, str(item.get("record")), shown(says))


def _new_names(files: Sequence[FileChange], contents: Contents) -> Iterator[Event]:
    for file in files:
        kind = kind_of(PurePosixPath(file.path))
        if kind and kind.name == OLD_NAMES:
            for item in _new_items(file, "names", contents):
                old, new = (f"{item.get('folder')}/{item.get(name)}" for name in ("old", "new"))
                yield Event(Happening.RENAMED, new, shown(f"it was {old}"), about=(old,))


def _new_items(file: FileChange, name: str, contents: Contents) -> list[Mapping[str, Any]]:
    was, now = ((data or {}).get(name) or [] for data in _both(file, contents))
    return [item for item in now if item not in was and isinstance(item, Mapping)]


def _both(file: FileChange, contents: Contents) -> tuple[Data, Data]:
    return _data(file.before, contents), _data(file.after, contents)


def _data(name: str | None, contents: Contents) -> Data:
    """Read a record as plain data; what is no record says nothing."""
    if name is None:
        return None
    try:
        data = parse(contents[name].decode("utf-8", "replace"))
    # What was ever committed may be anything; `check` holds what stands there now.
    except Exception:
        return {}
    return data if isinstance(data, Mapping) else {}
