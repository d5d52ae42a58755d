"""Shares with their intervals and agreement of two coders: published values, and what must hold for any."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from resilience.synthesis.shares import Share, agreement

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "agreement.yml").read_text(encoding="utf-8"))
Pairs = list[tuple[int, int]]
pairs_of_codes = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=40)


def pairs(square: list[list[int]]) -> Pairs:
    return [
        (row, column)
        for row, counts in enumerate(square)
        for column, n in enumerate(counts)
        for _ in range(n)
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_published_values(case: dict[str, Any]) -> None:
    found = agreement(pairs(case["input"]))
    got = {"share": found.same / found.pairs, "ac1": found.ac1, "kappa": found.kappa}
    for name, value in case["expect"].items():
        assert round(float(got[name] or 0), case["digits"]) == value, (name, case["note"])


@pytest.mark.parametrize("codes", [[], [("yes", "yes")], [("yes", "yes")] * 3])
def test_one_code_throughout_leaves_nothing_to_tell_apart(codes: list[tuple[str, str]]) -> None:
    assert agreement(codes) == (len(codes), len(codes), None, None)


def test_all_alike_is_full_agreement() -> None:
    assert agreement([("a", "a"), ("b", "b")]) == (2, 2, 1, 1)


@given(pairs_of_codes)
def test_who_was_first_does_not_matter(codes: Pairs) -> None:
    one, other = agreement(codes), agreement([(b, a) for a, b in codes])
    assert one == pytest.approx(other) if one.ac1 is not None else one == other


@given(pairs_of_codes)
def test_no_coefficient_is_above_the_share_that_agrees(codes: Pairs) -> None:
    found = agreement(codes)
    if found.ac1 is not None and found.kappa is not None:
        share = found.same / found.pairs
        assert found.ac1 <= share + 1e-12
        assert found.kappa <= share + 1e-12


@pytest.mark.parametrize(
    ("right", "n", "low", "high"),
    [
        # statsmodels 0.15.0, `proportion_confint(right, n, method="wilson")`, times 100.
        (0, 10, 0.0, 27.753279986288927),
        (10, 10, 72.24672001371107, 100.0),
        (81, 263, 25.528851987827423, 36.62095769828),
        (1, 29, 0.6113214292762668, 17.175521879320293),
        (15, 148, 6.238639953073628, 16.048724172330804),
    ],
)
def test_the_interval_of_a_share_is_that_of_statsmodels(right: int, n: int, low: float, high: float) -> None:
    assert Share(right, n).interval == (pytest.approx(low, abs=1e-10), pytest.approx(high, abs=1e-10))


def test_nothing_counted_is_no_share() -> None:
    assert (Share(0, 0).value, Share(0, 0).interval) == (None, None)
