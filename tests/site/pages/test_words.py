"""How numbers, spans and effects are put into words."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from resilience.records.policy import Figure
from resilience.records.provenance import Provenance
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


def provenance(**fields: object) -> Provenance:
    known = {
        "seen": ({"at": "https://example.org"},),
        "read": "abstract",
        "by": "model",
        "coders": "single",
        "added": date(2026, 11, 25),
        "review_by": date(2027, 5, 1),
    }
    return Provenance.model_validate({**known, **fields})


def test_provenance_says_who_coded_from_what() -> None:
    assert words.coding(provenance()) == (
        "Coded from the abstract by a language model, once; no person has checked it yet."
    )
    assert words.coding(provenance(by="person", coders="double-agreed", read="opening")) == (
        "Coded from the opening part of a public page by a person, twice, with the same result; "
        "no person has checked it yet."
    )
    assert words.dates(provenance()) == "Added on 25 November 2026. To be reviewed by 1 May 2027."


def test_provenance_says_which_person_checked_it() -> None:
    checked = provenance(read="full-text", checked={"by": "Ann Reviewer", "on": date(2026, 11, 29)})
    assert words.coding(checked) == (
        "Coded by a language model, once; checked against the full text by Ann Reviewer on 29 November 2026."
    )


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
