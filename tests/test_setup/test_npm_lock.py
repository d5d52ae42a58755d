"""What npm installs for the browser: by hash, from no named address, and running nothing."""

import json
from pathlib import Path
from typing import Any

LIVE = Path(__file__).parents[2] / "live"


def packages() -> dict[str, dict[str, Any]]:
    lock = json.loads((LIVE / "package-lock.json").read_text("utf-8"))
    return {name: entry for name, entry in lock["packages"].items() if name}


def test_every_entry_has_a_hash() -> None:
    assert "node_modules/pyodide" in packages()
    weak = [name for name, entry in packages().items() if not entry["integrity"].startswith("sha512-")]
    assert weak == []


def test_no_file_holds_an_address() -> None:
    for name in ("package.json", "package-lock.json", ".npmrc"):
        assert "://" not in (LIVE / name).read_text("utf-8"), name


def test_the_version_is_exact_and_the_one_that_is_locked() -> None:
    package = json.loads((LIVE / "package.json").read_text("utf-8"))
    wanted = package["dependencies"] | package["devDependencies"]
    assert set(package["dependencies"]) == {"pyodide"}
    assert wanted == {name: packages()[f"node_modules/{name}"]["version"] for name in wanted}


def test_what_checks_scripts_is_not_installed_to_build_the_site() -> None:
    checking = [name for name in packages() if "typescript" in name]
    assert checking
    assert all(packages()[name]["dev"] for name in checking)


def test_no_package_runs_a_script() -> None:
    assert "ignore-scripts=true" in (LIVE / ".npmrc").read_text("utf-8").splitlines()
    assert [name for name, entry in packages().items() if entry.get("hasInstallScript")] == []
