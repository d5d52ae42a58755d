"""Beside the programme's result stands what an evaluation of its size could see."""

from pathlib import Path

from resilience.evidence import load
from resilience.site.pages.blocks import Paragraph, Table
from resilience.site.pages.common import Pages
from resilience.site.prose.evaluation_power import evaluation_power

PAGES = Pages(load(Path(__file__).parents[3]))


def test_power_and_smallest_change_are_told_for_both_likenesses() -> None:
    said, table, assumed = evaluation_power(PAGES, "")
    assert isinstance(said, Paragraph)
    assert isinstance(table, Table)
    assert isinstance(assumed, Paragraph)
    rows = [[cell[0].text for cell in row] for row in table.rows]
    assert rows == [["0.02", "9.9", "56"], ["0.05", "12.5", "38"]]
    (text,) = said.content
    assert "a true change of 7.5 points" in text.text
    assert "Of 100 such evaluations 56 would see it if that is 0.02, and 38 if it is 0.05." in text.text
    (text,) = assumed.content
    assert "The assumptions are ours" in text.text
    for number in ("9 and 9 areas", "167 households", "50 in 100", "0.8"):
        assert number in text.text
