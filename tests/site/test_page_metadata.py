"""What machines read in the head of a page is what the record says, and can't break the page."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st
from tests.frozen import book

from resilience.datapackage import sheets
from resilience.records.reference import Reference
from resilience.site.page_metadata import about_data, about_study, as_script, citation_tags
from resilience.site.pages.common import Pages

PAGES = Pages(book())


def test_reference_managers_get_every_author_and_both_pages() -> None:
    work = Reference(
        key="x",
        kind="article",
        authors=("Smith, Ann", "Jones, Bo", "others"),
        title="T",
        pages="10-19",
        doi="10.1/x",
    )
    assert list(citation_tags(work)) == [
        ("citation_title", "T"),
        ("citation_author", "Smith, Ann"),
        ("citation_author", "Jones, Bo"),
        ("citation_firstpage", "10"),
        ("citation_lastpage", "19"),
        ("citation_doi", "10.1/x"),
    ]


def test_a_page_on_a_study_is_a_review_of_a_work() -> None:
    for study in PAGES.base.all_studies.values():
        told = about_study(PAGES, study, "")
        assert told["@type"] == "Review"
        assert told["reviewBody"] == study.summary
        assert told["itemReviewed"].get("name") == PAGES.base.references[study.key].title


def test_the_data_set_names_every_file_once_the_address_is_known() -> None:
    assert about_data(PAGES, "T", "")["distribution"] is None
    files = about_data(PAGES, "T", "https://example.org/")["distribution"]
    assert len(files) == 1 + len(sheets(PAGES))
    assert all(one["contentUrl"].startswith("https://example.org/data/") for one in files)


@given(st.text())
def test_no_text_ends_the_script_that_holds_it(text: str) -> None:
    written = as_script({"name": text})
    assert not re.search("[<>&]", written)
    assert json.loads(written) == {"name": text}
