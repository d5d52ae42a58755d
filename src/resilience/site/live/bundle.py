"""The Python that the browser runs: one zip of plain modules, the same bytes from the same sources."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from importlib.metadata import distribution
from pathlib import Path, PurePosixPath

from sphinx.errors import ExtensionError

PACKAGE = Path(__file__).parents[2]
ROOMS = ("matching", "synthesis", "site/live/browser")
"""What runs in the browser as it stands: standard library and rapidfuzz only."""
LIBRARY = "rapidfuzz"
NOT_USED = f"{LIBRARY}/__pyinstaller/"
LONG_AGO = (1980, 1, 1, 0, 0, 0)


def build_bundle(modules: Iterable[str] = ()) -> bytes:
    """Zip the rooms, the library and some more modules of this package by their dotted names.

    Raises ExtensionError for a module that is not in this package.
    """
    files = dict(_library_files()) | dict(_own_files(modules))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as bundle:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            bundle.writestr(entry, files[name], compresslevel=9)
    return buffer.getvalue()


def _own_files(modules: Iterable[str]) -> dict[str, bytes]:
    paths = [PACKAGE / "__init__.py", *map(_source, modules)]
    for room in ROOMS:
        paths += (PACKAGE / room).rglob("*.py")
    files = {path.relative_to(PACKAGE.parent).as_posix(): path.read_bytes() for path in paths}
    # The packages between stay empty, for theirs need what is not in the browser.
    for name in list(files):
        for folder in list(PurePosixPath(name).parents)[:-1]:
            files.setdefault(f"{folder}/__init__.py", b"")
    return files


def _source(module: str) -> Path:
    path = PACKAGE.parent / f"{module.replace('.', '/')}.py"
    if not path.is_file():
        raise ExtensionError(f"A live page asks for {module}, which is not a module of this package.")
    return path


def _library_files() -> Iterator[tuple[str, bytes]]:
    """Give the library's plain modules and its licence; they stand in the wheel beside the compiled ones."""
    for file in distribution(LIBRARY).files or ():
        name = file.as_posix()
        is_module = name.startswith(f"{LIBRARY}/") and name.endswith(".py") and not name.startswith(NOT_USED)
        if is_module or "/licenses/" in name:
            yield name, Path(str(file.locate())).read_bytes()
