"""A page over its budget is named, with what, how much and the limit; the limits are as promised."""

import tomllib
from typing import Any

import pytest
from tests.test_setup.tools import TOOLS, tool

budget = tool("budget")
lighthouse_runs = tool("lighthouse_runs")
page_weights = tool("page_weights")

LIMITS = tomllib.loads((TOOLS / "budget.toml").read_text("utf-8"))
KILOBYTE = 1024
PAINT = {"title": "First Contentful Paint", "score": 0.5, "displayValue": "3.2 s"}
TITLE = {"title": "Document has a title", "score": 0}


def report(performance: float | None = 1.0, seo: float = 1.0, **more: Any) -> dict[str, Any]:
    """Give what is read of a report of Lighthouse."""
    marks = {"performance": performance, "accessibility": 1, "best-practices": 1, "seo": seo}
    parts = {
        "performance": [{"id": "paint", "weight": 10}, {"id": "shift", "weight": 25}],
        "seo": [{"id": "title", "weight": 1}, {"id": "manual", "weight": 0}],
    }
    return {
        "categories": {
            name: {"score": mark, "auditRefs": parts.get(name, [])} for name, mark in marks.items()
        },
        "audits": {
            "paint": PAINT,
            "shift": {"title": "Layout shift", "score": 0.9},
            "title": TITLE,
            "manual": {"title": "By hand", "score": None},
        },
        **more,
    }


def test_the_limits_are_those_that_were_promised() -> None:
    assert LIMITS["weight"] == {"without_chart": 150, "with_chart": 250}
    scores = {name: LIMITS["lighthouse"][name] for name in lighthouse_runs.CATEGORIES}
    assert scores == {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
    # The median of an even number of runs may be none of them.
    assert LIMITS["lighthouse"]["runs"] == 3


def test_a_page_over_its_weight_is_named_with_its_heaviest_parts() -> None:
    sent = {"a.html": 140 * KILOBYTE, "_static/a.css": 11 * KILOBYTE}
    plain = page_weights.Weight("a.html", False, sent)
    chart = page_weights.Weight("b.html", True, sent)
    assert list(budget.too_heavy([plain, chart], LIMITS["weight"])) == [
        "a.html: its first view weighs 151.0 KB compressed; the limit without a chart is 150 KB."
        " Most of it: a.html 140.0, _static/a.css 11.0."
    ]


def test_a_page_at_its_limit_passes() -> None:
    limits = ((False, 150), (True, 250))
    weights = [page_weights.Weight("a.html", chart, {"a": most * KILOBYTE}) for chart, most in limits]
    assert list(budget.too_heavy(weights, LIMITS["weight"])) == []


def test_a_score_under_its_limit_is_named_with_its_runs_and_what_cost_points() -> None:
    runs = [lighthouse_runs.scores(report(score)) for score in (0.96, 0.94, 0.9)]
    assert list(budget.too_low("a.html", lighthouse_runs.medians(runs), LIMITS["lighthouse"])) == [
        "a.html: performance 94 of 100 by Lighthouse (median of 96, 94, 90); the limit is 95."
        " Points went for: First Contentful Paint 3.2 s; Layout shift."
    ]


def test_one_bad_run_of_three_fails_no_page() -> None:
    runs = [lighthouse_runs.scores(report(score)) for score in (0.95, 0.2, 1)]
    assert list(budget.too_low("a.html", lighthouse_runs.medians(runs), LIMITS["lighthouse"])) == []


def test_ninety_nine_is_not_a_hundred() -> None:
    runs = [lighthouse_runs.scores(report(seo=0.99))] * 3
    (line,) = budget.too_low("a.html", lighthouse_runs.medians(runs), LIMITS["lighthouse"])
    assert line.startswith("a.html: seo 99 of 100")
    assert line.endswith("Points went for: Document has a title.")


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        (report(runtimeError={"message": "The page did not load"}), "The page did not load"),
        (report(performance=None), "no score for performance"),
    ],
)
def test_a_report_without_scores_is_no_measure(broken: dict[str, Any], why: str) -> None:
    with pytest.raises(lighthouse_runs.NotMeasured, match=why):
        lighthouse_runs.scores(broken)


def test_a_page_that_could_not_be_measured_is_over_its_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise lighthouse_runs.NotMeasured("no browser")

    monkeypatch.setattr(budget, "measure", fails)
    assert budget.all_scores(None, ["a.html"], LIMITS["lighthouse"]) == [
        "a.html: Lighthouse could not measure it (no browser)."
    ]
