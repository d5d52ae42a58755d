"""Each figure of a paper on the survey stands once: in a chart if it has an interval, else in the table."""

import pandas as pd
from tests.frozen import book

from resilience.findings import Findings, frames
from resilience.findings.survey import GROUPS, other_findings, rate_ratios

RATE = "rate ratio (adjusted, Poisson)"
FRAME = pd.DataFrame(
    [
        ("GP attendance", "service-use", RATE, "Table 1: a", "Female", "demographic", 1.2, 1.0, 1.4),
        ("GP attendance", "service-use", RATE, "Table 2: b", "Female", "demographic", 1.3, 1.1, 1.5),
        ("A&E attendance", "service-use", RATE, "Table 1: a", "Female", "demographic", 0.9, 0.7, 1.1),
        ("A&E attendance", "service-use", RATE, "abstract", "Depression", None, 1.4, 1.05, None),
        ("Anxiety", "mental-health", "direction only: higher", None, "Debt", None, None, None, None),
    ],
    columns=[
        "outcome",
        "category",
        "measure",
        "model",
        "predictor",
        "predictor_group",
        "estimate",
        "ci_low",
        "ci_high",
    ],
).assign(cited="Saini, 2020", range_low=float("nan"), range_high=float("nan"), count=None)


def test_a_chart_holds_one_outcome_and_one_model() -> None:
    found = rate_ratios(FRAME, "GP attendance", "Table 1")
    assert found[["estimate", "group"]].to_numpy().tolist() == [[1.2, "Who people are"]]


def test_what_has_no_whole_interval_is_in_the_table() -> None:
    table = other_findings(FRAME, {"service-use": "Use of services", "mental-health": "Mental health"})
    assert table["About"].tolist() == ["Mental health", "Use of services"]
    assert table["Figure"].isna().tolist() == [True, False]
    assert table["Figure"].iloc[1] == "1.4 (95% interval 1.05 to not seen)"
    assert table["Who or what"].tolist() == ["Debt", "Depression"]


def test_counts_and_ranges_are_told() -> None:
    share = FRAME.tail(1).assign(measure="count and percentage", predictor=None, estimate=11.0, count=454.0)
    visits = FRAME.tail(1).assign(measure="range (visits)", predictor=None, range_low=1.0, range_high=95.0)
    table = other_findings(pd.concat([share, visits]), {"mental-health": "Mental health"})
    assert table["Figure"].tolist() == ["11 (454 people)", "1 to 95"]
    assert set(table["Who or what"]) == {"(the outcome itself)"}


def test_every_figure_on_record_is_shown_once() -> None:
    evidence = book()
    estimates = frames.estimates_frame(Findings(evidence))
    drawn = [
        rate_ratios(estimates, outcome, model)
        for outcome in ("A&E attendance", "GP attendance")
        for model in ("Table 1", "Table 2")
    ]
    rest = other_findings(estimates, {slug: one.label for slug, one in evidence.outcomes.items()})
    assert sum(map(len, drawn)) + len(rest) == len(estimates)
    assert all(frame["group"].isin(GROUPS.values()).all() for frame in drawn)
    assert rest["About"].notna().all()
