"""A council's page holds all that its policies hold, and compares it with councils of its kind only."""

import pytest

from resilience.evidence import load
from resilience.records.policy import Policy
from resilience.site.pages.blocks import Link, Page, Paragraph, Section, Table
from resilience.site.pages.catalogue import page_of
from resilience.site.pages.common import Pages


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(load(__file__))


def policies_of(pages: Pages, slug: str) -> list[Policy]:
    return [policy for policy in pages.base.policies.values() if policy.council == slug]


def section(page: Page, anchor: str) -> Section | None:
    return next((one for one in page.blocks if isinstance(one, Section) and one.anchor == anchor), None)


def table_in(page: Page, anchor: str) -> Table:
    found = section(page, anchor)
    assert found
    return next(block for block in found.blocks if isinstance(block, Table))


def said(page: Page, anchor: str) -> str:
    found = section(page, anchor)
    assert found
    paragraphs = [block for block in found.blocks if isinstance(block, Paragraph)]
    return " ".join(part.text for one in paragraphs for part in one.content)


def cells(table: Table) -> list[tuple[str, ...]]:
    return [tuple("".join(part.text for part in cell) for cell in row) for row in table.rows]


def test_policies_stand_by_year_and_those_without_a_year_last(pages: Pages) -> None:
    own = policies_of(pages, "belfast-city-council")
    titles = {policy.title: policy.year_start for policy in own}
    shown = [
        titles[row[0]] for row in cells(table_in(page_of(pages, "councils/belfast-city-council"), "policies"))
    ]
    known = [year for year in shown if year]
    assert len(shown) == len(own)
    assert known == sorted(known)
    assert shown[: len(known)] == known


def test_numbers_of_all_policies_stand_there(pages: Pages) -> None:
    for slug in pages.base.councils:
        figures = sum(len(policy.figures) for policy in policies_of(pages, slug))
        page = page_of(pages, f"councils/{slug}")
        if figures:
            assert len(table_in(page, "numbers").rows) == figures
        else:
            assert section(page, "numbers") is None


def test_only_suggested_types_are_never_counted_as_held(pages: Pages) -> None:
    seen = 0
    for slug in pages.base.councils:
        held = {type_ for policy in policies_of(pages, slug) for type_ in pages.joins.types_of(policy)}
        labels = {pages.base.types[type_].label for type_ in held}
        for label, policies, actions in cells(table_in(page_of(pages, f"councils/{slug}"), "activities")):
            assert (policies == "none: only suggested") is (label not in labels)
            seen += label not in labels
            assert label in labels or "candidate: " in actions
    assert seen


def test_evaluated_policies_are_linked_and_silence_is_not_absence(pages: Pages) -> None:
    for slug in pages.base.councils:
        own = policies_of(pages, slug)
        found = section(page_of(pages, f"councils/{slug}"), "evaluation")
        if not any(policy.was_looked_at for policy in own):
            assert found is None or "does not mean that there are none" in said(
                page_of(pages, f"councils/{slug}"), "evaluation"
            )


def test_similar_councils_are_of_the_same_kind_and_counted(pages: Pages) -> None:
    page = page_of(pages, "councils/fife-council")
    n = sum(
        council.type == "scottish-council" and bool(policies_of(pages, council.slug))
        for council in pages.base.councils.values()
    )
    assert {row[1].split(" of ")[1] for row in cells(table_in(page, "similar"))} == {str(n - 1)}
    assert {row[2] for row in cells(table_in(page, "similar"))} <= {"on record", "not found"}


def test_too_few_of_a_kind_are_not_compared(pages: Pages) -> None:
    slug = next(slug for slug, one in pages.base.councils.items() if one.type == "combined-authority")
    assert said(page_of(pages, f"councils/{slug}"), "similar").startswith("Too few others of the same kind")


def test_a_council_in_the_programme_links_its_neighbourhood(pages: Pages) -> None:
    found = section(page_of(pages, "councils/blackpool-council"), "neighbourhoods")
    assert found
    links = [part for item in found.blocks[0].items for part in item if isinstance(part, Link)]  # type: ignore[union-attr]
    assert "neighbourhoods/claremont" in {link.docname for link in links}


def test_one_near_the_programme_says_that_it_has_none_on_record(pages: Pages) -> None:
    joined = pages.joins.neighbourhoods_by_council
    slug = next(
        slug for slug, one in pages.base.councils.items() if one.region == "North West" and slug not in joined
    )
    assert said(page_of(pages, f"councils/{slug}"), "neighbourhoods").startswith(
        "No neighbourhood of this council is on record."
    )
    assert section(page_of(pages, "councils/fife-council"), "neighbourhoods") is None
