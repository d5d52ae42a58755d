"""`resilience check`: what it reports, and how it ends."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run, change

STUDY = "studies/trial-2020.yml"
POLICY = "policies/parks-for-all.yml"


def codes(output: str) -> list[str]:
    return [line.split("[")[1].split("]")[0] for line in output.splitlines() if "[" in line]


def test_good_evidence_ends_with_0(run: Run) -> None:
    result = run("check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith(" files: no errors, no warnings.\n")
    assert result.stdout.count("\n") == 1


def test_an_error_ends_with_1(run: Run, repository: Path) -> None:
    change(repository, STUDY, "design: rct", "design: trial")
    result = run("check")
    assert result.exit_code == 1
    line, total = result.stdout.splitlines()
    assert line.startswith("evidence/studies/trial-2020.yml:2 design: ")
    assert " [E123]. " in line
    assert total.endswith(": 1 error, no warnings.")


def test_a_warning_ends_with_0(run: Run, repository: Path) -> None:
    change(repository, STUDY, "Gardeners were", "TODO Gardeners were")
    result = run("check")
    assert (result.exit_code, codes(result.stdout)) == (0, ["W272"])
    assert result.stdout.endswith(": no errors, 1 warning.\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check", "--no-such-option"], "No such option"),
        (["check", "no/such/file.yml"], "There is no file or folder no/such/file.yml."),
        (["check", "--explain", "E999"], "E999 is no code"),
        (["check", "outside.yml"], "outside.yml is not below"),
        (["no-such-command"], "No such command"),
    ],
)
def test_what_is_not_understood_ends_with_2(run: Run, repository: Path, words: list[str], said: str) -> None:
    (repository / "outside.yml").write_text("a: 1\n", "utf-8")
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_no_evidence_ends_with_2(
    run: Run, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    result = run("check")
    assert result.exit_code == 2
    assert "Go to the repository and try again, or say --evidence FOLDER." in result.stderr
    assert "Traceback" not in result.stderr


def test_paths_limit_the_report(run: Run, repository: Path) -> None:
    change(repository, STUDY, "design: rct", "design: trial")
    change(repository, POLICY, "document_type: strategy", "document_type: wish")
    assert codes(run("check").stdout) == ["E123", "E123"]
    for path in ("evidence/policies", f"evidence/{POLICY}"):
        result = run("check", path)
        assert (result.exit_code, codes(result.stdout)) == (1, ["E123"])
        assert result.stdout.startswith(f"evidence/{POLICY}:")
    assert run("check", "evidence/neighbourhoods").exit_code == 0
    assert codes(run("check", f"evidence/{POLICY}", f"evidence/{STUDY}").stdout) == ["E123", "E123"]


def test_paths_do_not_limit_what_is_known(run: Run, repository: Path) -> None:
    result = run("check", f"evidence/{POLICY}")
    assert (result.exit_code, result.stdout) == (0, "Checked 1 file: no errors, no warnings.\n")
    change(repository, "councils.yml", "slug: salford-city-council", "slug: salford")
    assert codes(run("check", f"evidence/{POLICY}").stdout) == ["E145"]


def test_the_folder_above_means_all(run: Run, repository: Path) -> None:
    change(repository, STUDY, "design: rct", "design: trial")
    assert run("check", ".").stdout == run("check").stdout == run("check", str(repository)).stdout


def test_a_place_inside_the_evidence_will_do(
    run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository / "evidence/studies")
    change(repository, STUDY, "design: rct", "design: trial")
    assert codes(run("check", "trial-2020.yml").stdout) == ["E123"]


def test_a_link_is_reported_and_not_followed(run: Run, repository: Path) -> None:
    secret = repository / "secret.txt"
    secret.write_text("secret words", "utf-8")
    (repository / "evidence/studies/link.yml").symlink_to(secret)
    result = run("check", "evidence/studies/link.yml")
    assert (result.exit_code, codes(result.stdout)) == (1, ["E101"])
    assert "secret words" not in result.output


def test_json(run: Run, repository: Path) -> None:
    change(repository, STUDY, "design: rct", "design: trial")
    result = run("check", "--json")
    assert result.exit_code == 1
    (problem,) = json.loads(result.stdout)
    assert list(problem) == ["path", "line", "field", "code", "message", "mend", "severity"]
    assert problem == {
        **problem,
        "path": "evidence/studies/trial-2020.yml",
        "line": 2,
        "field": "design",
        "code": "E123",
        "severity": "error",
    }


def test_json_of_good_evidence_is_an_empty_list(run: Run) -> None:
    result = run("check", "--json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])


def test_explain(run: Run) -> None:
    result = run("check", "--explain", "e212")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "E212: Limits the wrong way round")
    assert "Swap them" in result.stdout
    assert "ci_low: 0.4" in result.stdout
