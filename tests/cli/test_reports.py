"""Text from a contribution is shown, and never acts on a terminal or on GitHub."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.conftest import Run, change

from resilience.checks import Problem, Severity
from resilience.cli.reports import for_github, for_people, for_programs, in_sum, visible

NASTY = (
    "a\x1b[31mb",
    "a\r\nb",
    "a\n::error::b",
    "a\u202eb",
    "a\u2066b",
    "a\u2028b",
    "a\x00b",
    "a\x9bb",
    "a\u200bb",
)


def problem(path: str = "evidence/gaps.yml", field: str = "gaps", message: str = "wrong") -> Problem:
    return Problem(path, 3, field, "E999", message, "Mend it.", Severity.ERROR)


@pytest.mark.parametrize("text", NASTY)
def test_characters_that_act_are_shown_as_codes(text: str) -> None:
    shown = for_people(problem(message=text))
    assert shown.isprintable()
    assert f"\\u{ord(text[1]):04x}" in shown


@pytest.mark.parametrize("text", ["Gwynedd Môn", "“quoted” – 5 × 6", "日本語", "a%b:c,d"])
def test_plain_words_stay(text: str) -> None:
    assert visible(text) == text


def test_annotation() -> None:
    assert for_github(problem()) == (
        "::error file=evidence/gaps.yml,line=3,title=E999 gaps"
        "::evidence/gaps.yml:3 gaps: wrong [E999]. Mend it."
    )


def test_a_warning_is_annotated_as_one() -> None:
    warning = Problem("evidence/gaps.yml", 3, "", "W999", "odd", "Look.", Severity.WARNING)
    assert for_github(warning).startswith("::warning file=evidence/gaps.yml,line=3,title=W999 ::")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (problem(path="evidence/a,b:c%d.yml"), "file=evidence/a%2Cb%3Ac%25d.yml,line=3"),
        (problem(path="evidence/a\r\n::error::b"), "file=evidence/a\\u000d\\u000a%3A%3Aerror%3A%3Ab,line=3"),
        (problem(field="a,line=9::b"), "title=E999 a%2Cline=9%3A%3Ab::"),
        (problem(message="100%25"), "100%2525"),
        (problem(message="a\n::error::b"), "a\\u000a::error::b"),
    ],
)
def test_signs_that_github_reads_are_escaped(given: Problem, expected: str) -> None:
    assert expected in for_github(given)


@given(st.text(), st.text(), st.text())
def test_an_annotation_is_one_command(path: str, field: str, message: str) -> None:
    line = for_github(problem(path, field, message))
    assert line.isprintable()
    match = re.fullmatch(r"::error file=([^:,]*),line=3,title=([^:,]*)::(.*)", line)
    assert match
    assert not re.search(r"%(?!25|3A|2C)", line)


@given(st.text())
def test_a_list_for_programs_is_plain_ascii(message: str) -> None:
    assert for_programs([problem(message=message)]).isascii()


@pytest.mark.parametrize(
    ("severities", "files", "text"),
    [
        ([], 0, "Checked 0 files: no errors, no warnings."),
        (["error"], 1, "Checked 1 file: 1 error, no warnings."),
        (["error", "error", "warning"], 2, "Checked 2 files: 2 errors, 1 warning."),
    ],
)
def test_sum(severities: list[str], files: int, text: str) -> None:
    found = [Problem("a", 1, "", "E1", "b", "c", Severity(severity)) for severity in severities]
    assert in_sum(found, files) == text


def injected(repository: Path) -> None:
    """Put text that would act into a value and into the name of a field."""
    text = '"x\\n::error file=a::owned \\e[2J \\u202E"'
    change(repository, "studies/trial-2020.yml", "design: rct", f"design: {text}\n{text}: 1")


@pytest.mark.parametrize("on_github", ["true", "false"])
def test_a_record_cannot_act(
    run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch, on_github: str
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", on_github)
    injected(repository)
    result = run("check")
    assert result.exit_code == 1
    assert "owned" in result.stdout
    *lines, _ = result.stdout.split("\n")
    assert all(line.isprintable() for line in lines)
    starts = "::error file=evidence/studies/trial-2020.yml," if on_github == "true" else "evidence/studies/"
    assert all(line.startswith(starts) for line in lines[:-1])
    assert lines[-1].startswith("Checked ")
