"""`resilience received` writes a checked draft, or says all that is missing and writes nothing."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.received.sent import recorded

RECORD = "evidence/policies/leeds-dry-homes-2024.yml"


def event(repository: Path, body: str) -> Path:
    issue = {"body": body, "number": 12, "user": {"login": "mary-b", "id": 4711}}
    path = repository / "event.json"
    path.write_text(json.dumps({"action": "labeled", "issue": issue}), "utf-8")
    return path


def test_an_event_becomes_a_record_and_texts(run: Run, repository: Path) -> None:
    event(repository, recorded("policy").replace("\n", "\r\n"))
    result = run("received", "event.json", "--texts", "out")
    assert (result.exit_code, result.stdout) == (0, f"Written: {RECORD}\n")
    assert "account mary-b (issue 12)" in (repository / RECORD).read_text("utf-8")
    assert {path.name for path in (repository / "out").iterdir()} == {"issue", "message", "text.md", "title"}
    assert (repository / "out/issue").read_text("utf-8") == "12\n"
    assert run("check", RECORD).exit_code == 0


def test_the_text_of_an_issue_needs_its_sender(run: Run, repository: Path) -> None:
    (repository / "body.md").write_text(recorded("policy"), "utf-8")
    assert "Say the --account" in run("received", "body.md").stderr
    assert "letters, digits and hyphens" in run("received", "body.md", "--account", "$(id)").stderr
    assert run("received", "body.md", "--account", "mary-b").exit_code == 0
    assert (repository / RECORD).is_file()


def test_what_is_missing_is_told_and_nothing_is_written(run: Run, repository: Path) -> None:
    event(repository, recorded("policy").replace("Leeds", "\U0001f600").replace("2024", "soon"))
    before = {*repository.joinpath("evidence").rglob("*")}
    result = run("received", "event.json", "--texts", "out")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 2
    assert {*repository.joinpath("evidence").rglob("*")} == before
    assert {path.name for path in (repository / "out").iterdir()} == {"answer.md", "issue"}
    assert "- **First year** `soon` is no whole number" in (repository / "out/answer.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("event.json", b"{}", "no event of an issue"),
        ("body.md", b"\xff\xfe", "no text in UTF-8"),
        ("body.md", None, "There is no file"),
    ],
)
def test_files_that_can_not_be_read(
    run: Run, repository: Path, name: str, content: bytes | None, why: str
) -> None:
    if content is not None:
        (repository / name).write_bytes(content)
    result = run("received", name, "--account", "mary-b")
    assert result.exit_code == 2
    assert why in result.stderr


def test_a_hostile_issue_can_not_act_on_the_terminal_or_the_log(run: Run, repository: Path) -> None:
    event(repository, recorded("policy").replace("Leeds", "Leeds\n::error::x\x1b[31m"))
    result = run("received", "event.json")
    assert result.exit_code == 1
    assert not any(line.startswith("::") for line in result.output.splitlines())
    assert "\x1b" not in result.output
