"""Shares are of councils, and nobody is counted twice."""

import pytest

from resilience.assessment.policy_review import shares
from resilience.assessment.policy_review.holdings import types_by_council
from resilience.evidence import EvidenceBase


def test_shares_of_all_councils_commonest_first(base: EvidenceBase) -> None:
    frame = shares.shares_of_councils(base, types_by_council(base))
    assert list(frame["right"]) == sorted(frame["right"], reverse=True)
    assert len(frame) == len(base.types)
    held = frame.set_index("label")
    assert held.loc["Reducing fuel poverty", ["right", "n", "value"]].tolist() == [2, 5, 40.0]
    assert held.loc["Clean streets", ["right", "n", "value"]].tolist() == [0, 5, 0.0]


def test_types_by_nation(base: EvidenceBase) -> None:
    frame = shares.types_by_nation(base, types_by_council(base)).set_index(["row", "column"])
    assert frame.loc[("Reducing fuel poverty", "England"), "right"] == 2
    assert frame.loc[("Reducing fuel poverty", "England"), "n"] == 3
    assert frame.loc[("Reducing fuel poverty", "England"), "value"] == pytest.approx(100 * 2 / 3)
    assert frame.loc[("Green space", "Scotland"), "right"] == 1
    assert frame.loc[("Green space", "Wales"), "right"] == 0
    assert len(frame) == len(base.types) * 3


def test_domains_by_kind_of_authority(base: EvidenceBase) -> None:
    frame = shares.domains_by_kind(base, types_by_council(base))
    assert frame["row"].iloc[0] == "Metropolitan district"
    held = frame.set_index(["row", "column"])["right"]
    sizes = frame.set_index(["row", "column"])["n"]
    assert held["Metropolitan district", "Living environment"] == 2
    assert held["Metropolitan district", "Economic systems"] == 1
    assert sizes["Metropolitan district", "Economic systems"] == 2
    assert held["Scottish council", "Social relationships"] == 1
    assert held["London borough", "Living environment"] == 0
