"""What studies on each side share is counted only where there are enough of them, and never called proof."""

from typing import Any

import pytest

from resilience.planning.adapting.in_common import FEWEST, in_common, sides


def given(better: int, other: int, silent: int = 0) -> dict[str, Any]:
    keys = [f"s{at}" for at in range(better + other + silent)]
    directions = ["benefit"] * better + ["null"] * other + ["not-told"] * silent
    votes = [{"study": key, "direction": one} for key, one in zip(keys, directions, strict=True)]
    study = {
        "short": "A, 2010",
        "comparison": "Chance decided who took part",
        "in_uk": True,
        "types": ["clubs"],
    }
    return {
        "common": {
            "types": {"clubs": {"label": "Clubs", "aims": ["mind"]}},
            "groups": {"mind": {"label": "Mind"}, "body": {"label": "Body"}},
        },
        "adapt": {
            "studies": {key: study for key in keys},
            "types": {"clubs": {"votes": {"mind": votes}, "studied": len(keys), "among_others": keys[:1]}},
        },
    }


@pytest.mark.parametrize(("better", "other"), [(FEWEST - 1, FEWEST), (FEWEST, FEWEST - 1), (5, 0)])
def test_too_few_on_a_side_are_said_to_be(better: int, other: int) -> None:
    section = in_common(given(better, other), "clubs", ["mind"], "Clubs")
    assert section.table is None
    assert "too few" in section.said[-1].text


def test_fields_are_counted_on_both_sides() -> None:
    section = in_common(given(FEWEST + 1, FEWEST), "clubs", ["mind"], "Clubs")
    assert section.table is not None
    rows = {cells[0].text: [cell.text for cell in cells[1:]] for cells in section.table.rows}
    assert rows["Done in the United Kingdom"] == ["4 of 4", "3 of 3"]
    assert rows["Looked at this activity alone"] == ["3 of 4", "3 of 3"]
    assert "no proof" in section.said[0].sure
    assert section.said[0].sources


def test_what_is_not_told_is_not_counted() -> None:
    made = given(FEWEST, FEWEST)
    made["adapt"]["studies"]["s0"] = {**made["adapt"]["studies"]["s0"], "in_uk": None}
    table = in_common(made, "clubs", ["mind"], "Clubs").table
    assert table is not None
    assert [cell.text for cell in table.rows[0]][1:] == ["2 of 2", "3 of 3"]


def test_an_evaluation_counts_once_and_as_better_if_it_was_so_on_any_outcome() -> None:
    votes = {
        "mind": [{"study": "a", "direction": "null"}, {"study": "b", "direction": "not-told"}],
        "body": [{"study": "a", "direction": "benefit"}, {"study": "c", "direction": "harm"}],
    }
    assert sides({"votes": votes}, ["mind", "body"]) == (["a"], ["c"], ["b"])
    assert sides({"votes": votes}, ["mind"]) == ([], ["a"], ["b"])


def test_without_outcomes_it_is_what_the_activity_is_done_for() -> None:
    text = in_common(given(1, 0), "clubs", [], "Clubs").said[0].text
    assert "done for (“Mind”), as no outcome is chosen" in text


def test_no_side_and_no_study_are_told_apart() -> None:
    silent = in_common(given(0, 0, 2), "clubs", ["mind"], "Clubs").said[0].text
    assert "2 studies looked and named no side" in silent
    assert in_common(given(0, 0), "clubs", ["mind"], "Clubs").said[0].text == "No study of it is on record."
