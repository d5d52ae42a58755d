"""Pyodide's files in the site: copied once, and again only when they have changed."""

import gzip
import json
import os
from pathlib import Path

import pytest

from resilience.site.live.core import Core

FILES = ("pyodide.mjs", "pyodide.asm.mjs", "python_stdlib.zip", "pyodide.asm.wasm")


@pytest.fixture
def core(tmp_path: Path) -> Core:
    installed = tmp_path / "pyodide"
    installed.mkdir()
    for name in FILES:
        (installed / name).write_text(f"{name} of old")
    (installed / "package.json").write_text(json.dumps({"version": "1.2.3"}))
    (installed / "pyodide-lock.json").write_text(json.dumps({"info": {"arch": "wasm32"}, "packages": {}}))
    return Core(installed)


def test_it_is_there_only_as_a_whole(core: Core) -> None:
    assert core.is_there
    (core.installed / "pyodide.asm.wasm").unlink()
    assert not core.is_there


def test_what_pages_load_is_copied_below_its_version(core: Core, tmp_path: Path) -> None:
    loaded = core.copy(tmp_path / "site")
    folder = tmp_path / "site/_static/pyodide/1.2.3"
    assert {path.name for path in loaded} == {"pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm.packed"}
    assert set(folder.iterdir()) == {*loaded, folder / "package.json"}
    packed = (folder / "pyodide.asm.wasm.packed").read_bytes()
    assert gzip.decompress(packed) == b"pyodide.asm.wasm of old"


def test_a_copy_is_made_again_only_where_it_is_not_what_its_source_is(core: Core, tmp_path: Path) -> None:
    core.copy(tmp_path / "site")
    folder = tmp_path / "site/_static/pyodide/1.2.3"
    for path in folder.iterdir():
        os.utime(path, ns=(0, 0))
    source = core.installed / "pyodide.mjs"
    kept = source.stat()
    source.write_text("pyodide.mjs of new")
    os.utime(source, ns=(kept.st_atime_ns, kept.st_mtime_ns))
    core.copy(tmp_path / "site")
    assert (folder / "pyodide.mjs").read_text() == "pyodide.mjs of new"
    assert {path.name for path in folder.iterdir() if path.stat().st_mtime_ns} == {"pyodide.mjs"}


@pytest.mark.parametrize("name", ["pyodide.mjs", "package.json", "pyodide.asm.wasm.packed"])
def test_a_copy_that_was_cut_or_edited_is_made_again(core: Core, tmp_path: Path, name: str) -> None:
    core.copy(tmp_path / "site")
    path = tmp_path / "site/_static/pyodide/1.2.3" / name
    whole = path.read_bytes()
    other = gzip.compress(b"something else") if name.endswith(".packed") else b"something else"
    for content in (whole[: len(whole) // 2], whole[:-9] + b"x" * 9, b"", other):
        path.write_bytes(content)
        core.copy(tmp_path / "site")
        assert path.read_bytes() == whole


def test_an_older_version_goes(core: Core, tmp_path: Path) -> None:
    older = core.copy(tmp_path / "site")
    (core.installed / "package.json").write_text(json.dumps({"version": "1.2.4"}))
    newer = core.copy(tmp_path / "site")
    core.forget_others(tmp_path / "site")
    assert all(path.exists() for path in newer)
    assert not older[0].parent.exists()
