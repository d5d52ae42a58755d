"""Each rule fires on what it is for, names the place, and leaves near misses alone."""

from pathlib import Path

import pytest
from tests.checks.case_files import GOOD, TODAY, Case, all_cases, found, golden_messages

from resilience.checks import catalogue, check

CASES = all_cases()
MESSAGES = golden_messages()
UPDATE = "Are the new words better? Then: .venv/bin/python -m tests.checks.case_files"


def test_the_good_folder_has_no_problem() -> None:
    assert check(GOOD, TODAY) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case(case: Case, tmp_path: Path) -> None:
    problems = found(case, tmp_path)
    got = sorted((p.code, p.path.removeprefix("evidence/"), p.field) for p in problems)
    assert got == case.expected, case.note
    assert [str(problem) for problem in problems] == MESSAGES.get(case.id, []), UPDATE


def test_every_code_fires_in_a_case() -> None:
    fired = {code for case in CASES for code, _, _ in case.expected}
    assert {code.code for code in catalogue()} - fired == set()


def test_every_code_has_a_near_miss() -> None:
    assert {code.code for code in catalogue()} - {case.near for case in CASES} == set()


def test_no_near_miss_fires() -> None:
    assert [case.id for case in CASES if case.near in {code for code, _, _ in case.expected}] == []


def test_no_message_is_left_over() -> None:
    assert MESSAGES.keys() == {case.id for case in CASES if case.expect}, UPDATE


def test_cases_have_names_of_their_own() -> None:
    names = [case.id for case in CASES]
    assert sorted(names) == sorted(set(names))
