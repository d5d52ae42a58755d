"""The files below `_static/live`: the worker, the Python, the data, and a manifest that names them all."""

import gzip
import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from sphinx.application import Sphinx

from resilience.site.live.bundle import build_bundle
from resilience.site.live.compiled import compiled_for_start
from resilience.site.live.core import PACKED, Core

FOLDER = "_static/live"
MANIFEST = "manifest.json"
WORKER = Path(__file__).parent / "worker.js"
BRIDGE = "resilience.site.live.browser.bridge"

Data = Callable[[Sphinx], Any]
"""Makes what JSON can hold, while the book is built."""


@dataclass(frozen=True)
class Handler:
    """A function that a page may call."""

    target: str
    """Where it stands: `package.module:function`; it takes and gives an object that JSON can hold."""
    needs: tuple[str, ...]
    """The data that must be in the browser before it is called."""
    imports: tuple[str, ...] = ()
    """Modules of this package that it needs, beside the rooms that are in the browser anyway."""

    @property
    def modules(self) -> tuple[str, ...]:
        """The module that it stands in, and those that it needs."""
        return (self.target.partition(":")[0], *self.imports)


@dataclass(frozen=True)
class Served:
    """All that live pages may ask for, by name."""

    handlers: Mapping[str, Handler]
    data: Mapping[str, Data]


class Written(NamedTuple):
    """The files that a browser may fetch."""

    core: list[Path]
    worker: Path
    library: Path
    bundle: Path
    data: dict[str, Path]

    @property
    def always(self) -> list[Path]:
        """What is fetched for any handler."""
        return [*self.core, self.worker, self.library, self.bundle]

    @property
    def all(self) -> list[Path]:
        """Every file."""
        return [*self.always, *self.data.values()]

    def needed_by(self, handler: Handler) -> list[Path]:
        """Give the files that a browser fetches before a handler first answers."""
        return [*self.always, *(self.data[name] for name in handler.needs)]


@dataclass(frozen=True)
class LiveFiles:
    """What is written once for a state of the code and the evidence."""

    site: Path
    core: Core
    served: Served

    @property
    def folder(self) -> Path:
        """Where the files stand."""
        return self.site / FOLDER

    def read_manifest(self) -> dict[str, Any]:
        """Read the manifest of an earlier build."""
        manifest: dict[str, Any] = json.loads((self.folder / MANIFEST).read_text("utf-8"))
        return manifest

    def write(self, app: Sphinx) -> dict[str, Any]:
        """Write all files and drop those of an earlier build; give the manifest."""
        self.folder.mkdir(parents=True, exist_ok=True)
        handlers = self.served.handlers.values()
        modules = sorted({module for handler in handlers for module in handler.modules})
        start = compiled_for_start(self.core, build_bundle(modules), [BRIDGE, *modules])
        written = Written(
            core=self.core.copy(self.site),
            worker=self._put("worker.js", WORKER.read_bytes()),
            library=self._put(f"library.zip{PACKED}", start.library.read_bytes()),
            bundle=self._put(f"bundle.zip{PACKED}", start.bundle.read_bytes()),
            data={
                name: self._put(f"{name}.json", _json(make(app))) for name, make in self.served.data.items()
            },
        )
        manifest = self._manifest(written)
        (self.folder / MANIFEST).write_bytes(_json(manifest))
        self.core.forget_others(self.site)
        for path in self.folder.iterdir():
            if path not in written.all and path.name != MANIFEST:
                path.unlink()
        return manifest

    def _manifest(self, written: "Written") -> dict[str, Any]:
        sent = {path: _sent(path) for path in written.all}
        return {
            "core": f"../pyodide/{self.core.version}/",
            "platform": self.core.platform,
            "worker": written.worker.name,
            "library": written.library.name,
            "bundle": written.bundle.name,
            "data": {name: path.name for name, path in written.data.items()},
            "sizes": {path.name: path.stat().st_size for path in written.all},
            "handlers": {
                name: {
                    "target": handler.target,
                    "needs": handler.needs,
                    "download": sum(sent[path] for path in written.needed_by(handler)),
                }
                for name, handler in self.served.handlers.items()
            },
        }

    def _put(self, name: str, content: bytes) -> Path:
        """Write a file under a name that says its content, so that no browser takes an old one for it."""
        stem, _, suffixes = name.partition(".")
        path = self.folder / f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}.{suffixes}"
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)
        return path


def _json(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _sent(path: Path) -> int:
    """Give the bytes that a host sends which compresses text."""
    content = path.read_bytes()
    return len(content) if path.suffix == PACKED else len(gzip.compress(content, 6, mtime=0))
