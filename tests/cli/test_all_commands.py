"""What holds for every command: help that fits, and one voice for what is missing."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from tests.cli.conftest import Run
from tests.cli.test_help import COMMANDS

from resilience.cli import main

LEAVES = [names for names, command in COMMANDS.items() if not isinstance(command, click.Group)]
FILES = {"places import": "nofile.csv", "places evaluate": "nofile.csv", "pool": "nofile.csv"}
FILES |= {"check": "nofile.csv", "match": "nofile.csv", "new study": "--from nofile.csv"}
FILES |= {"received": "nofile.csv"}
"""How each command that reads a file is told a file that is not there."""
NEEDED = {"appraise": ["Claremont"], "match": ["plant trees"], "plan": ["Claremont"]}
NEEDED |= {"new activity": ["claremont"], "import": [__file__], "received": [__file__]}
"""What must be said besides."""
WITHOUT_EVIDENCE = {("places", "import"), ("places", "evaluate"), ("pool",), ("match",), ("dedupe",)}
"""Commands that do without an evidence folder, or bring what they need."""
WIDTH = 80


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(WIDTH))
    monkeypatch.delenv("RESILIENCE_EVIDENCE", raising=False)


@pytest.mark.parametrize("names", COMMANDS, ids=" ".join)
def test_help_fits_and_cuts_nothing(names: tuple[str, ...]) -> None:
    said = CliRunner().invoke(main, [*names, "--help"], terminal_width=WIDTH).stdout
    assert max(map(len, said.splitlines())) <= WIDTH
    assert "..." not in said.partition("Commands:\n")[2]


@pytest.mark.parametrize("names", LEAVES, ids=" ".join)
def test_an_evidence_folder_that_is_none_is_told(
    names: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    words = [*names, *NEEDED.get(" ".join(names), ["nowhere.csv"] if names[0] in ("pool", "places") else [])]
    result = CliRunner().invoke(main, [*words, "--evidence", str(tmp_path)])
    assert result.exit_code == 2
    if names not in WITHOUT_EVIDENCE or names == ("match",):
        assert f"There is no evidence in {tmp_path}: it holds no taxonomy.yml." in result.stderr


@pytest.mark.parametrize("names", [names for names in LEAVES if names not in WITHOUT_EVIDENCE], ids=" ".join)
def test_where_no_evidence_is_near_every_command_says_so(
    names: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, [*names, *NEEDED.get(" ".join(names), [])])
    assert result.exit_code == 2
    assert "No evidence/taxonomy.yml was found in" in result.stderr
    assert "--evidence FOLDER" in result.stderr


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_told_in_one_voice(run: Run, name: str) -> None:
    result = run(*name.split(), *FILES[name].split())
    assert result.exit_code == 2
    assert "Error: There is no file" in result.stderr
    assert "nofile.csv." in result.stderr


def test_evidence_can_be_named_before_or_after_a_command_or_by_a_variable(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    for words in (
        ["--evidence", str(repository), "schema", "--check"],
        ["schema", "--check", "--evidence", str(repository / "evidence")],
    ):
        assert CliRunner().invoke(main, words).exit_code == 0
    monkeypatch.setenv("RESILIENCE_EVIDENCE", str(repository))
    assert CliRunner().invoke(main, ["schema", "--check"]).exit_code == 0


def test_the_version_is_told() -> None:
    assert CliRunner().invoke(main, ["--version"]).stdout.startswith("resilience ")


def test_a_record_that_cannot_be_read_is_told_without_a_traceback(run: Run, repository: Path) -> None:
    (repository / "evidence/taxonomy.yml").write_text("version: x\n", "utf-8")
    result = run("rate")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert result.stderr.endswith("Run `resilience check` to see every problem and its mend.\n")


@pytest.mark.skipif(os.name == "nt", reason="pipes close in another way there")
def test_a_closed_pipe_is_no_error(repository: Path) -> None:
    program = "from resilience.cli import main; main()"
    command = [sys.executable, "-c", program, "schema", "--help"]
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, cwd=repository, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")
