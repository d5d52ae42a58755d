"""The files below `_static/live`: the worker, the Python, the data, and a manifest that names them all."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from resilience.evidence.saving import write_if_other
from resilience.site.live.bundle import build_bundle
from resilience.site.live.code_room import code_room
from resilience.site.live.compiled import compiled_for_start
from resilience.site.live.core import PACKED, Core
from resilience.site.live.manifest import manifest_of
from resilience.site.live.served import Served, Written

FOLDER = "_static/live"
MANIFEST = "manifest.json"
WORKER = Path(__file__).parent / "worker.js"
SHUT = Path(__file__).parent / "shut.js"
BRIDGE = "resilience.site.live.browser.bridge"


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
            room=self._put("room.html", code_room()),
            shut=self._put("shut.js", SHUT.read_bytes()),
            data={
                name: self._put(f"{name}.json", _json(make(app))) for name, make in self.served.data.items()
            },
        )
        manifest = manifest_of(self.core, self.served, written)
        (self.folder / MANIFEST).write_bytes(_json(manifest))
        self.core.forget_others(self.site)
        for path in self.folder.iterdir():
            if path not in written.all and path.name != MANIFEST:
                path.unlink()
        return manifest

    def _put(self, name: str, content: bytes) -> Path:
        """Write a file under a name that says its content, so that no browser takes an old one for it."""
        stem, _, suffixes = name.partition(".")
        path = self.folder / f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}.{suffixes}"
        write_if_other(path, content)
        return path


def _json(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
