"""Where councils lie, and how many types they have."""

from resilience.evidence import EvidenceBase
from resilience.findings import Findings
from resilience.policies import authorities


def test_where(base: EvidenceBase) -> None:
    regions = authorities.councils_by_region(Findings(base)).set_index("region")
    assert regions.loc["North West"].tolist() == [2, 3]
    assert regions["n"].sum() == 5
    assert regions["policies"].sum() == 6
    kinds = authorities.councils_by_kind(Findings(base)).set_index("label")["n"]
    assert kinds["Metropolitan district"] == 2
    assert authorities.councils_by_nation(Findings(base)).set_index("label")["n"].to_dict() == {
        "England": 3,
        "Scotland": 1,
        "Wales": 1,
    }


def test_breadth(base: EvidenceBase) -> None:
    assert authorities.types_a_council(Findings(base)).to_dict("list") == {
        "label": ["1 type", "2 types", "3 types"],
        "n": [2, 2, 1],
    }
    each = authorities.types_of_each_council(Findings(base)).set_index("council")
    assert each.loc[base.councils["bury"].name].tolist() == ["North West", 2, 2]
    by_policies = authorities.policies_and_types(Findings(base))
    assert by_policies.to_dict("records") == [
        {"policies": 1, "n": 4, "median": 1.5, "fewest": 1, "most": 3},
        {"policies": 2, "n": 1, "median": 2, "fewest": 2, "most": 2},
    ]
