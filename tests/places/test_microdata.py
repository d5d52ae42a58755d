"""A table that can't be analysed is refused, with every fault in a sentence."""

import pandas as pd
import pytest

from resilience.places.microdata import LINE, MicrodataError, check_microdata
from resilience.places.synthetic import synthetic_households

GOOD = synthetic_households(0.1, areas=4, households=4)


def faults(frame: pd.DataFrame) -> list[str]:
    with pytest.raises(MicrodataError) as caught:
        check_microdata(frame)
    return str(caught.value).splitlines()


def without(frame: pd.DataFrame, *areas: str, wave: int) -> pd.DataFrame:
    return frame[~(frame["area"].isin(areas) & (frame["wave"] == wave))]


def test_a_good_table_passes() -> None:
    check_microdata(GOOD)
    check_microdata(GOOD.assign(placebo=GOOD["outcome"]))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"drop": "wave"}, "The table lacks the column wave."),
        (
            {"group": "treated"},
            "group: 64 rows (the first is row 1) have an unknown value (treated). Write programme or",
        ),
        ({"wave": 3}, "an unknown value (3). Write 1 or 2."),
        ({"outcome": "yes"}, "outcome: 64 rows (the first is row 1) have no number."),
        ({"outcome": float("inf")}, "outcome: 64 rows (the first is row 1) have no number."),
        ({"outcome": 1}, "outcome: all answers are the same, so nothing can be estimated."),
        ({"outcome": None}, "group: comparison has no answer."),
        ({"area": "one"}, "area: one stands in both groups."),
        ({"wave": 1}, "wave: programme has no answer in wave 2."),
        ({"area": None}, "area: 64 rows (the first is row 1) have no value."),
        ({"placebo": "yes"}, "placebo: 64 rows (the first is row 1) have no number."),
        ({"placebo": None}, "group: programme has no answer to placebo."),
    ],
)
def test_a_table_that_cannot_be_analysed_is_refused(change: dict[str, object], sentence: str) -> None:
    frame = GOOD.drop(columns=change["drop"]) if "drop" in change else GOOD.assign(**change)
    assert sentence in "\n".join(faults(frame))


def test_an_area_without_a_second_wave_is_named_with_its_place() -> None:
    frame = synthetic_households(0.1, areas=6, households=4)
    one = without(frame, "programme area 2", wave=2)
    ending = "Each area needs both waves. Add the answers, or leave the area out."
    assert faults(one) == [f"area: programme area 2 (from row 9) has no answer in wave 2. {ending}"]
    two = without(one, "comparison area 1", "comparison area 6", wave=1)
    named = "comparison area 1 (from row 45) and comparison area 6 (from row 81)"
    assert faults(two)[1:] == [f"area: {named} have no answer in wave 1. {ending}"]
    lines = two.set_axis(pd.RangeIndex(2, len(two) + 2, name=LINE))
    assert "programme area 2 (from line 10)" in faults(lines)[0]


def test_answers_left_empty_are_no_second_wave() -> None:
    frame = synthetic_households(0.1, areas=5, households=4)
    empty = (frame["area"] == "programme area 3") & (frame["wave"] == 2)
    assert len(faults(frame.assign(outcome=frame["outcome"].mask(empty)))) == 1
    never = frame["area"] == "programme area 3"
    assert len(faults(frame.assign(outcome=frame["outcome"].mask(never)))) == 2


@pytest.mark.parametrize(("areas", "named"), [(3, "3 areas"), (1, "1 area")])
def test_fewer_than_four_areas_in_a_group_are_refused(areas: int, named: str) -> None:
    kept = {f"programme area {number}" for number in range(1, areas + 1)}
    frame = GOOD[(GOOD["group"] == "comparison") | GOOD["area"].isin(kept)]
    assert faults(frame) == [
        f"group: programme has {named} with answers in both waves. "
        "At least 4 are needed, for fewer can't show how much areas differ by chance."
    ]


def test_an_area_that_lacks_a_wave_does_not_count_towards_the_four() -> None:
    found = faults(without(GOOD, "programme area 1", wave=1))
    assert [line.split(" ")[0] for line in found] == ["area:", "group:"]
    assert "programme has 3 areas" in found[1]


@pytest.mark.parametrize("answers", [{1: 1, 2: 0}, {1: 0, 2: 0}])
def test_areas_that_all_changed_by_the_same_amount_are_refused(answers: dict[int, int]) -> None:
    copied = GOOD["outcome"].where(GOOD["group"] == "programme", GOOD["wave"].map(answers))
    assert faults(GOOD.assign(outcome=copied)) == [
        "group: answers changed by the same amount in all areas of comparison, "
        "so nothing shows how much areas differ by chance. See whether they were copied."
    ]


def test_the_placebo_outcome_is_checked_like_the_outcome() -> None:
    frame = synthetic_households(0.1, areas=5, households=4)
    empty = (frame["area"] == "programme area 3") & (frame["wave"] == 2)
    (found,) = faults(frame.assign(placebo=frame["outcome"].mask(empty)))
    assert "has no answer to placebo in wave 2" in found


def test_every_fault_is_told_at_once() -> None:
    frame = without(GOOD, "comparison area 1", wave=2).assign(placebo="no")
    frame.loc[frame["area"] == "programme area 4", "wave"] = 7
    found = "\n".join(faults(frame))
    for part in ("unknown value (7)", "placebo: 60 rows", "comparison area 1", "comparison has 3 areas"):
        assert part in found
