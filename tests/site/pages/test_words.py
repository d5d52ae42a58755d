"""How numbers, spans and effects are put into words."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from resilience.records.policy import Figure
from resilience.records.study import Effect
from resilience.site.pages import words

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "words.yml").read_text())


@pytest.mark.parametrize("case", CASES["numbers"], ids=lambda case: case["id"])
def test_a_number_is_written_as_recorded(case: dict[str, Any]) -> None:
    assert words.number(case["input"]) == case["expect"], case["note"]


@pytest.mark.parametrize("case", CASES["years"], ids=lambda case: case["id"])
def test_a_span_says_which_end_was_not_seen(case: dict[str, Any]) -> None:
    assert words.years(*case["input"]) == case["expect"], case["note"]


@pytest.mark.parametrize("case", CASES["effects"], ids=lambda case: case["id"])
def test_an_effect_says_what_was_seen_and_what_was_not(case: dict[str, Any]) -> None:
    effect = Effect(**case["input"]) if case["input"] else None
    assert words.effect(effect) == case["expect"], case["note"]


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (2.5, "GBP million", "£2.5 million"),
        (43000.0, "GBP", "£43,000"),
        (8.25, "GBP per hour", "£8.25 per hour"),
        (-32.0, "percent", "\N{MINUS SIGN}32%"),
        (1500.0, "homes", "1,500 homes"),
    ],
)
def test_a_quantity_is_written_as_people_write_it(value: float, unit: str, said: str) -> None:
    assert words.quantity(Figure(fact="f", value=value, unit=unit)) == said
