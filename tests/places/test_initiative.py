"""The main initiative follows from the types of activities by one rule."""

from pathlib import Path

import pytest

from resilience.evidence import load
from resilience.findings import Findings
from resilience.places.initiative import activities_of_type, main_types, types_in_order

BASE = load(Path(__file__).parents[2])


@pytest.mark.parametrize(
    ("slug", "types"),
    [
        ("central-southport", ["welfare-debt-advice"]),
        ("claremont", ["resident-led-enquiry"]),
        ("moss-bay-salterbeck", ["employment-skills", "community-arts"]),
        ("st-georges-preston", ["clean-streets"]),
    ],
    ids=["most", "governance where there is no other", "as many", "most beyond governance"],
)
def test_the_main_types(slug: str, types: list[str]) -> None:
    assert main_types(Findings(BASE), BASE.neighbourhoods[slug]) == types


def test_a_place_without_typed_activities_has_no_main_type() -> None:
    place = BASE.neighbourhoods["claremont"]
    assert main_types(Findings(BASE), place.model_copy(update={"activities": ()})) == []


def test_a_disputed_activity_counts_for_no_type() -> None:
    place = BASE.neighbourhoods["central-southport"]
    counted = sum(len(found) for found in activities_of_type(Findings(BASE), place).values())
    disputed = sum(activity.disputed is not None for activity in place.activities)
    assert (counted, disputed) == (len(place.activities) - 2, 2)


def test_types_come_in_the_order_of_the_code_frame() -> None:
    places = list(BASE.neighbourhoods.values())
    order = types_in_order(Findings(BASE), places)
    assert order == [slug for slug in BASE.types if slug in order]
    assert {"clean-streets", "resident-led-enquiry", "welfare-debt-advice"} <= set(order)
