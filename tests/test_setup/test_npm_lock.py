"""What npm installs, for readers and to measure pages: by hash, from no named address, running nothing."""

import json
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
LIVE = ROOT / "live"
LIGHTHOUSE = ROOT / "tools/lighthouse"

each_folder = pytest.mark.parametrize("folder", [LIVE, LIGHTHOUSE], ids=lambda folder: folder.name)


def packages(folder: Path = LIVE) -> dict[str, dict[str, Any]]:
    lock = json.loads((folder / "package-lock.json").read_text("utf-8"))
    return {name: entry for name, entry in lock["packages"].items() if name}


@each_folder
def test_every_entry_has_a_hash(folder: Path) -> None:
    assert packages(folder)
    weak = [name for name, entry in packages(folder).items() if not entry["integrity"].startswith("sha512-")]
    assert weak == []


@each_folder
def test_no_file_holds_an_address_to_install_from(folder: Path) -> None:
    for name in ("package.json", ".npmrc"):
        assert "://" not in (folder / name).read_text("utf-8"), name
    # Some packages say who would like money.
    entries = [{**entry, "funding": None} for entry in packages(folder).values()]
    assert "://" not in json.dumps(entries)


@each_folder
def test_every_version_is_exact_and_the_one_that_is_locked(folder: Path) -> None:
    package = json.loads((folder / "package.json").read_text("utf-8"))
    wanted = package["dependencies"] | package.get("devDependencies", {})
    assert wanted == {name: packages(folder)[f"node_modules/{name}"]["version"] for name in wanted}


def test_readers_get_pyodide_alone() -> None:
    assert set(json.loads((LIVE / "package.json").read_text("utf-8"))["dependencies"]) == {"pyodide"}


def test_what_checks_scripts_is_not_installed_to_build_the_site() -> None:
    checking = [name for name in packages() if "typescript" in name]
    assert checking
    assert all(packages()[name]["dev"] for name in checking)


@each_folder
def test_no_package_runs_a_script(folder: Path) -> None:
    assert "ignore-scripts=true" in (folder / ".npmrc").read_text("utf-8").splitlines()
    assert [name for name, entry in packages(folder).items() if entry.get("hasInstallScript")] == []
