"""Turn what a notebook says it reads into the files that it stands for."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from glob import glob
from pathlib import Path, PurePosixPath


@dataclass(frozen=True)
class Inputs:
    """Files that a page depends on, and the folders whose list of names it depends on."""

    files: frozenset[Path] = frozenset()
    folders: frozenset[Path] = frozenset()
    unmatched: tuple[str, ...] = field(default=(), compare=False)

    def __or__(self, other: "Inputs") -> "Inputs":
        return Inputs(
            self.files | other.files, self.folders | other.folders, self.unmatched + other.unmatched
        )

    def lists(self, folder: Path) -> bool:
        """Say whether these inputs include the names in a folder."""
        return any(folder.is_relative_to(known) for known in self.folders)


def expand(root: Path, patterns: Iterable[str]) -> Inputs:
    """Find the files of paths, folders (with all below them) and globs relative to `root`."""
    found = Inputs()
    for pattern in patterns:
        found |= _expand_one(root, pattern)
    return found


def _expand_one(root: Path, pattern: str) -> Inputs:
    written = PurePosixPath(pattern)
    if written.is_absolute() or ".." in written.parts:
        return Inputs(unmatched=(pattern,))
    fixed = root.joinpath(*_before_wildcard(written))
    if fixed == root / written:
        if fixed.is_file():
            return Inputs(files=frozenset([fixed]))
        pattern = f"{written}/**/*"
    names = glob(pattern, root_dir=root, recursive=True)
    files = frozenset(path for name in names if (path := root / name).is_file())
    if not files:
        return Inputs(unmatched=(str(written),))
    return Inputs(files, frozenset([fixed]))


def _before_wildcard(pattern: PurePosixPath) -> list[str]:
    fixed = []
    for part in pattern.parts:
        if any(sign in part for sign in "*?["):
            break
        fixed.append(part)
    return fixed
