"""A study with a notice counts nowhere, whatever the notice is, and is named with it."""

import shutil
from pathlib import Path

import pytest
from tests.frozen import SETS

from resilience.evidence import EvidenceBase
from resilience.findings import Findings

STUDIES = SETS / "evidence/studies"
NOTICE = "status: {status}\nnotice:\n  on: '2026-11-30'\n  url: https://example.org/notice\n"


def with_notice(folder: Path, key: str, status: str) -> EvidenceBase:
    shutil.copytree(SETS / "evidence", folder / "evidence")
    path = folder / f"evidence/studies/{key}.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("provenance:\n", f"{NOTICE.format(status=status)}provenance:\n", 1), "utf-8")
    return EvidenceBase(folder / "evidence")


def a_pooled_study() -> tuple[str, str]:
    """Name a set that is pooled and one of the studies in it."""
    for slug, result in Findings(EvidenceBase(SETS / "evidence")).pools.items():
        for member in result.in_pool:
            if member.study:
                return slug, member.study.key
    raise AssertionError("no set is pooled")


@pytest.mark.parametrize(
    ("status", "label"), [("retracted", "retracted"), ("concern", "expression of concern")]
)
def test_it_leaves_levels_sets_and_counts_and_stays_on_record(
    tmp_path: Path, status: str, label: str
) -> None:
    slug, key = a_pooled_study()
    before, after = Findings(EvidenceBase(SETS / "evidence")), Findings(with_notice(tmp_path, key, status))
    assert key in before.base.studies
    assert key not in after.base.studies
    assert (list(after.base.withdrawn), key in after.base.all_studies) == ([key], True)
    assert label in after.base.cited[key]
    for type_ in before.base.types:
        rated = after.ratings.of(type_)
        votes = [key for cell in rated.cells.values() for vote in cell.votes for key in vote.reports]
        assert key not in votes
        carried = type_ in after.base.all_studies[key].types
        assert (key in [one.study.key for one in rated.left_out]) is carried
    was, now = before.pools[slug], after.pools[slug]
    assert key in [one.study.key for one in was.members if one.study]
    assert key not in [one.study.key for one in now.members if one.study]
    assert key in [one.study.key for one in now.left_out.listed if label.split()[-1] in one.why]
    assert all(
        key != one.study.key for results in after.joins.results_by_category.values() for one in results
    )
