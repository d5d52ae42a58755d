"""`resilience learn` writes what it learnt, and says when it is old or worse than promised."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from resilience.cli import main
from resilience.learning import learn

GOOD = Path(__file__).parents[1] / "checks/good/evidence"


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["learn", *words])


@pytest.fixture
def evidence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "evidence"
    shutil.copytree(GOOD, folder)
    monkeypatch.chdir(tmp_path)
    return folder


def test_what_was_learnt_is_old_after_a_text_was_coded(
    evidence: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nobody promises anything of a handful of texts.
    monkeypatch.setattr(learn, "PROMISED", ())
    written = run()
    assert written.exit_code == 0, written.output
    assert written.output.startswith("Learnt ")
    assert run("--check").output == ""
    policy = evidence / "policies/warm-homes-2019.yml"
    text = policy.read_text("utf-8").replace(
        "lend heaters in winter", "lend heaters\n    coded: fuel-poverty"
    )
    policy.write_text(text, "utf-8")
    old = run("--check")
    assert old.exit_code == 1
    assert "evidence/learnt/learnt-from.csv is stale. Next: make learn" in old.output


def test_nothing_learnt_yet_is_one_sentence(evidence: Path) -> None:
    result = run("--check")
    assert result.exit_code == 2
    assert "weights.csv is missing; run `make learn` to make it" in result.output


def test_a_matcher_that_is_worse_than_promised_ends_with_1(evidence: Path) -> None:
    result = run()
    assert result.exit_code == 1
    assert "Worse than promised on unseen texts: F1 over all texts: " in result.output
    assert ", promised 85." in result.output
