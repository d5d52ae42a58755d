"""The estimate is the difference of differences, and its interval holds the truth."""

import pandas as pd
import pytest

from resilience.places.area_sums import area_sums
from resilience.places.estimate import Method, by_area_means
from resilience.places.evaluation import LOPSIDED, difference_in_differences
from resilience.places.synthetic import synthetic_households


def small() -> pd.DataFrame:
    """Four areas in each group, four answers in each area and wave."""
    said_yes = {
        ("programme", 1): (1, 0, 2, 1),
        ("programme", 2): (3, 2, 2, 3),
        ("comparison", 1): (2, 1, 0, 2),
        ("comparison", 2): (2, 2, 1, 1),
    }
    rows = [
        (f"{group} {place}", group, wave, int(number < yes))
        for (group, wave), areas in said_yes.items()
        for place, yes in enumerate(areas)
        for number in range(4)
    ]
    return pd.DataFrame(rows, columns=["area", "group", "wave", "outcome"])


def test_it_is_the_difference_of_the_differences() -> None:
    found = difference_in_differences(small())
    # Programme: 4 of 16 to 10 of 16; comparison: 5 of 16 to 6 of 16.
    for one in found.estimates:
        assert one.estimate == pytest.approx((10 - 4) / 16 - (6 - 5) / 16)
    assert (found.areas, found.people) == (8, 64)
    assert found.means["mean"].tolist() == [5 / 16, 6 / 16, 4 / 16, 10 / 16]
    assert found.means["n"].tolist() == [16] * 4


def test_three_methods_are_given_and_the_first_leads() -> None:
    found = difference_in_differences(small())
    assert [one.method for one in found.estimates] == list(Method)
    assert found.leading == found.estimates[0]
    assert found.notes[0].startswith("The first estimate leads: each area counts once")
    assert "t has 6 degrees of freedom" in found.notes[0]
    assert any("all 128 patterns" in note for note in found.notes)
    assert found.notes[-1].startswith("All hold only if")


def test_in_the_leading_estimate_each_area_counts_once() -> None:
    frame = small()
    more = pd.concat([frame, *[frame[frame["area"] == "programme 0"]] * 5])
    before, after = difference_in_differences(frame), difference_in_differences(more)
    assert after.leading.estimate == pytest.approx(before.leading.estimate)
    assert after.estimates[1].estimate > before.estimates[1].estimate
    assert after.means["mean"].tolist() == pytest.approx(before.means["mean"].tolist())


def test_small_programme_areas_are_told_where_they_are_fewer() -> None:
    big = synthetic_households(0.0, areas=8, households=40)
    number = big.groupby(["area", "wave"]).cumcount()
    fifth = big["area"].str.endswith(("5", "6", "7", "8"))
    programme = big["group"] == "programme"
    frame = big[~programme | (~fifth & (number < 10))]
    assert LOPSIDED in difference_in_differences(frame).notes
    assert LOPSIDED not in difference_in_differences(big).notes


def test_a_placebo_outcome_is_analysed_in_the_same_way() -> None:
    frame = synthetic_households(0.1, areas=4, households=20)
    placebo = synthetic_households(0.0, areas=4, households=20, seed=2)
    found = difference_in_differences(frame.assign(placebo=placebo["outcome"]))
    assert found.placebo is not None
    assert found.placebo.estimates == difference_in_differences(placebo).estimates
    assert found.estimates == difference_in_differences(frame).estimates
    assert difference_in_differences(frame).placebo is None


def test_the_order_of_rows_does_not_matter() -> None:
    frame = synthetic_households(0.05, areas=4, households=20)
    shuffled = frame.sample(frac=1, random_state=1)
    found = zip(
        difference_in_differences(shuffled).estimates, difference_in_differences(frame).estimates, strict=True
    )
    for again, once in found:
        assert (again.ci_low, again.p) == pytest.approx((once.ci_low, once.p))


def test_who_did_not_answer_is_left_out() -> None:
    frame = small()
    more = pd.concat([frame, pd.DataFrame([("programme 0", "programme", 1, None)], columns=frame.columns)])
    assert difference_in_differences(more).people == 64


def test_the_truth_lies_in_most_intervals() -> None:
    truth, runs = 0.075, 200
    found = [
        by_area_means(area_sums(synthetic_households(truth, households=60, seed=seed), "outcome"))
        for seed in range(runs)
    ]
    assert sum(one.estimate for one in found) / runs == pytest.approx(truth, abs=0.006)
    held = sum(one.ci_low <= truth <= one.ci_high for one in found)
    assert 0.9 <= held / runs <= 0.99


def test_the_same_seed_makes_the_same_households() -> None:
    pd.testing.assert_frame_equal(synthetic_households(0.1, seed=3), synthetic_households(0.1, seed=3))
    assert not synthetic_households(0.1, seed=3).equals(synthetic_households(0.1, seed=4))
