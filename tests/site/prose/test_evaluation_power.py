"""Beside the programme's result stands what an evaluation of its size could see."""

from tests.frozen import book
from tests.site.reading import lines, piece, rows

from resilience.site.pages.common import Pages
from resilience.site.prose.evaluation_power import evaluation_power

PAGES = Pages(book())


def test_power_and_smallest_change_are_told_for_both_likenesses() -> None:
    shown = piece(evaluation_power(PAGES, ""))
    assert rows(shown) == [["0.02", "9.9", "56"], ["0.05", "12.5", "38"]]
    said, *_, assumed = lines(shown)
    assert "a true change of 7.5 points" in said
    assert "Of 100 such evaluations 56 would see it if that is 0.02, and 38 if it is 0.05." in said
    assert "The assumptions are ours" in assumed
    for number in ("9 and 9 areas", "167 households", "50 in 100", "0.8"):
        assert number in assumed
