"""The manifest of live pages: which files there are, and which of them a handler needs."""

import gzip
import os
from pathlib import Path
from typing import Any

from resilience.site.live.core import PACKED, Core
from resilience.site.live.served import Handler, Served, Written


def manifest_of(core: Core, served: Served, written: Written) -> dict[str, Any]:
    """Give the manifest for the files that were written.

    Handlers that run apart are named by themselves: the interpreter that answers for the book knows none.
    """
    sent = {path: _sent(path) for path in written.all}

    def told(handler: Handler) -> dict[str, Any]:
        return {
            "target": handler.target,
            "needs": handler.needs,
            "download": sum(sent[path] for path in written.needed_by(handler)),
        }

    handlers = served.handlers.items()
    return {
        "core": f"../pyodide/{core.version}/",
        "platform": core.platform,
        "worker": written.worker.name,
        "library": written.library.name,
        "bundle": written.bundle.name,
        "data": {name: path.name for name, path in written.data.items()},
        "sizes": {path.name: path.stat().st_size for path in written.all},
        "handlers": {name: told(handler) for name, handler in handlers if not handler.is_apart},
        "apart": {
            "room": written.room.name,
            "shut": written.shut.name,
            "handlers": {
                name: {**told(handler), "files": _addresses(handler, written)}
                for name, handler in handlers
                if handler.is_apart
            },
        },
    }


def _addresses(handler: Handler, written: Written) -> list[str]:
    """Say where the files are that are handed to the worker of a handler, from the manifest."""
    handed = (path for path in written.needed_by(handler) if path != written.room)
    return [Path(os.path.relpath(path, written.worker.parent)).as_posix() for path in handed]


def _sent(path: Path) -> int:
    """Give the bytes that a host sends which compresses text."""
    content = path.read_bytes()
    return len(content) if path.suffix == PACKED else len(gzip.compress(content, 6, mtime=0))
