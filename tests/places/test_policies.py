"""A policy of a council belongs to a place where it names it, or is on what people worked on there."""

import pytest
from tests.frozen import book

from resilience.evidence import EvidenceBase
from resilience.findings import Findings
from resilience.places.policies import names_of, policies_naming, policies_on_its_topics

PLACE, POLICY = "claremont", "blackpool-financial-inclusion-strategy-2022"


def base_with(**changes: object) -> EvidenceBase:
    """Open the small book with one policy of Blackpool changed."""
    base = book()
    base.policies = base.policies | {POLICY: base.policies[POLICY].model_copy(update=changes)}
    return base


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("Claremont", ("Claremont",)),
        ("St George's, Preston", ("St George's",)),
        ("Mill Hill and Wensley Fold", ("Mill Hill", "Wensley Fold")),
        ("Worsley (Haslingden)", ("Worsley", "Haslingden")),
    ],
)
def test_each_part_of_its_name_but_not_the_town_may_name_it(name: str, names: tuple[str, ...]) -> None:
    place = book().neighbourhoods[PLACE].model_copy(update={"name": name, "slug": "elsewhere"})
    assert names_of(Findings(book()), place) == names


def test_wards_may_name_it_too() -> None:
    place = book().neighbourhoods["central-southport"]
    assert names_of(Findings(book()), place) == ("Central Southport", "Cambridge", "Duke's")


@pytest.mark.parametrize(
    ("title", "is_named"),
    [
        ("Licensing in Claremont", True),
        ("Licensing (Claremont)", True),
        ("Licensing in Claremonts", False),
        ("Licensing in claremont", False),
    ],
)
def test_a_whole_word_names_the_place(title: str, is_named: bool) -> None:
    base = base_with(title=title)
    found = policies_naming(Findings(base), base.neighbourhoods[PLACE])
    assert [policy.slug for policy in found] == ([POLICY] if is_named else [])


def test_a_policy_of_another_council_does_not_count() -> None:
    base = base_with(title="Licensing in Claremont", council="sefton-metropolitan-borough-council")
    assert policies_naming(Findings(base), base.neighbourhoods[PLACE]) == []


def test_a_policy_on_what_people_worked_on_counts_and_one_on_ways_of_working_does_not() -> None:
    for types, counts in ((("healthy-homes",), True), (("neighbourhood-partnerships",), False)):
        base = base_with(types=types, actions=())
        found = policies_on_its_topics(Findings(base), base.neighbourhoods[PLACE])
        assert bool(found) is counts


def test_a_second_type_of_what_people_did_leads_to_a_policy_too() -> None:
    base = base_with(types=("food-security",), actions=())
    place = base.neighbourhoods[PLACE]
    assert policies_on_its_topics(Findings(base), place) == []
    with_second = place.activities[0].model_copy(update={"also": "food-security"})
    place = place.model_copy(update={"activities": (with_second,)})
    assert [policy.slug for policy in policies_on_its_topics(Findings(base), place)] == [POLICY]
