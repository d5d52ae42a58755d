"""New records get the house's names."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience.records.base import SLUG_PATTERN
from resilience.records.naming import neighbourhood_slug, policy_slug, study_key


@pytest.mark.parametrize(
    ("author", "year", "title", "key"),
    [
        ("Smith, Jane", 2024, "The effect of warm homes on health", "smith-2024-warm-homes-health"),
        ("Müller, V J", 2020, "Trees", "muller-2020-trees"),
        ("O'Brien, P", None, "A review of befriending", "obrien-befriending"),
        ("", 2019, "Grants for heating", "2019-grants-heating"),
    ],
)
def test_a_study_is_named_by_author_year_and_words(
    author: str, year: int | None, title: str, key: str
) -> None:
    assert study_key(author, year, title) == key


def test_a_second_work_of_the_same_name_gets_a_number() -> None:
    assert study_key("Smith, J", 2024, "Trees", {"smith-2024-trees"}) == "smith-2024-trees-2"


def test_a_policy_is_named_by_council_words_and_year() -> None:
    assert policy_slug("Leeds City Council", "Leeds Warm Homes", 2024) == "leeds-warm-homes-2024"
    assert (
        policy_slug("Leeds City Council", "Warm Homes of the City of Leeds", 2024) == "leeds-warm-homes-2024"
    )


def test_words_of_a_title_that_councils_use_too_stay_in_its_name() -> None:
    assert policy_slug("Bristol City Council", "Bristol One City Plan", 2019) == "bristol-one-city-plan-2019"
    assert policy_slug("Wirral Council", "County Market Plan", None) == "wirral-county-market-plan"
    assert policy_slug("", "County Market Plan", None) == "county-market-plan"


def test_a_neighbourhood_is_named_by_place_and_council() -> None:
    assert neighbourhood_slug("Adamsdown", "Cardiff Council") == "adamsdown-cardiff-council"


@given(st.text(), st.integers(1800, 2100), st.text())
def test_any_name_can_be_an_address(one: str, year: int, other: str) -> None:
    for name in (study_key(one, year, other), policy_slug(one, other, year), neighbourhood_slug(one, other)):
        assert re.fullmatch(SLUG_PATTERN, name)
