"""What a build left in a folder, by digests: what was cut, edited or added since is seen by the next one."""

import hashlib
import json
from pathlib import Path

LIST = ".{}.contents"
"""Beside the folder."""
NAMED = 3


def note(folder: Path) -> None:
    """Keep what a folder holds."""
    _list_of(folder).write_text(json.dumps(_contents(folder)), "utf-8")


def noted(folder: Path) -> dict[str, str] | None:
    """Give what the last build left in a folder; None where nobody knows."""
    try:
        found: dict[str, str] = json.loads(_list_of(folder).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return found


def difference(folder: Path) -> str:
    """Name files of a folder that are not as the last build left them, as far as that is known."""
    before = noted(folder)
    if before is None:
        return ""
    now = _contents(folder)
    names = sorted(name for name in {*before, *now} if before.get(name) != now.get(name))
    return ", ".join([*(f"{folder.name}/{name}" for name in names[:NAMED]), *["..."] * (len(names) > NAMED)])


def _contents(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


def _list_of(folder: Path) -> Path:
    return folder.with_name(LIST.format(folder.name.lstrip(".")))
