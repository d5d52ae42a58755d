"""The browser's Python (Pyodide): where npm has put it, and its files in the site."""

import filecmp
import gzip
import json
import shutil
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = "_static/pyodide"
SCRIPTS = ("pyodide.mjs", "pyodide.asm.mjs")
LIBRARY = "python_stdlib.zip"
MACHINE = "pyodide.asm.wasm"
PACKED = ".packed"
GZIP = 31
"""How zlib calls the form of gzip, with the largest window."""
"""Ends the name of a gzipped file: not every host compresses all, and some unpack what ends in `.gz`."""
ABOUT = "package.json"
"""Names the version, the licence and where the source is."""
LOCK = "pyodide-lock.json"


@dataclass(frozen=True)
class Core:
    """An installed Pyodide."""

    installed: Path

    @property
    def is_there(self) -> bool:
        """Say whether every file that a page needs is installed."""
        needed = (*SCRIPTS, LIBRARY, MACHINE, ABOUT, LOCK)
        return all((self.installed / name).is_file() for name in needed)

    @property
    def version(self) -> str:
        """The version, such as `314.0.7`."""
        return str(_json(self.installed / ABOUT)["version"])

    @property
    def platform(self) -> dict[str, str]:
        """What Pyodide says of itself at the head of its list of packages; no page uses the list."""
        return dict(_json(self.installed / LOCK)["info"])

    def copy(self, site: Path) -> list[Path]:
        """Copy what pages need into the site, where that has changed; give the files that pages load."""
        folder = site / FOLDER / self.version
        folder.mkdir(parents=True, exist_ok=True)
        loaded = [folder / name for name in SCRIPTS]
        for path in (*loaded, folder / ABOUT):
            if not path.exists() or not filecmp.cmp(self.installed / path.name, path, shallow=False):
                shutil.copyfile(self.installed / path.name, path)
        machine = folder / f"{MACHINE}{PACKED}"
        content = (self.installed / MACHINE).read_bytes()
        if not _holds(machine, content):
            machine.write_bytes(pack(content))
        return [*loaded, machine]

    def forget_others(self, site: Path) -> None:
        """Delete what an earlier version of Pyodide left in the site."""
        for folder in (site / FOLDER).iterdir():
            if folder.name != self.version:
                shutil.rmtree(folder)


def _holds(packed: Path, content: bytes) -> bool:
    """Say whether a file is this content, compressed: to look takes less time than to compress anew."""
    try:
        return gzip.decompress(packed.read_bytes()) == content
    # What was cut or edited.
    except (OSError, EOFError, zlib.error):
        return False


def pack(content: bytes) -> bytes:
    """Compress to the same bytes in each version of Python, which `gzip` does not."""
    packer = zlib.compressobj(9, wbits=GZIP)
    return packer.compress(content) + packer.flush()


def _json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))
