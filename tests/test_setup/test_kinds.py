"""A change of records alone is told from any other, and every folder belongs to a kind."""

import json
import subprocess
from pathlib import Path

import pytest
from tests.test_setup.tools import ROOT, tool

kinds = tool("kinds")


def git(folder: Path, *words: str) -> str:
    name = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org")
    done = subprocess.run(["git", *name, *words], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def test_every_tracked_path_at_the_top_belongs_to_a_kind() -> None:
    tops = {name.partition("/")[0] for name in git(ROOT, "ls-files").splitlines()}
    assert tops - {kinds.RECORDS, *kinds.OTHERS} == set()


def test_all_that_is_named_is_there() -> None:
    assert [
        name for name in (kinds.RECORDS, *kinds.MADE_BY_CODE, *kinds.OTHERS) if not (ROOT / name).exists()
    ] == []


@pytest.mark.parametrize(
    ("files", "kind"),
    [
        (["evidence/studies/a-2020.yml", "evidence/references.bib"], "records"),
        (["evidence/README.md"], "records"),
        (["evidence/studies/a-2020.yml", "src/resilience/cli/check.py"], "all"),
        (["evidence/schema/study.json"], "all"),
        (["evidence/learnt/weights.csv"], "all"),
        (["evidence-of-all/a.yml"], "all"),
        (["book/cite.md"], "all"),
        (["a-new-folder/file"], "all"),
        ([], "all"),
    ],
)
def test_a_kind_by_its_files(files: list[str], kind: str) -> None:
    assert kinds.kind_of(files) == kind


def test_what_a_run_compares_with(tmp_path: Path) -> None:
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"before": "abc"}), "utf-8")
    assert kinds.base_of({"GITHUB_EVENT_NAME": "pull_request"}) == "HEAD^1"
    assert kinds.base_of({"GITHUB_EVENT_NAME": "push", "GITHUB_EVENT_PATH": str(event)}) == "abc"
    assert kinds.base_of({"GITHUB_EVENT_NAME": "workflow_dispatch"}) == ""
    assert kinds.base_of({}) == ""


def test_all_commits_count_and_so_does_where_a_file_was(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    for number, name in enumerate(("src/a.py", "evidence/b.yml", "evidence/ü.yml")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{number}\n" * 5, "utf-8")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-qm", name)
    first = git(tmp_path, "rev-list", "--max-parents=0", "HEAD")
    assert kinds.changed(first, tmp_path) == ["evidence/b.yml", "evidence/ü.yml"]
    git(tmp_path, "mv", "src/a.py", "evidence/a.py")
    git(tmp_path, "commit", "-qm", "moved")
    assert kinds.kind_of(kinds.changed(first, tmp_path)) == "all"
    # After a push by force the commit before may be gone.
    assert kinds.changed("0" * 40, tmp_path) == []


def test_the_kind_reaches_the_jobs_that_follow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "output"
    monkeypatch.setenv("GITHUB_OUTPUT", str(output))
    monkeypatch.setenv("GITHUB_EVENT_NAME", "workflow_dispatch")
    kinds.main()
    assert output.read_text("utf-8") == "kind=all\n"
