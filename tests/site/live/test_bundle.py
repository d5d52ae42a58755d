"""The zip of our own modules: plain, the same each time, and all that the browser needs."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from sphinx.errors import ExtensionError

from resilience.site.live.bundle import build_bundle

HANDLER = "resilience.site.live.browser.matching_handler"
COMPILED = (".so", ".pyd", ".pyc", ".dylib", ".dll")
IN_A_BARE_PYTHON = """
import json, sys
sys.path = [sys.argv[1], *[path for path in sys.path if "site-packages" not in path]]
from resilience.site.live.browser import bridge
import resilience.matching, resilience.synthesis, rapidfuzz.fuzz
bridge.allow(json.dumps({"match": "resilience.site.live.browser.matching_handler:match_text"}))
print(bridge.answer("match", json.dumps({"text": " "})))
"""


@pytest.fixture(scope="module")
def bundle() -> bytes:
    return build_bundle([HANDLER])


def names(bundle: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(bundle)) as opened:
        return set(opened.namelist())


def test_the_same_sources_give_the_same_bytes(bundle: bytes) -> None:
    assert build_bundle([HANDLER]) == bundle


def test_nothing_in_it_is_compiled_and_the_licences_are(bundle: bytes) -> None:
    assert [name for name in names(bundle) if name.endswith(COMPILED)] == []
    others = {name for name in names(bundle) if not name.endswith(".py")}
    licences = {name for name in others if name.startswith("rapidfuzz-") and name.endswith("/LICENSE")}
    assert licences
    assert others == licences


def test_only_what_runs_in_the_browser_is_in_it(bundle: bytes) -> None:
    tops = {"/".join(name.split("/")[:2]) for name in names(bundle) if name.startswith("resilience/")}
    assert tops == {
        "resilience/__init__.py",
        "resilience/matching",
        "resilience/synthesis",
        "resilience/site",
    }


def test_packages_between_are_empty(bundle: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(bundle)) as opened:
        assert opened.read("resilience/site/__init__.py") == b""
        assert opened.read("resilience/site/live/__init__.py") == b""
        assert opened.read("resilience/matching/__init__.py") != b""


def test_a_python_with_nothing_else_runs_it(bundle: bytes, tmp_path: Path) -> None:
    path = tmp_path / "bundle.zip"
    path.write_bytes(bundle)
    command = [sys.executable, "-I", "-S", "-c", IN_A_BARE_PYTHON, str(path)]
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    assert finished.stderr == ""
    assert json.loads(finished.stdout)["refused"].startswith("Write a few words")


def test_a_module_of_another_package_is_refused() -> None:
    with pytest.raises(ExtensionError, match=r"json\.decoder, which is not a module of this package"):
        build_bundle(["json.decoder"])
