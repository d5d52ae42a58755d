"""Estimates stand side by side with their intervals."""

import pandas as pd
import pytest

from resilience.figures.estimates import associations, shares
from resilience.figures.palette import ACCENT, PAPER
from resilience.records.vocabulary import Metric

FRAME = pd.DataFrame(
    {
        "outcome": ["GP visits", "A&E visits", "GP visits"],
        "predictor": ["Debt", "Debt", "Cold home"],
        "reference": [None, "no debt", "a warm home"],
        "estimate": [1.4, 2.1, None],
        "ci_low": [0.9, 1.3, None],
        "ci_high": [2.0, 3.3, None],
    }
)
SHARES_FRAME = pd.DataFrame(
    {
        "label": ["Parks", "Homes"],
        "right": [9, 2],
        "n": [10, 4],
        "value": [90.0, 50.0],
        "ci_low": [59.6, 15.0],
        "ci_high": [98.2, 85.0],
    }
)
FIGURE = shares(SHARES_FRAME, title="T", what="Share found", row="activity type", things="texts")


def test_rows_stand_under_their_outcome_in_the_order_given() -> None:
    figure = associations(FRAME, Metric.RATE_RATIO, title="T")
    assert list(figure.table["Outcome"]) == ["GP visits", "GP visits", "A&E visits"]
    headings = [
        row["heading"]
        for rows in figure.payload()["wide"]["datasets"].values()
        for row in rows
        if "heading" in row
    ]
    assert headings == ["GP visits", "A&E visits"]


def test_rows_can_stand_under_other_headings() -> None:
    frame = FRAME.assign(about=["Money", "Money", "Housing"])
    figure = associations(frame, Metric.RATE_RATIO, title="T", group="about")
    assert list(figure.table["Who or what"]) == ["Debt", "Debt", "Cold home"]


def test_the_sentence_and_note_say_what_an_association_is() -> None:
    figure = associations(FRAME, Metric.RATE_RATIO, title="T")
    assert figure.sentence == (
        "The chart shows 2 estimates for 2 outcomes. "
        "With the whole interval, 1 lies above 1 (the line of no difference)."
    )
    assert "not that one causes the other" in figure.note


def test_a_label_names_the_reference_where_it_is_known() -> None:
    spec = associations(FRAME, Metric.RATE_RATIO, title="T").payload()["narrow"]
    labels = [row["label"] for rows in spec["datasets"].values() for row in rows if "numbers" in row]
    assert labels == ["Debt", "Debt; against: no debt"]


def test_a_label_names_the_unit_of_a_number() -> None:
    frame = FRAME.head(1).assign(reference="per mile", predictor="Distance")
    spec = associations(frame, Metric.RATE_RATIO, title="T").payload()["narrow"]
    labels = [row["label"] for rows in spec["datasets"].values() for row in rows if "numbers" in row]
    assert labels == ["Distance, per mile"]


def test_only_an_interval_off_the_line_fills_its_mark() -> None:
    spec = associations(FRAME, Metric.RATE_RATIO, title="T").payload()["narrow"]
    fills = [row["fill"] for rows in spec["datasets"].values() for row in rows if "numbers" in row]
    assert fills == [PAPER.light, ACCENT.light]


def test_nothing_to_draw_is_an_error() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        associations(FRAME.assign(estimate=None), Metric.RATE_RATIO, title="T")


def test_the_sentence_counts_and_names_the_ends() -> None:
    assert FIGURE.sentence == (
        "Share found: 11 of 14 texts. The highest share by activity type is Parks (9 of 10), "
        "the lowest Homes (2 of 4)."
    )


def test_the_table_holds_counts_beside_shares() -> None:
    assert list(FIGURE.table["Texts"]) == [10, 4]
    assert list(FIGURE.table["Right"]) == [9, 2]


def test_small_numbers_are_named_in_the_chart() -> None:
    rows = [row for rows in FIGURE.payload()["narrow"]["datasets"].values() for row in rows]
    assert {row["label"] for row in rows if "numbers" in row} == {"Parks (n = 10)", "Homes (n = 4)"}


def test_a_number_that_all_rows_share_is_named_once() -> None:
    figure = shares(SHARES_FRAME.assign(n=10), title="T", what="Share", row="activity type", things="texts")
    spec = figure.payload()["narrow"]
    rows = [row for rows in spec["datasets"].values() for row in rows]
    assert {row["label"] for row in rows if "numbers" in row} == {"Parks", "Homes"}
    assert "Share, of 100 (n = 10)" in str(spec)


def test_shares_are_written_to_one_decimal() -> None:
    thirds = SHARES_FRAME.assign(value=[100 / 3, 50.0])
    figure = shares(thirds, title="T", what="Share found", row="activity type", things="texts")
    rows = [row for rows in figure.payload()["narrow"]["datasets"].values() for row in rows]
    assert {row["numbers"] for row in rows if "numbers" in row} == {"33.3 (59.6 to 98.2)", "50 (15 to 85)"}
