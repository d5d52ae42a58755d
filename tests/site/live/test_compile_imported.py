"""Zips of which what was imported is compiled, for a quick start."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from resilience.site.live import compile_imported

COMPILE = """
import runpy, sys
sys.path.insert(0, sys.argv[1])
import used
runpy.run_path(sys.argv[2])["compile_imported"](sys.argv[1], sys.argv[3])
"""


@pytest.fixture
def compiled(tmp_path: Path) -> Path:
    source, target = tmp_path / "source.zip", tmp_path / "target.zip"
    with zipfile.ZipFile(source, "w") as bundle:
        bundle.writestr("used.py", "N = 1 + 1\n")
        bundle.writestr("unused.py", "N = 3\n")
        bundle.writestr("LICENSE", "free")
    _run(COMPILE, source, Path(compile_imported.__file__), target)
    return target


def _run(code: str, *arguments: Path) -> str:
    command = [sys.executable, "-I", "-c", code, *map(str, arguments)]
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    assert finished.stderr == ""
    return finished.stdout


def test_what_was_imported_is_compiled_and_the_rest_stays(compiled: Path) -> None:
    with zipfile.ZipFile(compiled) as bundle:
        assert bundle.namelist() == ["LICENSE", "unused.py", "used.pyc"]
        assert {entry.compress_type for entry in bundle.infolist()} == {zipfile.ZIP_STORED}


def test_both_can_be_imported(compiled: Path) -> None:
    code = "import sys; sys.path.insert(0, sys.argv[1]); import used, unused; print(used.N, unused.N)"
    assert _run(code, compiled) == "2 3\n"
