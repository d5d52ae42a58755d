import json

import pytest
from click.testing import CliRunner, Result
from tests.frozen import BOOK

from resilience.cli import main


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["rate", *words])


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BOOK)


def test_one_type_is_traced() -> None:
    result = run("welfare-debt-advice")
    assert result.exit_code == 0
    assert "Welfare benefits and debt advice (welfare-debt-advice), by the standard table" in result.output
    assert "\nMoney and bills (a main aim): " in result.output
    assert "Would raise it: " in result.output
    assert "Reads otherwise under: " in result.output


def test_what_would_read_otherwise_is_named_with_the_level_that_it_would_have() -> None:
    head = "Reads otherwise under: "
    lines = [line for line in run("befriending").output.splitlines() if line.startswith(head)]
    said = [line.removeprefix(head).rstrip(".").split("; ") for line in lines]
    assert [[one.rpartition(": ")[2] for one in ones] for ones in said] == [
        ["Helps (promising evidence)", "Helps (promising evidence)"],
        ["May help (early evidence)", "Helps (strong evidence)", "Helps (strong evidence)"],
        ["no other table, and with no cap switched off"],
    ]


def test_slugs_are_never_cut_and_the_table_is_plain() -> None:
    output = run("social-isolation").output
    assert "bmcph-2011-social-isolation-older-review" in output
    assert "…" not in output
    assert "\x1b" not in output


def test_all_types_stand_in_a_table() -> None:
    lines = run().output.splitlines()
    assert lines[0].split() == [
        "type", "body", "mind", "connection", "money", "home", "safety", "services", "say",
    ]  # fmt: skip
    assert len(lines) == 13
    befriending = next(line for line in lines if line.startswith("befriending")).split()
    assert befriending[1:4] == ["unclear", "promising*", "early*"]


def test_another_table_gives_other_levels() -> None:
    assert run().output != run("--table", "looser").output
    assert "by a looser table" in run("fuel-poverty", "--table", "looser").output


def test_programs_get_json() -> None:
    rated = json.loads(run("--json").output)
    assert len(rated) == 11
    assert {"type", "main_outcomes", "outcomes", "left_out", "exposures"} <= rated[0].keys()
    cell = rated[0]["outcomes"]["mind"]
    assert {"level", "votes", "steps", "raised_by", "lowered_by", "other_readings"} <= cell.keys()


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
