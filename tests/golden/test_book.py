"""The small book is as sound as the real one, so that what holds for it can be relied on."""

from datetime import date
from pathlib import PurePosixPath

import pytest
from tests.golden.book import BOOK

from resilience.checks import check
from resilience.evidence import load
from resilience.evidence.form import to_form
from resilience.evidence.kinds import KINDS, kind_of
from resilience.evidence.learnt import stale_learnt
from resilience.learning.learn import learn

EVIDENCE = BOOK / "evidence"
FILES = sorted(path.relative_to(EVIDENCE) for path in EVIDENCE.rglob("*.yml"))


def test_no_check_finds_anything() -> None:
    found = check(EVIDENCE, date(2026, 12, 1))
    # Some activities have no written answer, so that pages without one are seen too.
    assert [str(problem) for problem in found if problem.code != "W371"] == []


def test_every_kind_of_record_is_there() -> None:
    assert {kind_of(PurePosixPath(path)) for path in FILES} == set(KINDS)


@pytest.mark.parametrize("path", FILES, ids=str)
def test_a_record_is_in_form(path: PurePosixPath) -> None:
    kind = kind_of(PurePosixPath(path))
    assert kind
    text = (EVIDENCE / path).read_text("utf-8")
    assert to_form(text, kind.model) == text, f"Next: resilience check --fix in {BOOK.name}/"


@pytest.mark.slow
def test_what_the_matcher_learnt_is_what_the_records_teach() -> None:
    assert stale_learnt(EVIDENCE, *learn(load(BOOK))) == [], "Next: resilience learn in tests/book"
