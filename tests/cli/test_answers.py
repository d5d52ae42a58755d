"""`resilience answers`: sentences beside the records, and what moved since they were written."""

import json
from datetime import date
from pathlib import Path

from tests.cli.conftest import Run, change

from resilience.evidence import load
from resilience.evidence.form import to_form
from resilience.records.answer import WrittenAnswer
from resilience.records.vocabulary import Level

FILE = "answers/credit-unions.yml"
MOVED = "Mind: the level was “Not clear”, is now “Not studied”"


def as_if_unclear(repository: Path) -> None:
    change(repository, FILE, "      level: none", "      level: unclear")


def test_a_sentence_stands_before_what_the_records_say_now(run: Run) -> None:
    lines = run("answers", "credit-unions").output.splitlines()
    assert lines[0] == "Credit unions (credit-unions)"
    assert "policies of 0 UK councils are on record" in lines[1]
    assert lines[2:] == [
        "- Mind: Not studied: no study on record looked at mental health.",
        "  Now: Not studied; no size; 0 studies, 0 of them reviews.",
    ]


def test_what_moved_is_told(run: Run, repository: Path) -> None:
    as_if_unclear(repository)
    assert f"* Moved. {MOVED}." in run("answers").output
    (answer,) = json.loads(run("answers", "--json").output)
    assert answer["moved"] == [MOVED]
    assert answer["aims"][0]["counted"] == {"studies": 0, "reviews": 0, "trials": 0, "in_uk": 0}


def test_grounds_are_renewed_and_nothing_else(run: Run, repository: Path) -> None:
    as_if_unclear(repository)
    change(
        repository, FILE, "  drafts: 2", "  drafts: 2\n  checked:\n    by: Ann Reviewer\n    on: '2026-11-26'"
    )
    before = load(repository).answers["credit-unions"]
    assert run("answers", "--renew").output == "Renewed: evidence/answers/credit-unions.yml\n"
    text = (repository / "evidence" / FILE).read_text("utf-8")
    after = load(repository).answers["credit-unions"]
    assert to_form(text, WrittenAnswer) == text
    assert after.aims[0].grounds.level is Level.NONE
    assert (after.written.settled, after.written.checked) == (date.today(), None)
    assert (after.activity, after.aims[0].says) == (before.activity, before.aims[0].says)
    assert run("answers", "--renew").output == "Nothing has moved.\n"


def test_an_activity_without_an_answer_is_refused_with_what_was_meant(run: Run) -> None:
    result = run("answers", "credit-union")
    assert result.exit_code == 2
    assert "credit-union has no file in evidence/answers/. Did you mean credit-unions?" in result.output
