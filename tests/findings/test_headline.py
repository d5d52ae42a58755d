"""One estimate gives the size of a cell by the published rule, whatever the order of the records."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.findings.sized import base_of, cell_of, headline_of
from tests.frozen import book

from resilience.findings import Findings
from resilience.findings.headline import Headline, headline
from resilience.findings.ratings import RatedCell
from resilience.findings.size_words import NoSize
from resilience.records.vocabulary import Estimand, Level, Metric, Polarity

CASES = yaml.safe_load((Path(__file__).parent / "cases/headline.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_rule(case: dict[str, Any]) -> None:
    found, expect = headline_of(case["studies"]), case["expect"]
    assert (found.study.key if found.study else None) == expect.get("study"), case["note"]
    assert found.why_not == expect.get("why_not")
    assert found.instead == expect.get("instead", "")
    assert bool(found.size) is (found.why_not is None)
    for field in ("measure", "rests_on"):
        if field in expect:
            assert getattr(found, field) == expect[field]
    if "cautions" in expect:
        assert [*found.cautions, *found.about_scale] == expect["cautions"]


@given(st.sampled_from(CASES), st.randoms(use_true_random=False))
def test_the_order_of_records_makes_no_difference(case: dict[str, Any], random: Any) -> None:
    keys = random.sample(list(case["studies"]), len(case["studies"]))
    shuffled = {}
    for key in keys:
        results = case["studies"][key]["outcomes"]
        shuffled[key] = {**case["studies"][key], "outcomes": random.sample(results, len(results))}
    first, second = headline_of(case["studies"]), headline_of(shuffled)
    assert (first.says, first.rests_on, first.cautions, first.about_scale) == (
        second.says,
        second.rests_on,
        second.cautions,
        second.about_scale,
    )


def test_the_size_of_insulated_homes_is_said_in_people() -> None:
    risk = {"value": 15, "source": "15 in 100 of the others"}
    effect = {"metric": "OR", "value": 0.5, "ci_low": 0.38, "ci_high": 0.68}
    result = {"measure": "poor health", "better": "lower", "comparator_risk": risk, "effect": effect}
    found = headline_of({"trial": {"sample_size": 4407, "outcomes": [result]}})
    assert found.says == (
        "Poor health: about 7 fewer in 100 (4 to 9), which is better; without the activity it is 15 in 100."
    )
    assert found.how_sure == "May help (early evidence)"


def test_a_refusal_says_why_and_what_can_be_said() -> None:
    effect = {"metric": "OR", "value": 0.5, "ci_low": 0.38, "ci_high": 0.68}
    found = headline_of({"trial": {"outcomes": [{"measure": "ill", "better": "lower", "effect": effect}]}})
    assert found.says == (
        "No size is given: the risk without the activity is not on record. "
        "Ill: the odds of it were 0.5 times those without the activity (0.38 to 0.68); odds are not chances."
    )
    assert headline_of({"trial": {"outcomes": [{}]}}).says == "No size is given: no number was seen."


def test_a_group_of_two_categories_is_one_cell() -> None:
    result = {"category": "wellbeing", "better": "higher", "effect": {"metric": "SMD", "value": 0.3}}
    base = base_of({"trial": {"outcomes": [result]}})
    assert headline(base, cell_of(base)).size
    assert headline(base, cell_of(base, "body")).why_not is NoSize.NOT_STUDIED


@pytest.fixture(scope="module")
def sizes() -> list[tuple[RatedCell, Headline]]:
    """Give every cell of the small book with its size."""
    base = book()
    cells = [cell for rated in Findings(base).ratings.all().values() for cell in rated.cells.values()]
    return [(cell, headline(base, cell)) for cell in cells]


def test_every_size_has_a_level_beside_it(sizes: list[tuple[RatedCell, Headline]]) -> None:
    assert any(size.size for _, size in sizes)
    for cell, size in sizes:
        assert size.how_sure
        assert bool(size.size) is (size.why_not is None)
        if size.size:
            assert cell.level is not Level.NONE
            assert size.study
            assert size.rests_on


def test_a_size_is_of_a_main_result_of_a_study_of_the_activity(
    sizes: list[tuple[RatedCell, Headline]],
) -> None:
    for cell, size in sizes:
        if size.size and size.study:
            results = [one for one in size.study.outcomes if one.measure == size.measure]
            assert any(one.estimand is Estimand.MAIN for one in results)
            assert cell.type.slug in size.study.types
            assert not size.study.of_exposure
            assert size.study.polarity is Polarity.AS_ACTIVITY


def test_no_size_stands_where_the_unit_or_the_risk_is_not_known(
    sizes: list[tuple[RatedCell, Headline]],
) -> None:
    for _, size in sizes:
        for one in size.study.outcomes if size.size and size.study else ():
            metric = one.effect.metric if one.effect else None
            if one.measure != size.measure or metric is None:
                continue
            if metric.is_ratio:
                assert one.comparator_risk
            elif metric in (Metric.MD, Metric.BETA, Metric.OTHER):
                assert one.unit


def test_an_odds_ratio_is_never_printed_as_one_of_chances(sizes: list[tuple[RatedCell, Headline]]) -> None:
    for _, size in sizes:
        metrics = {
            one.effect.metric
            for one in (size.study.outcomes if size.study else ())
            if one.effect and one.measure == size.measure
        }
        if size.instead and metrics == {Metric.OR}:
            assert "odds" in size.instead
            assert "chance of it" not in size.instead
            assert "in 100" not in size.instead
