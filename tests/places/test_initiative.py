"""The main initiative follows from the types of activities by one rule."""

import pytest
from tests.frozen import book

from resilience.findings import Findings
from resilience.places.initiative import activities_of_type, main_types, types_in_order
from resilience.records.neighbourhood import Neighbourhood

BASE = book()
SAY, BOARD, ADVICE, HOMES = (
    "resident-led-enquiry", "neighbourhood-partnerships", "welfare-debt-advice", "healthy-homes",
)  # fmt: skip


def place_that_did(*types: str) -> Neighbourhood:
    """Give a neighbourhood whose activities have these types."""
    place = BASE.neighbourhoods["claremont"]
    activities = (place.activities[0].model_copy(update={"coded": slug}) for slug in types)
    return place.model_copy(update={"activities": tuple(activities)})


@pytest.mark.parametrize(
    ("did", "types"),
    [
        ((ADVICE, HOMES, ADVICE), [ADVICE]),
        ((SAY, BOARD, SAY), [SAY]),
        ((ADVICE, HOMES), [HOMES, ADVICE]),
        ((SAY, SAY, ADVICE), [ADVICE]),
    ],
    ids=["most", "governance where there is no other", "as many", "most beyond governance"],
)
def test_the_main_types(did: tuple[str, ...], types: list[str]) -> None:
    assert main_types(Findings(BASE), place_that_did(*did)) == types


def test_a_place_without_typed_activities_has_no_main_type() -> None:
    assert main_types(Findings(BASE), place_that_did()) == []


def test_a_disputed_activity_counts_for_no_type() -> None:
    place = BASE.neighbourhoods["central-southport"]
    counted = sum(len(found) for found in activities_of_type(Findings(BASE), place).values())
    disputed = sum(activity.disputed is not None for activity in place.activities)
    assert (counted, disputed) == (len(place.activities) - 2, 2)


def test_types_come_in_the_order_of_the_code_frame() -> None:
    places = list(BASE.neighbourhoods.values())
    order = types_in_order(Findings(BASE), places)
    assert order == [slug for slug in BASE.types if slug in order]
    assert order == [ADVICE, BOARD, SAY]


def test_an_activity_with_two_types_counts_under_both() -> None:
    place = place_that_did(ADVICE, ADVICE)
    first = place.activities[0].model_copy(update={"also": HOMES})
    place = place.model_copy(update={"activities": (first, *place.activities[1:])})
    found = activities_of_type(Findings(BASE), place)
    assert {slug: len(activities) for slug, activities in found.items()} == {HOMES: 1, ADVICE: 2}
    assert main_types(Findings(BASE), place) == [ADVICE]
