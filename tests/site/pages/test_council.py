"""A council's page holds all that its policies hold, and compares it with councils of its kind only."""

import pytest
from tests.frozen import book
from tests.site.reading import linked, rows, section, text, tree

from resilience.records.policy import Policy
from resilience.site.pages.common import Pages
from resilience.site.pages.council_places import districts_of, lies, places_in


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


NO_POLICY = "cumberland"
FOUR_NATIONS = {
    "cumberland": "ward",
    "cardiff-council": "ward",
    "aberdeen-city-council": "intermediate zone",
    "antrim-and-newtownabbey-borough-council": "small area",
}


def test_a_council_without_a_policy_says_that_none_was_found_and_how_to_add_one(pages: Pages) -> None:
    page = tree(pages, f"councils/{NO_POLICY}")
    found = section(page, "policies")
    assert "We found none, which does not mean that there are none." in text(found)
    assert found
    assert "book/contribute/index" in linked(found)
    assert "We found no policy" in text(page)
    assert section(page, "activities") is None
    assert section(page, "evaluation") is None


@pytest.mark.parametrize(("slug", "called"), FOUR_NATIONS.items())
def test_a_council_of_each_nation_has_its_places_worst_off_first(
    pages: Pages, slug: str, called: str
) -> None:
    council = pages.base.councils[slug]
    own = pages.standings.in_council[council.ons_code or ""]
    found = places_in(pages, council)
    assert found
    assert found.one == called
    assert sorted(one.code for one in found.places) == sorted(one.code for one in own)
    shares = [one.better_off for one in found.places]
    assert shares == sorted(shares, key=lambda share: -1 if share is None else -share)
    assert found.worst == sum((pages.standings.better_off(one, "index") or 0) >= 80 for one in own)
    assert bool(found.drawn) is (called == "ward")


def test_where_a_council_lies_and_what_it_took_the_place_of(pages: Pages) -> None:
    found = text(section(tree(pages, "councils/cumberland"), "short"))
    assert all(name in found for name in ("North West", "Allerdale", "Carlisle", "Copeland", "E06000063"))
    liverpool = section(tree(pages, "councils/liverpool-city-council"), "short")
    assert "Liverpool City Region" in text(liverpool)


def test_a_combined_authority_on_record_links_to_its_councils(pages: Pages) -> None:
    council = pages.base.councils["greater-manchester-combined-authority"]
    assert districts_of(pages, council) == ()
    assert lies(pages, council) is None
    known = pages.base.councils["sefton-metropolitan-borough-council"]
    assert districts_of(pages, known) == ()


def test_too_few_of_a_kind_are_not_compared(pages: Pages) -> None:
    slug = next(slug for slug, one in pages.base.councils.items() if one.type == "combined-authority")
    found = section(tree(pages, f"councils/{slug}"), "similar")
    assert "Too few others of its kind" in text(found)


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


def test_an_action_counts_under_its_second_type_too() -> None:
    base = book()
    policy = next(one for one in base.policies.values() if any(action.type for action in one.actions))
    slug = next(one for one in base.types if one not in Pages(base).joins.types_of(policy))
    actions = tuple(one.model_copy(update={"also": slug}) if one.type else one for one in policy.actions)
    base.policies = {policy.slug: policy.model_copy(update={"actions": actions})}
    found = rows(section(tree(Pages(base), f"councils/{policy.council}"), "activities"))
    told = {label: (policies, counted) for label, policies, counted in found}
    number = sum(bool(one.type) for one in actions)
    assert told[base.types[slug].label] == ("1", f"coded: {number}")
