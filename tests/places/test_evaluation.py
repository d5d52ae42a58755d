"""The estimate is the difference of differences, its interval holds the truth, and bad tables are refused."""

import pandas as pd
import pytest

from resilience.places.evaluation import difference_in_differences
from resilience.places.microdata import MicrodataError
from resilience.places.synthetic import synthetic_households


def small() -> pd.DataFrame:
    """Two areas in each group, four answers in each area and wave."""
    shares = {
        ("programme", 1): ([1, 0, 0, 0], [1, 0, 0, 0]),
        ("programme", 2): ([1, 1, 1, 0], [1, 1, 0, 0]),
        ("comparison", 1): ([1, 1, 0, 0], [1, 0, 0, 0]),
        ("comparison", 2): ([1, 1, 0, 0], [1, 1, 0, 0]),
    }
    rows = [
        (f"{group} {place}", group, wave, answer)
        for (group, wave), areas in shares.items()
        for place, answers in enumerate(areas)
        for answer in answers
    ]
    return pd.DataFrame(rows, columns=["area", "group", "wave", "outcome"])


def test_it_is_the_difference_of_the_differences() -> None:
    found = difference_in_differences(small())
    # Programme: 2 of 8 to 5 of 8; comparison: 3 of 8 to 4 of 8.
    assert found.estimate == pytest.approx((5 / 8 - 2 / 8) - (4 / 8 - 3 / 8))
    assert (found.areas, found.people) == (4, 32)
    assert found.means["mean"].tolist() == [3 / 8, 4 / 8, 2 / 8, 5 / 8]
    assert found.notes


def test_the_standard_error_is_that_of_cr1_by_hand() -> None:
    frame = small()
    found = difference_in_differences(frame)
    means = frame.groupby(["group", "wave"])["outcome"].transform("mean")
    sign = (frame["wave"] == 2).map({True: 1.0, False: -1.0}) * (frame["group"] == "programme").map(
        {True: 1.0, False: -1.0}
    )
    influence = sign * (frame["outcome"] - means) / 8
    clusters, people, terms = 4, 32, 4
    correction = clusters / (clusters - 1) * (people - 1) / (people - terms)
    by_hand = (correction * (influence.groupby(frame["area"]).sum() ** 2).sum()) ** 0.5
    assert found.se == pytest.approx(by_hand)


def test_the_order_of_rows_does_not_matter() -> None:
    frame = synthetic_households(0.05, areas=4, households=20)
    shuffled = frame.sample(frac=1, random_state=1)
    assert difference_in_differences(shuffled).ci_low == pytest.approx(
        difference_in_differences(frame).ci_low
    )


def test_who_did_not_answer_is_left_out() -> None:
    frame = small()
    more = pd.concat([frame, pd.DataFrame([("programme 0", "programme", 1, None)], columns=frame.columns)])
    assert difference_in_differences(more).people == 32


@pytest.mark.slow
def test_the_truth_lies_in_most_intervals() -> None:
    truth, runs = 0.075, 200
    found = [
        difference_in_differences(synthetic_households(truth, households=60, seed=seed))
        for seed in range(runs)
    ]
    assert sum(one.estimate for one in found) / runs == pytest.approx(truth, abs=0.006)
    held = sum(one.ci_low <= truth <= one.ci_high for one in found)
    assert 0.9 <= held / runs <= 0.99


def test_the_same_seed_makes_the_same_households() -> None:
    pd.testing.assert_frame_equal(synthetic_households(0.1, seed=3), synthetic_households(0.1, seed=3))
    assert not synthetic_households(0.1, seed=3).equals(synthetic_households(0.1, seed=4))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"drop": "wave"}, "The table lacks the column wave."),
        (
            {"group": "treated"},
            "group: 32 rows (the first is row 1) have an unknown value (treated). Write programme or",
        ),
        ({"wave": 3}, "an unknown value (3). Write 1 or 2."),
        ({"outcome": "yes"}, "outcome: 32 rows (the first is row 1) have no number."),
        ({"outcome": float("inf")}, "outcome: 32 rows (the first is row 1) have no number."),
        ({"outcome": 1}, "outcome: all answers are the same, so nothing can be estimated."),
        ({"outcome": None}, "group: comparison has no answer."),
        ({"area": "one"}, "area: one stands in both groups."),
        ({"wave": 1}, "wave: programme has no answer in wave 2."),
        ({"area": None}, "area: 32 rows (the first is row 1) have no value."),
    ],
)
def test_a_table_that_cannot_be_analysed_is_refused(change: dict[str, object], sentence: str) -> None:
    frame = small()
    frame = frame.drop(columns=change["drop"]) if "drop" in change else frame.assign(**change)
    with pytest.raises(MicrodataError) as caught:
        difference_in_differences(frame)
    assert sentence in str(caught.value)


def test_every_fault_is_told_at_once() -> None:
    frame = small().assign(group="treated", wave=3)
    with pytest.raises(MicrodataError) as caught:
        difference_in_differences(frame)
    assert len(str(caught.value).splitlines()) > 3
