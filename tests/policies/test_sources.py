"""What was read, what was seen of results, and what numbers count."""

import pytest

from resilience.evidence import EvidenceBase
from resilience.findings import Findings
from resilience.policies import sources


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
    assert sources.kind_of(unit) == kind


def test_numbers_are_all_there(base: EvidenceBase) -> None:
    found = [(one.policy.slug, one.figure.value, one.kind) for one in sources.quantities(Findings(base))]
    assert found == [
        ("bury-warm", 2.5, "Money"),
        ("bury-warm", 50, "Homes"),
        ("bury-warm", 12, "Percentages"),
        ("bury-warm", 3, "People"),
        ("bury-warm", 4, "Other counts"),
    ]
    assert sources.numbers_by_kind(Findings(base))["n"].tolist() == [1, 1, 1, 1, 1]
