"""`resilience diff`: what a change does to records, conclusions, problems and pages."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.cli.conftest import Run, change
from tests.frozen import BOOK

from resilience.changes.told import WIDTH
from resilience.cli import main
from resilience.cli.diff import state_in
from resilience.evidence import EvidenceBase
from resilience.evidence.shared import Shared
from resilience.findings.lessons import lessons
from resilience.findings.lexicon import UNLEARNT, UNSCALED, assemble

STUDY = "studies/howden-chapman-2007-insulation.yml"


def untaught(base: EvidenceBase) -> dict[str, Any]:
    return assemble(base, UNLEARNT, UNSCALED, lessons(base))


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a repository with the small book, of which every page can be laid out."""
    shutil.copytree(BOOK / "evidence", tmp_path / "evidence")
    monkeypatch.chdir(tmp_path)
    # What the matcher learnt is no subject here.
    monkeypatch.setattr("resilience.findings.suggestions.plain_lexicon", untaught)
    monkeypatch.setattr("resilience.findings.suggestions.queue", lambda *_: [])
    return tmp_path


@pytest.fixture
def run(repository: Path) -> Run:
    return lambda *words: CliRunner().invoke(main, words, prog_name="resilience", catch_exceptions=False)


@pytest.fixture
def revisions(repository: Path) -> Path:
    git(repository, "init", "--quiet", "--initial-branch", "main")
    git(repository, "add", "evidence")
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    git(repository, *who, "commit", "--quiet", "-m", "before")
    git(repository, "switch", "--quiet", "-c", "mine")
    return repository


def git(repository: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(repository), *words], check=True)


def a_size_and_a_direction(repository: Path) -> None:
    """Let winters be colder after insulation, against what the trial found."""
    path = repository / "evidence" / STUDY
    text = path.read_text("utf-8")
    place = text.index("winter bedroom temperature")
    turned = (
        text[place:].replace("direction: benefit", "direction: harm", 1).replace("value: 0.5", "value: -0.4")
    )
    path.write_text(text[:place] + turned, "utf-8")


def plain(run: Run, *words: str) -> Any:
    return json.loads(run("diff", *words, "--json").output)


def test_nothing_differs_since_main(run: Run, revisions: Path) -> None:
    said = " ".join(run("diff").output.split())
    assert said.endswith("where this branch left main. Nothing in the evidence differs.")
    found = plain(run)
    assert len(found.pop("since")) == 40
    assert not any(found.values())


def test_a_change_is_told_with_all_that_follows(run: Run, revisions: Path) -> None:
    a_size_and_a_direction(revisions)
    found = plain(run)
    (record,) = found["records"]
    assert (record["path"], record["kind"], record["change"]) == (STUDY, "study", "changed")
    where = "outcomes / “winter bedroom temperature (degrees C)” / "
    assert record["fields"] == [
        {"field": f"{where}direction", "before": "“benefit”", "after": "“harm”"},
        {"field": f"{where}effect / value", "before": "0.5", "after": "-0.4"},
    ]
    moved = next(one for one in found["levels"] if (one["type"], one["group"]) == ("fuel-poverty", "Home"))
    assert (moved["before"], moved["is_main"]) == ("May help (early evidence)", True)
    assert moved["after"] != moved["before"]
    assert moved["rules_before"][0]["rule"] == moved["rules_after"][0]["rule"] == "the votes"
    assert moved["rules_before"][0]["says"] != moved["rules_after"][0]["says"]
    assert ("fuel-poverty", "Home") in [(one["type"], one["group"]) for one in found["sizes"]]
    assert {"slug": "fuel-poverty", "waits": True} in found["answers"]
    pages = {one["page"]: one["change"] for one in found["pages"]}
    assert pages["studies/howden-chapman-2007-insulation"] == pages["activities/fuel-poverty"] == "changed"
    run("answers", "--renew")
    assert {"slug": "fuel-poverty", "waits": False} in plain(run)["answers"]


def test_plain_text_fits_a_terminal_and_says_the_rule_before_and_after(run: Run, revisions: Path) -> None:
    a_size_and_a_direction(revisions)
    text = run("diff").output
    # Names stay whole, so that they can be pasted.
    assert all(len(line) <= WIDTH or " " not in line.strip() for line in text.splitlines())
    assert "(a main aim): was May help (early evidence), is now" in " ".join(text.split())
    assert "Before, by the votes: " in text
    assert "Now, by the votes: " in text
    assert text.index("Levels that move:") < text.index("Records:") < text.index("Pages of records:")


def test_markdown_holds_no_markup_of_a_record(run: Run, revisions: Path) -> None:
    text = "summary: '<img src=x> **loud** [a](https://example.org) @someone'"
    path = revisions / "evidence" / STUDY
    lines = path.read_text("utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("summary:"))
    path.write_text("\n".join([*lines[:at], text, *lines[at + 1 :]]) + "\n", "utf-8")
    told = run("diff", "--markdown").output
    assert told.startswith("## What this changes\n")
    assert "\\<img src\\=x\\>" in told or "\\<img src=x\\>" in told
    assert "**loud**" not in told
    assert "](https" not in told
    assert " @someone" not in told


def test_two_folders_can_be_compared(run: Run, repository: Path) -> None:
    (repository / "evidence" / STUDY).rename(repository / "evidence/studies/renamed-2020.yml")
    found = plain(run, str(BOOK / "evidence"))
    assert {(one["path"], one["change"]) for one in found["records"]} == {
        (STUDY, "removed"),
        ("studies/renamed-2020.yml", "added"),
    }


def test_problems_are_new_or_mended_wherever_they_moved(run: Run, revisions: Path) -> None:
    path = revisions / "evidence" / STUDY
    path.write_text("# A line above.\n" + path.read_text("utf-8"), "utf-8")
    before = plain(run)
    assert (before["records"], before["mended"]) == ([], [])
    change(revisions, STUDY, "design: cluster-rct", "design: no-such-design")
    found = plain(run)
    assert "E123" in [one["code"] for one in found["new_problems"]]
    assert "an error stands in the way" in found["not_told"]
    assert found["records"][0]["fields"][0]["after"] == "“no-such-design”"
    assert "What follows from it can't be told" in " ".join(run("diff").output.split())


@pytest.mark.parametrize("state", ["no-such-revision", "--output=x", "HEAD:evidence/rating.yml"])
def test_what_is_no_state_of_the_evidence_is_refused_in_a_sentence(
    run: Run, revisions: Path, state: str
) -> None:
    result = run("diff", "--", state)
    assert result.exit_code == 2
    assert f"{state} can't be compared: " in result.output
    assert not (revisions / "evidence/x").exists()


def test_without_a_branch_main_a_revision_must_be_named(run: Run, repository: Path) -> None:
    git(repository, "init", "--quiet", "--initial-branch", "other")
    result = run("diff")
    assert result.exit_code == 2
    assert "There is no branch main to compare with. Name a revision or a folder." in result.output


def test_records_of_an_earlier_time_need_not_fit(run: Run, revisions: Path, tmp_path: Path) -> None:
    old = shutil.copytree(revisions / "evidence", tmp_path / "old/evidence")
    (old / "rating.yml").write_text("version: 1\n", "utf-8")
    found = plain(run, str(old))
    assert found["not_told"].startswith("an error stands in the way")
    assert [one["path"] for one in found["records"]] == ["rating.yml"]


@pytest.mark.parametrize("name", ["scales.yml", "coding/results.csv", "places/wales.csv.gz"])
def test_an_earlier_time_without_a_file_of_today_is_told_by_its_name(
    run: Run, revisions: Path, tmp_path: Path, name: str
) -> None:
    old = shutil.copytree(revisions / "evidence", tmp_path / "old/evidence")
    (old / name).unlink()
    found = plain(run, str(old))
    assert found["not_told"] == (
        f"evidence/{name} is not in the evidence of then, and the code of today works nothing out without it;"
        " name a later revision"
    )
    assert (name, "added") in [(one["path"], one["change"]) for one in found["records"]]
    (revisions / "evidence" / name).unlink()
    assert str(tmp_path) not in run("diff").output


TOLD_TOGETHER = {
    "a vote": (STUDY, "direction: benefit", "direction: harm"),
    "a number": (STUDY, "value: 0.5", "value: 0.7"),
    "a rule": ("rating.yml", "votes: 3", "votes: 1"),
    "a label of the code frame": ("taxonomy.yml", "label: ", "label: Other "),
    "a group of outcomes": ("outcomes.yml", "label: ", "label: Other "),
    "a text": ("policies/islington-shine-2010.yml", "  - text: ", "  - text: again "),
    "a council": ("councils.yml", "name: ", "name: New "),
    "a code that was settled": (
        "coding/studies.csv",
        "randomised,randomised,randomised",
        "randomised,randomised,review",
    ),
}


@pytest.mark.parametrize("change", TOLD_TOGETHER)
def test_what_is_shared_changes_no_answer(repository: Path, change: str) -> None:
    name, old, new = TOLD_TOGETHER[change]
    path = repository / "evidence" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    folders = (BOOK / "evidence", repository / "evidence")
    shared = Shared()
    together = [state_in(folder, shared) for folder in folders]
    assert together == [state_in(folder, Shared()) for folder in folders]
    assert together[0] != together[1]


@pytest.mark.parametrize("name", [STUDY, "references.bib", "taxonomy.yml", "places/wales.csv.gz"])
def test_two_states_that_share_say_the_same_as_each_alone(repository: Path, name: str) -> None:
    path = repository / "evidence" / name
    if path.suffix == ".gz":
        path.write_bytes(path.read_bytes()[:-20])
    else:
        text = path.read_text("utf-8")
        path.write_text(text.replace("ousing", "ouzing").replace("harm", "benefit"), "utf-8")
    shared = Shared()
    folders = (BOOK / "evidence", repository / "evidence")
    assert [state_in(folder, shared) for folder in folders] == [
        state_in(folder, Shared()) for folder in folders
    ]
