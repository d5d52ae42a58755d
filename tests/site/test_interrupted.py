"""Builds that are killed at random moments do no harm; `benchmarks/interrupted.py` kills thirty."""

from pathlib import Path

import pytest
from benchmarks.interrupted import CHANGES, Trial, add_notebook, report, trials

KILLS = 6
SOME = (CHANGES[0], CHANGES[3], CHANGES[4])
"""A label, a record less, and a build from nothing."""


@pytest.mark.slow
def test_after_six_kills_the_next_build_equals_a_clean_one(small_book: Path, tmp_path: Path) -> None:
    add_notebook(small_book)
    found = list(trials(small_book, KILLS, seed=3, changes=SOME))
    assert [one for one in found if one.differing or not one.published] == []
    assert any(one.phase for one in found), "No build was killed before its end."


def test_what_is_wrong_is_counted() -> None:
    right = Trial("a label", "reading", 1.0, True, [])
    found = [right, right._replace(differing=["index.html"]), right._replace(published=False, phase="")]
    assert report(found) == "2 of 3 killed before their end; 2 left something wrong"
