"""What a notebook says of itself in its front matter, and the files that it reads by that."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from glob import glob
from pathlib import Path, PurePosixPath
from typing import Any

import yaml


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


class Digester:
    """Digests files below `root` by name and content; place, time and order make no difference."""

    def __init__(self, root: Path) -> None:
        self._root = root
        # Notebooks share inputs, so each file is read once a build.
        self._known: dict[Path, str] = {}

    def of(self, files: Iterable[Path]) -> dict[str, str]:
        """Give the SHA-256 of each file by its name, in hexadecimal."""
        return {file.relative_to(self._root).as_posix(): self._content(file) for file in files}

    def _content(self, file: Path) -> str:
        if file not in self._known:
            self._known[file] = hashlib.sha256(file.read_bytes()).hexdigest()
        return self._known[file]


def together(parts: Mapping[str, str]) -> str:
    """Give one digest of all that a notebook depends on; the order of the parts makes no difference."""
    return hashlib.sha256(repr(sorted(parts.items())).encode()).hexdigest()


class _OneLine(yaml.SafeDumper):
    """Writes YAML that fits on one line, text with line breaks too."""

    def represent_text(self, text: str) -> yaml.ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:str", text, '"' if "\n" in text else None)


_OneLine.add_representer(str, _OneLine.represent_text)


def split(text: str) -> tuple[list[str], list[str]]:
    """Give the lines of the front matter, without its marks, and all lines after it."""
    lines = text.split("\n")
    end = next((number for number, line in enumerate(lines) if number and line.startswith("---")), len(lines))
    return lines[1:end], lines[end + 1 :]


def front_matter(text: str) -> dict[str, Any]:
    """Give the front matter of a notebook's text as plain data."""
    loaded = yaml.safe_load("\n".join(split(text)[0]))
    return dict(loaded)


def listed(text: str, key: str) -> list[str]:
    """Give what the front matter of a notebook's text lists under a key; one entry needs no list."""
    found = front_matter(text).get(key) or []
    return [str(entry) for entry in found] if isinstance(found, list) else [str(found)]


def with_inputs(text: str, digest: str, *, run: bool) -> str:
    """Put the digest of a notebook's inputs where jupyter-cache looks, and say whether it has results.

    All lines of the notebook stay where they are, so that messages name the right ones.
    """
    before, after = split(text)
    front = front_matter(text)
    # Of a notebook's metadata, jupyter-cache compares the kernelspec alone.
    front["kernelspec"] = {
        "name": "python3",
        "display_name": "Python 3",
        "language": "python",
        **(front.get("kernelspec") or {}),
        "inputs": digest,
    }
    front["mystnb"] = {**(front.get("mystnb") or {}), "execution_mode": "cache" if run else "off"}
    written = yaml.dump(
        front, Dumper=_OneLine, default_flow_style=True, width=float("inf"), allow_unicode=True
    )
    padding = [""] * (len(before) - 1)
    return "\n".join(["---", written.rstrip("\n"), *padding, "---", *after])
