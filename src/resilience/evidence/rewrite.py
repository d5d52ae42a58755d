"""Bring record files into the house's form, each wholly or not at all."""

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

import yaml

from resilience.evidence.atomic import write_whole
from resilience.evidence.bibliography import in_order
from resilience.evidence.form import to_form
from resilience.evidence.kinds import BIBLIOGRAPHY, MODELINE_START, Kind, kind_of


def bring_into_form(folder: Path, paths: Iterable[Path]) -> Iterator[Path]:
    """Rewrite the record files among some paths below an evidence folder, and name those that changed.

    A file that can't be read, or is no plain file, is left as it is.
    """
    for path in paths:
        if path.is_symlink():
            continue
        try:
            before = path.read_bytes().decode("utf-8")
            after = _formed(PurePosixPath(path.relative_to(folder).as_posix()), before)
        except (OSError, UnicodeDecodeError, yaml.YAMLError):
            continue
        if after != before:
            write_whole(path, after)
            yield path


def _formed(name: PurePosixPath, text: str) -> str:
    if name == PurePosixPath(BIBLIOGRAPHY):
        return in_order(text)
    kind = kind_of(name)
    return _with_modeline(to_form(text, kind.model), kind) if kind else text


def _with_modeline(text: str, kind: Kind) -> str:
    first, _, rest = text.partition("\n")
    body = rest if first.startswith(MODELINE_START) else text
    return f"{kind.modeline}\n{body}"
