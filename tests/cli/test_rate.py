import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from resilience.cli import main

ROOT = Path(__file__).parents[2]


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["rate", *words])


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def test_one_type_is_traced() -> None:
    result = run("participatory-budgeting")
    assert result.exit_code == 0
    assert result.output.startswith("Participatory budgeting (participatory-budgeting): Early evidence\n")
    assert (
        "* None of these studies is known to be from the UK or a place like it. -> Early evidence"
        in result.output
    )
    assert "Would raise it:\n- One more trial in the UK" in result.output


def test_all_types_stand_in_a_table() -> None:
    output = run().output
    assert output.split()[:5] == ["type", "level", "counted", "left", "out"]
    assert len([line for line in output.splitlines() if line.strip()]) > 30


def test_another_table_gives_other_levels() -> None:
    assert ": Strong evidence\nBy a looser table" in run("fuel-poverty", "--table", "looser").output


def test_programs_get_json() -> None:
    rated = json.loads(run("--json").output)
    assert len(rated) == 30
    assert {"type", "level", "steps", "raised_by", "lowered_by", "left_out"} <= rated[0].keys()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("befrending",), "befrending is no activity type that we know. Did you mean befriending?"),
        (
            ("--table", "strict"),
            "strict is no table of evidence/rating.yml that we know. Did you mean stricter?",
        ),
        (("\x1b[2J",), "\\u001b[2J is no activity type that we know."),
    ],
)
def test_an_unknown_name_is_refused_with_a_sentence(words: tuple[str, ...], sentence: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert sentence in " ".join(result.output.split())
