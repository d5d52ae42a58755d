"""The history of the evidence in a reader's words, from git: the same commit gives the same words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from resilience.changes.history.events import Entry, Event, Happening, Span
from resilience.changes.history.kept import Kept
from resilience.changes.history.level_events import LevelHistory
from resilience.changes.history.record_events import content_names, record_events
from resilience.evidence.git_log import Commit, GitLog, WhyNot, contents, log_of

__all__ = ["Entry", "Event", "EvidenceHistory", "Happening", "Span", "WhyNot", "evidence_history"]


@dataclass(frozen=True)
class EvidenceHistory:
    """What happened to the evidence, the newest first."""

    entries: tuple[Entry, ...]
    newest: str = ""
    """The newest commit that changed the evidence."""
    newest_at: datetime | None = None
    oldest_at: datetime | None = None
    levels_since: datetime | None = None
    """From when on levels that moved are told."""
    why_not: WhyNot | None = None
    """Why nothing is told; None where it is."""

    def of(self, page: str) -> Sequence[Entry]:
        """Give what happened to a record, or is about it, the newest first."""
        return self._by_page.get(page, ())

    @cached_property
    def _by_page(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            own: dict[str, list[Event]] = defaultdict(list)
            for event in entry.events:
                for page in {event.page, *event.about}:
                    own[page].append(event)
            for page, events in own.items():
                found[page].append(Entry(entry.commit, entry.at, tuple(events)))
        return dict(found)


def evidence_history(folder: Path, kept: Path | None = None) -> EvidenceHistory:
    """Tell the history of an evidence folder; `kept` is the file in which what takes time is kept."""
    log = log_of(folder)
    if log.why_not:
        return EvidenceHistory((), why_not=log.why_not)
    keeping = Kept(kept)
    levels = LevelHistory(folder, log.commits, keeping)
    records = _of_records(folder, log.commits, keeping)
    keeping.save()
    entries = (Entry(one.id, one.at, _events(one, records, levels)) for one in log.commits)
    return EvidenceHistory(
        tuple(entry for entry in entries if entry.events),
        log.commits[0].id,
        log.commits[0].at,
        log.commits[-1].at,
        _since(log, levels),
    )


def _of_records(folder: Path, commits: Sequence[Commit], kept: Kept) -> dict[str, tuple[Event, ...]]:
    """Tell what each commit did to records; only what is not kept is read again."""
    unread = [commit for commit in commits if not kept.has(commit.id)]
    found = contents(folder, (name for commit in unread for name in content_names(commit.files)))

    def told(commit: Commit) -> tuple[Event, ...]:
        return kept.once(commit.id, lambda: tuple(record_events(commit.files, found))) or ()

    return {commit.id: told(commit) for commit in commits}


def _events(
    commit: Commit, records: Mapping[str, tuple[Event, ...]], levels: LevelHistory
) -> tuple[Event, ...]:
    events = [*levels.told.get(commit.id, ()), *records[commit.id]]
    order = list(Happening)
    return tuple(sorted(events, key=lambda event: (order.index(event.kind), event.page, event.said)))


def _since(log: GitLog, levels: LevelHistory) -> datetime | None:
    return min((commit.at for commit in log.commits if commit.id in levels.told), default=None)
