"""Where councils lie, what was read, what was seen of results, and what numbers count."""

import pytest

from resilience.evidence import EvidenceBase
from resilience.findings import Findings
from resilience.policies import breadth, quantities, sources, where
from resilience.policies.similar import similar_councils


def test_where(base: EvidenceBase) -> None:
    regions = where.councils_by_region(Findings(base)).set_index("region")
    assert regions.loc["North West"].tolist() == [2, 3]
    assert regions["n"].sum() == 5
    assert regions["policies"].sum() == 6
    kinds = where.councils_by_kind(Findings(base)).set_index("label")["n"]
    assert kinds["Metropolitan district"] == 2
    assert where.councils_by_nation(Findings(base)).set_index("label")["n"].to_dict() == {
        "England": 3,
        "Scotland": 1,
        "Wales": 1,
    }


def test_breadth(base: EvidenceBase) -> None:
    councils = Findings(base).council_types
    assert breadth.types_a_council(councils).to_dict("list") == {
        "label": ["1 type", "2 types", "3 types"],
        "n": [2, 2, 1],
    }
    each = breadth.types_of_each_council(Findings(base), councils).set_index("council")
    assert each.loc[base.councils["bury"].name].tolist() == ["North West", len(councils["bury"]), 2]
    by_policies = breadth.policies_and_types(Findings(base), councils)
    assert by_policies.to_dict("records") == [
        {"policies": 1, "n": 4, "median": 1.5, "fewest": 1, "most": 3},
        {"policies": 2, "n": 1, "median": 2, "fewest": 2, "most": 2},
    ]


def test_sources(base: EvidenceBase) -> None:
    read = sources.reading(Findings(base)).set_index("label")["n"].to_dict()
    assert read == {
        "Read in full": 0,
        "Coded twice": 0,
        "Checked by a person": 0,
        "With the original address": 1,
        "Read only on a site that re-publishes": 5,
        "With a year in which it begins": 1,
        "With a number": 1,
        "With a caution": 0,
    }
    assert sources.writers(Findings(base)).to_dict("list") == {"label": ["The council"], "n": [6]}


def test_evaluations_and_monitoring_figures_are_told_apart(base: EvidenceBase) -> None:
    kinds = sources.seen_by_kind(Findings(base)).set_index(["row", "column"])["n"].to_dict()
    assert kinds == {
        ("Strategy", sources.NEITHER): 3,
        ("Programme", sources.EVALUATION): 1,
        ("Charter", sources.MONITORING): 1,
        ("Scheme", sources.NEITHER): 1,
    }
    nations = sources.seen_by_nation(Findings(base)).set_index(["row", "column"])["n"]
    assert nations["England", sources.EVALUATION] == nations["England", sources.MONITORING] == 1
    assert nations.sum() == len(base.policies)


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("GBP", "Money"),
        ("GBP per hour", "Money"),
        ("percent", "Percentages"),
        ("million people", "People"),
        ("homes", "Homes"),
        ("aims", "Other counts"),
        ("credit unions", "Other counts"),
    ],
)
def test_units(unit: str, kind: str) -> None:
    assert quantities.kind_of(unit) == kind


def test_numbers_are_all_there(base: EvidenceBase) -> None:
    found = [(one.policy.slug, one.figure.value, one.kind) for one in quantities.quantities(Findings(base))]
    assert found == [
        ("bury-warm", 2.5, "Money"),
        ("bury-warm", 50, "Homes"),
        ("bury-warm", 12, "Percentages"),
        ("bury-warm", 3, "People"),
        ("bury-warm", 4, "Other counts"),
    ]
    assert sources.numbers_by_kind(Findings(base))["n"].tolist() == [1, 1, 1, 1, 1]


def test_similar_councils(base: EvidenceBase) -> None:
    found = similar_councils(Findings(base), base.councils["bury"])
    assert found.councils == ("wigan",)
    assert dict(found.types) == {"fuel-poverty": 1, "healthy-homes": 1, "living-wage": 1}
    assert similar_councils(Findings(base), base.councils["brent"]).councils == ()
