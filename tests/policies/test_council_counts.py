"""Counts are of councils, nobody is counted twice, and what was not found is missing and not nought."""

import pandas as pd

from resilience.evidence import EvidenceBase
from resilience.findings import Findings
from resilience.policies import council_counts


def pairs(frame: pd.DataFrame) -> dict[tuple[str, str], int]:
    return {(row, column): n for row, column, n in frame.itertuples(index=False, name=None)}


def test_councils_by_type_most_often_found_first(base: EvidenceBase) -> None:
    frame = council_counts.councils_by_type(Findings(base))
    assert list(frame["n"]) == sorted(frame["n"], reverse=True)
    held = frame.set_index("label")["n"]
    assert len(held) == len(base.types)
    assert held["Reducing fuel poverty"] == 2
    assert held["Clean streets"] == 0


def test_no_count_of_the_collection_carries_an_interval(base: EvidenceBase) -> None:
    for count in (council_counts.councils_by_type, council_counts.types_by_nation):
        assert not {"value", "ci_low", "ci_high"} & set(count(Findings(base)))


def test_types_by_nation(base: EvidenceBase) -> None:
    found = pairs(council_counts.types_by_nation(Findings(base)))
    assert found["Reducing fuel poverty", "England"] == 2
    assert found["Green space", "Scotland"] == 1
    assert ("Green space", "Wales") not in found


def test_the_north_west_and_elsewhere(base: EvidenceBase) -> None:
    councils = pairs(council_counts.councils_by_side(Findings(base)))
    assert councils["Reducing fuel poverty", "North West"] == 2
    assert ("Reducing fuel poverty", "Elsewhere") not in councils
    assert councils["Living wage", "North West"] == councils["Living wage", "Elsewhere"] == 1
    policies = pairs(council_counts.policies_by_side(Findings(base)))
    assert policies["Reducing fuel poverty", "North West"] == 3


def test_domains_by_kind_of_authority(base: EvidenceBase) -> None:
    frame = council_counts.domains_by_kind(Findings(base))
    assert frame["row"].iloc[0] == "Metropolitan district"
    found = pairs(frame)
    assert found["Metropolitan district", "Living environment"] == 2
    assert found["Metropolitan district", "Economic systems"] == 1
    assert found["Scottish council", "Social relationships"] == 1
    assert ("London borough", "Living environment") not in found


def test_how_many_there_are_in_each_group_is_said(base: EvidenceBase) -> None:
    view = Findings(base)
    assert council_counts.nations_said(view) == "On record are 5 councils: England 3, Scotland 1, Wales 1."
    assert council_counts.kinds_said(view).startswith("On record are 5 councils: Metropolitan district 2, ")
    said = {council_counts.council_sides_said(view), council_counts.policy_sides_said(view)}
    assert said == {
        "On record are 5 councils: Elsewhere 3, North West 2.",
        "On record are 6 policies: Elsewhere 3, North West 3.",
    }
