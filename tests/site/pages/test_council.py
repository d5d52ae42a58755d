"""A council's page holds all that its policies hold, and compares it with councils of its kind only."""

import pytest
from tests.frozen import book
from tests.site.reading import linked, rows, section, text, tree

from resilience.records.policy import Policy
from resilience.site.pages.common import Pages


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(book())


def policies_of(pages: Pages, slug: str) -> list[Policy]:
    return [policy for policy in pages.base.policies.values() if policy.council == slug]


def test_policies_stand_by_year_and_those_without_a_year_last(pages: Pages) -> None:
    own = policies_of(pages, "fife-council")
    titles = {policy.title: policy.year_start for policy in own}
    page = tree(pages, "councils/fife-council")
    shown = [titles[row[0]] for row in rows(section(page, "policies"))]
    known = [year for year in shown if year]
    assert len(shown) == len(own)
    assert known == sorted(known)
    assert shown[: len(known)] == known


def test_numbers_of_all_policies_stand_there(pages: Pages) -> None:
    for slug in pages.base.councils:
        figures = sum(len(policy.figures) for policy in policies_of(pages, slug))
        page = tree(pages, f"councils/{slug}")
        if figures:
            assert len(rows(section(page, "numbers"))) == figures
        else:
            assert section(page, "numbers") is None


def test_only_suggested_types_are_never_counted_as_held(pages: Pages) -> None:
    seen = 0
    for slug in pages.base.councils:
        held = {type_ for policy in policies_of(pages, slug) for type_ in pages.joins.types_of(policy)}
        labels = {pages.base.types[type_].label for type_ in held}
        found = section(tree(pages, f"councils/{slug}"), "activities")
        assert bool(found) is bool(policies_of(pages, slug))
        for label, policies, actions in rows(found) if found else []:
            assert (policies == "none: only suggested") is (label not in labels)
            seen += label not in labels
            assert label in labels or "suggested by computer: " in actions
    assert seen


def test_evaluated_policies_are_linked_and_silence_is_not_absence(pages: Pages) -> None:
    for slug in pages.base.councils:
        own = policies_of(pages, slug)
        found = section(tree(pages, f"councils/{slug}"), "evaluation")
        if not any(policy.was_looked_at for policy in own):
            assert found is None or "does not mean that there are none" in text(found)


def test_similar_councils_are_of_the_same_kind_and_counted(pages: Pages) -> None:
    page = tree(pages, "councils/wirral-council")
    n = sum(
        council.type == "metropolitan-district" and bool(policies_of(pages, council.slug))
        for council in pages.base.councils.values()
    )
    assert {row[1].split(" of ")[1] for row in rows(section(page, "similar"))} == {str(n - 1)}
    assert {row[2] for row in rows(section(page, "similar"))} == {"on record", "not found"}


def test_too_few_of_a_kind_are_not_compared(pages: Pages) -> None:
    slug = next(slug for slug, one in pages.base.councils.items() if one.type == "combined-authority")
    found = section(tree(pages, f"councils/{slug}"), "similar")
    assert "Too few others of the same kind" in text(found)


def test_a_council_in_the_programme_links_its_neighbourhood(pages: Pages) -> None:
    found = section(tree(pages, "councils/blackpool-council"), "neighbourhoods")
    assert found
    assert "neighbourhoods/claremont" in linked(found)


def test_one_near_the_programme_says_that_it_has_none_on_record(pages: Pages) -> None:
    joined = pages.joins.neighbourhoods_by_council
    slug = next(
        slug for slug, one in pages.base.councils.items() if one.region == "North West" and slug not in joined
    )
    found = section(tree(pages, f"councils/{slug}"), "neighbourhoods")
    assert "No neighbourhood of this council is on record." in text(found)
    assert section(tree(pages, "councils/fife-council"), "neighbourhoods") is None
