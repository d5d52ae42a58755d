from resilience.places.evaluation import difference_in_differences
from resilience.places.report import against_truth, in_words, means_table, methods_table
from resilience.places.synthetic import synthetic_households

TRUTH = 0.075
FOUND = [difference_in_differences(synthetic_households(TRUTH, households=40, seed=seed)) for seed in (1, 2)]


def test_each_survey_has_a_row_and_the_truth_the_last() -> None:
    frame = against_truth(FOUND, TRUTH)
    assert frame["label"].tolist() == ["Survey 1", "Survey 2", "Truth"]
    assert frame.iloc[-1].tolist() == ["Truth", 7.5, 7.5, 7.5, True]
    assert frame["value"][0] == round(100 * FOUND[0].leading.estimate, 1)


def test_the_sentence_counts_the_intervals_that_hold_the_truth() -> None:
    held = sum(one.leading.ci_low <= TRUTH <= one.leading.ci_high for one in FOUND)
    assert in_words(FOUND, TRUTH).startswith(
        f"On made-up data {held} of 2 intervals hold the truth of 7.5 points; "
    )


def test_means_are_in_points_of_a_hundred() -> None:
    table = means_table(FOUND[0])
    assert len(table) == 4
    assert table["Share, of 100"].between(0, 100).all()
    assert table["Answers"].sum() == FOUND[0].people


def test_each_method_has_a_row_the_leading_one_first() -> None:
    table = methods_table(FOUND[0])
    assert table["Method"].tolist() == [
        "Change of area means, t",
        "Households, CR1, t",
        "Households, wild bootstrap",
    ]
    assert table["Points of 100"][0] == round(100 * FOUND[0].leading.estimate, 1)
