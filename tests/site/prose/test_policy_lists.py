"""Lists that readers narrow down hold every record, in the columns that can be chosen."""

import pytest
from tests.frozen import book

from resilience.site.pages.blocks import Box, Table
from resilience.site.pages.common import Pages
from resilience.site.prose.lists import records


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(book())


def box_of(pages: Pages, kind: str) -> Box:
    (box,) = records(pages, kind)
    assert isinstance(box, Box)
    assert "explore" in box.classes
    return box


def rows_of(pages: Pages, kind: str) -> list[dict[str, str]]:
    table = box_of(pages, kind).blocks[0]
    assert isinstance(table, Table)
    return [
        {head: "".join(part.text for part in cell) for head, cell in zip(table.header, row, strict=True)}
        for row in table.rows
    ]


@pytest.mark.parametrize(
    ("kind", "chosen"),
    [
        ("policies", {"Nation", "Kind", "Begins", "Activities"}),
        ("councils", {"Nation", "Region", "Kind"}),
        ("policy-actions", {"Activity type", "How sure"}),
        ("policy-numbers", {"Counts", "Nation", "Activities"}),
        ("policy-evaluations", {"Nation", "Kind", "Activities", "What was seen"}),
    ],
)
def test_what_can_be_chosen(pages: Pages, kind: str, chosen: set[str]) -> None:
    box = box_of(pages, kind)
    (table,) = box.blocks
    assert isinstance(table, Table)
    assert set(table.chosen) == chosen


def test_every_record_is_listed(pages: Pages) -> None:
    base = pages.base
    policies = base.policies.values()
    assert len(rows_of(pages, "policies")) == len(base.policies)
    assert len(rows_of(pages, "councils")) == len(base.councils)
    assert len(rows_of(pages, "policy-actions")) == sum(len(policy.actions) for policy in policies)
    assert len(rows_of(pages, "policy-numbers")) == sum(len(policy.figures) for policy in policies)
    assert len(rows_of(pages, "policy-evaluations")) == sum(one.was_looked_at for one in policies)


def test_evaluations_and_monitoring_figures_are_told_apart(pages: Pages) -> None:
    seen = [row["What was seen"] for row in rows_of(pages, "policy-evaluations")]
    policies = pages.base.policies.values()
    assert sum("valuation" in words for words in seen) == sum(bool(one.evaluation) for one in policies)
    assert sum("onitoring" in words for words in seen) == sum(bool(one.monitoring) for one in policies)
    assert set(seen) == {"Monitoring figures", "Evaluation and monitoring figures"}


def test_only_candidates_have_a_score(pages: Pages) -> None:
    rows = rows_of(pages, "policy-actions")
    assert all(bool(row["Score, of 100"]) is (row["How sure"] == "Suggested by computer") for row in rows)
    assert {row["Activity type"] for row in rows if row["How sure"] == "No match"} == {"no type"}


def test_policies_and_types_of_a_council_are_counted(pages: Pages) -> None:
    row = next(row for row in rows_of(pages, "councils") if row["Authority"] == "Fife Council")
    assert (row["Policies"], row["Activity types"], row["Kind"]) == ("2", "3", "Scottish council")
