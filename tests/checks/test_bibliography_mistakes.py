"""Green means right: a mistake in a bibliography is told at its line, or the page is right all the same."""

import re
from pathlib import Path

import pytest
from tests.checks.bibliography_mistakes import ENTRY, Mistake, mistakes, printed_as, told_of

from resilience.evidence.bib_form import in_form

MISTAKES = mistakes()
LEFT_OVER = re.compile(r"[\\\\{}]|--|``|''|&amp;|<i>")
"""What no reader should meet."""


def errors(told: list[str]) -> list[str]:
    return [one for one in told if one.startswith("E")]


def test_the_entry_without_a_mistake_is_good(tmp_path: Path) -> None:
    assert told_of(ENTRY, tmp_path) == []
    assert in_form(ENTRY) == (ENTRY, ())


def test_there_are_enough_mistakes_of_their_own() -> None:
    assert len({case.id for case in MISTAKES}) == len(MISTAKES) >= 40


@pytest.mark.parametrize("case", MISTAKES, ids=lambda case: case.id)
def test_a_mistake_is_told_at_its_line_or_printed_right(case: Mistake, tmp_path: Path) -> None:
    problems = told_of(case.text, tmp_path)
    assert [f"{problem.code} {problem.line}" for problem in problems] == case.told
    assert all(problem.message and problem.mend.endswith((".", "?")) for problem in problems)
    if not errors(case.told):
        assert printed_as(case.text, tmp_path) == case.printed
        assert not LEFT_OVER.search(case.printed)


@pytest.mark.parametrize("case", MISTAKES, ids=lambda case: case.id)
def test_a_mistake_with_one_reading_is_mended(case: Mistake, tmp_path: Path) -> None:
    formed = in_form(case.text)
    assert in_form(formed.text) == (formed.text, ())
    if case.fixed:
        assert told_of(formed.text, tmp_path) == []
        assert printed_as(formed.text, tmp_path) == case.fixed
    else:
        assert formed.text == case.text


def test_what_is_left_out_is_told() -> None:
    text = ENTRY.replace("  year", "  abstract = {We},\n  month = jan,\n  year")
    assert in_form(text) == (ENTRY, ("warm-2020: left out abstract, month, which no page shows",))
