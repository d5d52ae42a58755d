"""Associations: grouped by outcome, and never called effects."""

import pandas as pd
import pytest

from resilience.figures.associations import associations
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
