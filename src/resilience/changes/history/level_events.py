"""What a commit did to levels and sizes: the evidence before and after it, read by the program of today."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from resilience.changes.compare import LevelMove, SizeMove, level_moves, size_moves
from resilience.changes.history.events import Event, Happening, Span
from resilience.changes.history.kept import Kept
from resilience.changes.history.words import shown
from resilience.changes.state import Cells, cells_of
from resilience.evidence import EvidenceBase
from resilience.evidence.git_log import Commit, unpack
from resilience.evidence.shared import Shared, memory_kept
from resilience.findings import Findings
from resilience.records.english import count

BEARS = ("studies/", "rating.yml", "outcomes.yml", "taxonomy.yml", "scales.yml", "concepts.yml")
"""Where files stand of which levels and sizes hang."""
BEAR_NOTHING = (
    "answers", "coding", "learnt", "matches", "neighbourhoods", "phrases", "places", "policies", "samples",
    "schema", "searches",
)  # fmt: skip
"""Folders that need not be read for them."""
NO_SIZE = "no size is told"
MOST = 20
"""States that are worked out, the newest ones: each takes a part of a second where none is kept."""


def bears(commit: Commit) -> bool:
    """Tell whether a commit may have moved a level."""
    return any(file.path.startswith(BEARS) for file in commit.files)


class LevelHistory:
    """Levels and sizes that moved, commit by commit; what was worked out once is kept."""

    def __init__(self, folder: Path, commits: Sequence[Commit], kept: Kept) -> None:
        self._folder = folder
        self._kept = kept
        self._shared = Shared()
        self._states: dict[str, Cells | None] = {}
        self.told: dict[str, tuple[Event, ...]] = {}
        """By commit, of all commits of which it can be told."""
        bearing = [commit for commit in commits if bears(commit)][: MOST + 1]
        with memory_kept():
            for after, before in pairwise(bearing):
                events = self._between(before.id, after.id)
                # What stands before a state that can't be read was in a form of its own.
                if events is None:
                    break
                self.told[after.id] = events

    def _between(self, before: str, after: str) -> tuple[Event, ...] | None:
        return self._kept.once(f"{before} {after}", lambda: self._worked_out(before, after))

    def _worked_out(self, before: str, after: str) -> tuple[Event, ...] | None:
        was, now = self._state(before), self._state(after)
        if was is None or now is None:
            return None
        levels = map(_level, level_moves(was, now))
        return (*levels, *map(_size, size_moves(was, now)))

    def _state(self, commit: str) -> Cells | None:
        if commit not in self._states:
            self._states[commit] = self._read(commit)
        return self._states[commit]

    def _read(self, commit: str) -> Cells | None:
        with TemporaryDirectory() as folder:
            unpack(self._folder, commit, Path(folder), BEAR_NOTHING)
            try:
                return cells_of(Findings(EvidenceBase(Path(folder), shared=self._shared)))
            # Nothing holds that the program of today can read what stood there then.
            except Exception:
                return None


def _level(move: LevelMove) -> Event:
    details = [f"{one.says} Level: {one.level}." for one in move.rules_after]
    if move.came:
        details.append(f"{count(len(move.came), 'study', 'studies')} with a result came in.")
    if move.went:
        details.append(f"{count(len(move.went), 'study', 'studies')} with a result went.")
    return Event(
        Happening.LEVEL,
        f"activities/{move.type}",
        details=tuple(map(shown, details)),
        about=(f"problems/{move.outcome}",),
        span=Span(move.group, move.before, move.after),
    )


def _size(move: SizeMove) -> Event:
    before, after = move.before or NO_SIZE, move.after or NO_SIZE
    return Event(
        Happening.SIZE,
        f"activities/{move.type}",
        about=(f"problems/{move.outcome}",),
        span=Span(move.group, shown(before), shown(after)),
    )
