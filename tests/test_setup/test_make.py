"""The Makefile says what it can do, and the scripts refuse with one clear sentence."""

import os
import re
import stat
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
OFFERED = {"help", "site", "serve", "test", "near", "check", "format", "lint"}
OFFERED |= {"quick", "new", "diff", "hook", "learn", "learnt", "lock", "clean"}
OFFERED |= {"bench", "budget", "preview", "links", "audit", "newest", "edition", "release"}


def run(*command: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    merged = {**os.environ, **environment}
    return subprocess.run(command, cwd=cwd, env=merged, capture_output=True, text=True, check=False)


def copy_of_tools(folder: Path) -> Path:
    tools = folder / "tools"
    tools.mkdir()
    for script in (ROOT / "tools").glob("*.sh"):
        copy = tools / script.name
        copy.write_bytes(script.read_bytes())
        copy.chmod(script.stat().st_mode)
    return tools


def stand_in(folder: Path, answer: str) -> Path:
    """Make a program that answers like a Python of another version."""
    program = folder / "stand-in"
    program.write_text(f"#!/bin/sh\n{answer}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


def test_make_alone_lists_every_command() -> None:
    listed = re.findall(r"^  make (\w+) +\S", run("make").stdout, re.MULTILINE)
    assert set(listed) == OFFERED


def test_every_target_stands_once_and_is_listed_with_a_text() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = re.findall(r"^([a-z]+):", makefile, re.MULTILINE)
    assert len(targets) == len(set(targets))
    listed = dict(re.findall(r"^  make (\w+) +(\S.*)$", run("make").stdout, re.MULTILINE))
    # Only make itself and the workflows call for these.
    assert set(targets) - set(listed) == {"venv", "received", "reply"}
    assert all(len(text.split()) > 1 for text in listed.values())
    assert "overriding" not in run("make", "--dry-run", "help").stderr


def test_an_old_python_is_refused_in_one_sentence(tmp_path: Path) -> None:
    old = stand_in(tmp_path, 'case "$2" in *exit*) exit 1;; *) echo 3.9;; esac')
    result = run(str(copy_of_tools(tmp_path) / "venv.sh"), str(old))
    assert result.returncode == 1
    assert result.stderr == f"PYTHON={old} is Python 3.9; the project needs Python 3.11 or later.\n"
    assert not (tmp_path / ".venv").exists()


def test_an_environment_of_another_python_is_not_used_silently(tmp_path: Path) -> None:
    tools = copy_of_tools(tmp_path)
    (tmp_path / ".venv/bin").mkdir(parents=True)
    stand_in(tmp_path, "echo 3.12").rename(tmp_path / ".venv/bin/python")
    other = stand_in(tmp_path, "echo 3.11")
    result = run(str(tools / "venv.sh"), str(other))
    assert result.returncode == 1
    assert "Python 3.12" in result.stderr
    assert "Remove the folder .venv" in result.stderr


def test_a_named_browser_is_taken_or_refused(tmp_path: Path) -> None:
    browser = stand_in(tmp_path, "")
    named = run("tools/browser.sh", CHROME=str(browser))
    missing = run("tools/browser.sh", CHROME=str(tmp_path / "none"))
    assert named.stdout == f"{browser}\n"
    assert missing.returncode == 1
    assert "is not a program" in missing.stderr


def test_a_clone_below_a_folder_with_an_accent_is_linked_in_plain_letters(tmp_path: Path) -> None:
    clone = tmp_path / "vérité"
    packages = clone / ".venv/lib/python3.11/site-packages"
    for folder in (packages, clone / ".venv/bin", clone / "requirements", clone / "src"):
        folder.mkdir(parents=True)
    copy_of_tools(clone)
    (clone / "Makefile").write_bytes((ROOT / "Makefile").read_bytes())
    for name in ("requirements/site.lock", "pyproject.toml"):
        (clone / name).touch()
    link = packages / "__editable__.resilience-0.pth"
    installer = f'case "$*" in *sys.version*) echo 3.11;; *--editable*) echo {clone}/src > "{link}";; esac'
    stand_in(clone, installer).rename(clone / ".venv/bin/python")
    stand_in(clone, "echo UTF-8: $PYTHONUTF8").rename(clone / ".venv/bin/resilience")
    result = run("make", "check", cwd=clone, LC_ALL="C", PYTHONUTF8="0")
    assert "UTF-8: 1" in result.stdout
    assert link.read_text("ascii") == "../../../../src\n"
    assert (packages / "../../../../src").resolve() == clone / "src"
