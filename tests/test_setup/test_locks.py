"""The locks are hashed, agree with each other, and say nothing of where packages come from."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.lock"))
ENTRY = re.compile(
    r"^(?P<name>[a-z0-9][\w.-]*)==(?P<version>[^ ;]+)(?P<rest>(?:.*\\\n)(?: +--hash=.*\n)+)", re.MULTILINE
)
INDEX = re.compile(
    r"""--(?:extra-)?index-url|index-url\s*=|--find-links|registry\s*=\s*["']?https?:"""
    r"""|\b(?:py(?:pi|thonhosted)|npmjs|deb\.debian|crates)\.(?:org|com|io)\b""",
    re.IGNORECASE,
)
THIS_FILE = Path(__file__).relative_to(ROOT).as_posix()

each_lock = pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)


def pins(path: Path) -> dict[str, str]:
    return {match["name"]: match["version"] for match in ENTRY.finditer(path.read_text(encoding="utf-8"))}


def project_files() -> list[str]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    return [name for name in listed if name and (ROOT / name).is_file()]


@each_lock
def test_every_entry_has_a_hash(path: Path) -> None:
    named = re.findall(r"^[a-z0-9][\w.-]*(?===)", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert named
    assert list(pins(path)) == named


@each_lock
def test_it_holds_no_address(path: Path) -> None:
    assert "://" not in path.read_text(encoding="utf-8")


def test_the_tests_run_on_what_the_site_is_built_with() -> None:
    site, test = (pins(ROOT / "requirements" / f"{name}.lock") for name in ("site", "test"))
    assert site.items() <= test.items()


def test_no_file_says_where_packages_come_from() -> None:
    found = []
    for name in set(project_files()) - {THIS_FILE}:
        text = (ROOT / name).read_bytes().decode("utf-8", errors="replace")
        found += [f"{name}: {match[0]}" for match in INDEX.finditer(text)]
    assert found == []


@pytest.mark.parametrize(
    "line",
    ["--index-url somewhere", "--extra-index-url=x", "registry=https://x", "https://py" + "pi.org/simple"],
)
def test_an_index_is_seen(line: str) -> None:
    assert INDEX.search(line)
