"""The parts of a result that are done: what an interrupted run leaves, and the next one goes on from."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO

from resilience.bulk.hold import LOCK, held, remove
from resilience.matching import Lexicon
from resilience.records.english import count
from resilience.tables import TableFault


@dataclass(frozen=True)
class State:
    """What a result depends on: parts made under another state are of no use."""

    input: str
    """Digest of the file that is read."""
    lexicon: str
    """Digest of what the matcher knows, and the version of its code."""
    options: Mapping[str, str]


def state_of(path: Path, lexicon: Lexicon, options: Mapping[str, str]) -> State:
    """Sum up what a result depends on."""
    with path.open("rb") as file:
        read = hashlib.file_digest(file, "sha256").hexdigest()
    known = hashlib.sha256(json.dumps(lexicon.to_plain(), sort_keys=True).encode()).hexdigest()
    return State(read, f"{known} {version('resilience')}", dict(options))


STATE = "state.json"
HALF = ".half"
"""What ends the name of a file that is being written."""


class Parts:
    """A folder beside the output with a file for each chunk that is done, written wholly or not at all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def beside(cls, out: Path) -> "Parts":
        """Name the folder for an output."""
        return cls(out.with_name(f"{out.name}.parts"))

    @contextmanager
    def hold(self, name: str) -> Iterator[None]:
        """Keep other runs away from the folder while the context lasts; `name` is that of the output.

        Raises `InUse` where another run holds it, and `TableFault` where the folder holds something else.
        """
        if not (self.folder / LOCK).exists():
            self._known()
        with held(self.folder, name):
            yield

    def begin(self, state: State) -> str:
        """Take over what an interrupted run left, or start anew; gives a sentence where there is news of it.

        Raises `TableFault` where the folder holds something else.
        """
        known = self._known()
        if known is None:
            self._start(state)
            return ""
        if known == asdict(state):
            done = len(list(self.folder.glob("*.part")))
            return f"Going on where the last run stopped ({count(done, 'part')} done)."
        changed = [name for name, value in asdict(state).items() if known.get(name) != value]
        self._empty()
        self._start(state)
        return f"Starting anew: since the run that was interrupted, the {' and the '.join(changed)} changed."

    def has(self, number: int) -> bool:
        """Tell whether a chunk is done."""
        return self._path(number).exists()

    def save(self, number: int, write: Callable[[BinaryIO], object]) -> None:
        """Keep what is written for a chunk."""
        self._whole(self._path(number), write)

    def join(self, count: int, write: Callable[[list[Path], BinaryIO], object]) -> Path:
        """Write the first `count` parts into one file, which is in the folder as well."""
        paths = [self._path(number) for number in range(count)]
        return self._whole(self.folder / "joined", lambda file: write(paths, file))

    def remove(self) -> None:
        """Remove the folder."""
        self._empty()
        remove(self.folder)

    def _empty(self) -> None:
        for path in self.folder.iterdir():
            if path.name != LOCK:
                path.unlink()

    def _start(self, state: State) -> None:
        self.folder.mkdir(exist_ok=True)
        text = json.dumps(asdict(state), indent=2)
        self._whole(self.folder / STATE, lambda file: file.write(text.encode()))

    def _known(self) -> dict[str, object] | None:
        """Read the state that an interrupted run had; nothing where it had just begun, or there was none."""
        if not self.folder.exists() or self._just_begun():
            return None
        try:
            found = json.loads((self.folder / STATE).read_text("utf-8"))
        except (OSError, ValueError):
            found = None
        if not isinstance(found, dict) or found.keys() != {field.name for field in fields(State)}:
            raise TableFault(f"{self.folder} is where parts of the result go. Move away what is there.")
        return found

    def _just_begun(self) -> bool:
        if not self.folder.is_dir():
            return False
        return {path.name for path in self.folder.iterdir()} <= {f"{STATE}{HALF}", LOCK}

    def _path(self, number: int) -> Path:
        return self.folder / f"{number:06}.part"

    def _whole(self, path: Path, write: Callable[[BinaryIO], object]) -> Path:
        """Write beside a file and move into its place; the name that is left by a stop is used again."""
        half = path.with_name(f"{path.name}{HALF}")
        with half.open("wb") as file:
            write(file)
        return half.replace(path)
