"""How hard we looked is told from the records alone."""

from datetime import date

import pytest
import yaml
from tests.frozen import book

from resilience.evidence import EvidenceBase
from resilience.findings import Findings
from resilience.policies import effort


@pytest.fixture
def with_notes(base: EvidenceBase) -> EvidenceBase:
    """Add leads and gap notes to the small base; it has none of either."""
    for name, content in (
        ("leads", {"leads": []}),
        ("gaps", {"gaps": [{"about": "living-wage", "kind": "gap", "text": "Few."}]}),
    ):
        (base.folder / f"{name}.yml").write_text(yaml.safe_dump(content), "utf-8")
    return base


def test_each_type_by_hand(with_notes: EvidenceBase) -> None:
    rows = effort.effort_by_type(Findings(with_notes)).set_index("label")
    assert rows.loc["Living wage"].to_dict() == {
        "policies": 2,
        "top_up": 1,
        "councils": 2,
        "sites": 1,
        "copies": 2,
        "added": "November 2026",
        "leads": 0,
        "gaps": 1,
    }
    assert rows.loc["Clean streets", ["policies", "sites", "added"]].tolist() == [0, 0, ""]
    assert [*effort.HEADS] == ["label", *rows.columns]


def test_who_wrote_what_was_read(with_notes: EvidenceBase) -> None:
    found = effort.writers_by_type(Findings(with_notes)).set_index(["row", "column"])["n"]
    assert found["Reducing fuel poverty", "The council"] == 3
    assert "Clean streets" not in found.index.get_level_values("row")


def test_websites_are_counted_once_without_their_www() -> None:
    policy = book().policies["liverpool-healthy-homes-programme-2009"]
    assert effort.sites([policy, policy]) == {"liverpoolexpress.co.uk", "cieh.org"}


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([], ""),
        ([date(2026, 11, 25), date(2026, 11, 1)], "November 2026"),
        ([date(2027, 2, 1), date(2026, 11, 25)], "November 2026 to February 2027"),
    ],
)
def test_months(days: list[date], said: str) -> None:
    assert effort.months(days) == said


def test_every_policy_of_the_second_round_is_counted() -> None:
    findings = Findings(book())
    rows = effort.effort_by_type(findings)
    assert (rows["top_up"] <= rows["policies"]).all()
    assert rows["top_up"].sum() == 3
    assert rows["policies"].sum() == sum(map(len, findings.joins.policies_by_type.values()))
