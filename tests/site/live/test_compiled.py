"""The zips that are kept for the browser's start are compiled again where they are not what was compiled."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from resilience.site.live import compiled
from resilience.site.live.compiled import DIGEST, compiled_for_start
from resilience.site.live.core import Core

Harm = Callable[[Path], object]


@pytest.fixture
def starts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Have Node write a text for each zip; give what it was asked for."""
    asked: list[str] = []

    def node(arguments: Sequence[str], **_: Any) -> SimpleNamespace:
        task = json.loads(arguments[1])
        asked.append(task["bundle"])
        for name, path in task["out"].items():
            Path(path).write_text(f"zip of {name}")
        return SimpleNamespace(returncode=0)

    monkeypatch.setattr(compiled, "node", node)
    return asked


@pytest.fixture
def core(tmp_path: Path) -> Core:
    installed = tmp_path / "node_modules/pyodide"
    installed.mkdir(parents=True)
    (installed / "package.json").write_text('{"version": "314.0.7"}')
    return Core(installed)


def contents(core: Core) -> dict[str, bytes]:
    zips = compiled_for_start(core, b"bundle", ["json"])
    return {path.name: path.read_bytes() for path in (*zips, zips.library.with_name(DIGEST))}


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize(
    ("name", "harm"),
    [
        pytest.param("library.zip", cut, id="cut"),
        pytest.param("bundle.zip", lambda path: path.write_bytes(path.read_bytes()[::-1]), id="edited"),
        pytest.param("bundle.zip", Path.unlink, id="gone"),
        pytest.param(DIGEST, Path.unlink, id="without a digest"),
    ],
)
def test_zips_that_were_harmed_are_compiled_again(
    core: Core, starts: list[str], name: str, harm: Harm
) -> None:
    first = contents(core)
    assert contents(core) == first
    assert len(starts) == 1
    (path,) = core.installed.parent.glob(f".cache/live/*/{name}")
    harm(path)
    assert contents(core) == first
    assert len(starts) == 2
