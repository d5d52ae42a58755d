"""Judge what a notebook read: each file of the project must be one that its page depends on."""

from collections.abc import Iterable
from importlib.util import source_from_cache
from pathlib import Path

from resilience.execution.inputs import Inputs


def undeclared(used: Iterable[Path], inputs: Inputs, package: Path) -> list[Path]:
    """Give the files and folders that a notebook used though its page doesn't depend on them."""
    judged = {path for given in used if (path := _judged(given, package))}
    return sorted(path for path in judged if not _covered(path, inputs))


def _judged(path: Path, package: Path) -> Path | None:
    if path.parent.name == "__pycache__":
        # What Python writes there has other endings at first.
        return Path(source_from_cache(path)) if path.suffix == ".pyc" else None
    # An import lists folders of the package, whatever else is in them.
    return None if path.is_relative_to(package) and path.is_dir() else path


def _covered(path: Path, inputs: Inputs) -> bool:
    if path.is_dir():
        return inputs.lists(path)
    # Whether a file is missing follows from the names in its folder.
    return path in inputs.files or (not path.exists() and inputs.lists(path.parent))
