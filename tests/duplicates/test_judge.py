"""Each rule decides its cases, and whichever record comes first."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.duplicates.records import record

from resilience.duplicates import Entry, judge
from resilience.duplicates.judge import RULES

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases/judge.yml").read_text(encoding="utf-8")
)
TEXTS = st.text(max_size=30)
ENTRIES = st.builds(
    Entry,
    id=st.just("a"),
    title=st.one_of(
        TEXTS, st.sampled_from(["Editorial", "Part II. Cold homes", "<i>Cold</i> &amp; damp [Review]"])
    ),
    authors=st.lists(TEXTS, max_size=3).map(tuple),
    year=TEXTS | st.sampled_from(["2011", "2012"]),
    journal=TEXTS,
    volume=TEXTS | st.sampled_from(["1", "24 Suppl 3"]),
    number=TEXTS | st.sampled_from(["1", "3-4", "Suppl 1"]),
    pages=TEXTS | st.sampled_from(["8-Nov", "S42", "195-8", "Suppl-10", "e12", "215 p"]),
    doi=TEXTS | st.sampled_from(["10.1000/a", "https://doi.org/10.1000/B."]),
    kind=st.sampled_from(["", "article", "inproceedings"]),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_cases(case: dict[str, Any]) -> None:
    one, other = (record(**case["input"][name]) for name in ("one", "other"))
    found = judge(one, other)
    assert {"outcome": found.outcome, "rule": found.rule} == case["expect"], found.why
    assert judge(other, one) == found
    assert found.why.endswith(".")


def test_every_rule_has_a_case() -> None:
    names = {rule.__name__ for rule, _ in RULES}
    assert {case["expect"]["rule"] for case in CASES} == names | {"nothing_alike"}


@given(ENTRIES, ENTRIES)
def test_the_order_of_two_records_makes_no_difference(one: Entry, other: Entry) -> None:
    assert judge(one, other) == judge(other, one)


@given(ENTRIES)
def test_a_record_is_never_different_from_itself_where_it_says_enough(entry: Entry) -> None:
    whole = record(title="Warm homes for seven northern towns and villages")
    assert judge(whole, whole).outcome == "same"
    assert judge(entry, entry).rule not in {"elsewhere", "years_apart", "other_doi", "numbered", "notice"}
