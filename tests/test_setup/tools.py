"""The scripts of `tools/`, which import each other by their bare names."""

import importlib
import stat
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / "tools"


def tool(name: str) -> ModuleType:
    """Import a script of `tools/`."""
    sys.path.insert(0, str(TOOLS))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(TOOLS))


def program(folder: Path, name: str, text: str) -> Path:
    """Make a program of a Python text, and give the folder to put on PATH."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(f"#!{sys.executable}\n{text}", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return folder
