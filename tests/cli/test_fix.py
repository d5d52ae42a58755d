"""`resilience check --fix` changes form, never meaning, and says what it changed."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run, change

from resilience.evidence.yaml_reader import parse

STUDY = "studies/trial-2020.yml"
LOOSE = """gaps:
- {text: Two things. None was found., about: studies, kind: gap}
"""


def contents(repository: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in repository.rglob("*") if path.is_file()}


def test_good_evidence_is_left_as_it_is(run: Run, repository: Path) -> None:
    before = contents(repository)
    result = run("check", "--fix")
    assert (result.exit_code, result.stdout.count("\n")) == (0, 1)
    assert contents(repository) == before


def test_form_changes_and_meaning_stays(run: Run, repository: Path) -> None:
    path = repository / "evidence/gaps.yml"
    path.write_text(LOOSE, "utf-8")
    assert "W128" in run("check").stdout
    result = run("check", "--fix")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "Mended: evidence/gaps.yml"
    assert path.read_text("utf-8").startswith("# yaml-language-server: $schema=./schema/gaps.json\ngaps:\n")
    assert parse(path.read_text("utf-8")) == parse(LOOSE)
    assert "Mended" not in run("check", "--fix").output


def test_a_broken_file_is_left_alone_and_reported(run: Run, repository: Path) -> None:
    change(repository, STUDY, "design: rct", "design: [rct")
    before = contents(repository)
    result = run("check", "--fix")
    assert result.exit_code == 1
    assert "[E111]" in result.stdout
    assert "Mended" not in result.stdout
    assert contents(repository) == before


def test_paths_limit_what_is_changed(run: Run, repository: Path) -> None:
    (repository / "evidence/gaps.yml").write_text(LOOSE, "utf-8")
    before = contents(repository)
    run("check", "--fix", "evidence/studies")
    assert contents(repository) == before


def test_without_fix_nothing_is_written(run: Run, repository: Path) -> None:
    (repository / "evidence/gaps.yml").write_text(LOOSE, "utf-8")
    before = contents(repository)
    run("check")
    assert contents(repository) == before


def test_a_list_for_programs_stays_one(run: Run, repository: Path) -> None:
    (repository / "evidence/gaps.yml").write_text(LOOSE, "utf-8")
    result = run("check", "--fix", "--json")
    assert json.loads(result.stdout) == []
    assert result.stderr == "Mended: evidence/gaps.yml\n"


@pytest.mark.parametrize("name", ["studies/a\x1b[31m.yml", "studies/a\n::error::b.yml"])
def test_a_file_name_cannot_act(run: Run, repository: Path, name: str) -> None:
    (repository / "evidence" / name).write_text("types: []\ndesign: rct\n", "utf-8")
    lines = run("check", "--fix").stdout.splitlines()
    assert lines[0].startswith("Mended: evidence/studies/a\\u00")
    assert not any("\x1b" in line or line.startswith("::") for line in lines)
