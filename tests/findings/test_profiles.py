"""Where a council stands among its nation's, by hand on a made country of three councils."""

import pytest
from tests.frozen import book

from resilience.findings import Findings
from resilience.findings.profiles import Profiles, distance
from resilience.findings.standings import Standings
from resilience.records.place import Country, LocalAuthority, Place
from resilience.records.policy import Council
from resilience.records.vocabulary import AuthorityType, Nation

FIGURES = book().place_figures


def place(code: str, council: str, weight: int, **figures: float) -> Place:
    return Place(code, code, council, Nation.WALES, None, None, None, weight, 1, None, figures)


def authority(code: str) -> LocalAuthority:
    return LocalAuthority(code, code, Nation.WALES, "Wales", "", "", ())


PLACES = (
    place("W1", "C1", 100, income=10, health=1),
    place("W2", "C1", 300, income=30, health=1),
    place("W3", "C2", 100, income=20, health=5),
    place("W4", "C3", 100, income=40),
)
COUNTRY = Country(
    {code: authority(code) for code in ("C1", "C2", "C3")}, {one.code: one for one in PLACES}, {}, {}
)
PROFILES = Profiles(Standings(COUNTRY, FIGURES), {"c1": ("C1",), "c2": ("C2",), "c3": ("C3",), "lost": ()})


def council(slug: str) -> Council:
    return Council(
        slug=slug, name=slug, type=AuthorityType.WELSH_PRINCIPAL_AREA, nation=Nation.WALES, region="Wales"
    )


def test_a_rank_is_taken_from_the_mean_by_households() -> None:
    # Means of income are 25 (C1), 20 (C2) and 40 (C3): C1 is the second of three, half of itself below it.
    assert PROFILES.of(council("c1")) == {"income": 50, "health": 25}
    assert PROFILES.of(council("c2")) == {"income": pytest.approx(100 / 6), "health": 75}


def test_what_was_not_seen_has_no_rank_and_no_places_no_profile() -> None:
    assert PROFILES.of(council("c3")) == {"income": pytest.approx(250 / 3)}
    assert PROFILES.of(council("lost")) == {}


def test_the_distance_is_the_mean_over_what_both_have() -> None:
    one, other, third = (PROFILES.of(council(slug)) for slug in ("c1", "c2", "c3"))
    assert distance(one, other) == pytest.approx((50 - 100 / 6 + 50) / 2)
    assert distance(one, third) == pytest.approx(250 / 3 - 50)
    assert distance(one, {}) is None


def test_a_profile_has_the_parts_of_the_nations_index_and_not_the_index() -> None:
    findings = Findings(book())
    for nation in findings.standings.nations:
        parts = findings.profiles.parts(nation)
        assert "index" not in parts
        assert {"income", "employment", "health"} <= set(parts)


def test_a_county_stands_where_its_councils_stand_together() -> None:
    profiles = Profiles(Standings(COUNTRY, FIGURES), {"county": ("C1", "C2")})
    # (10 * 100 + 30 * 300 + 20 * 100) / 500 is 24: above C2 alone.
    assert profiles.of(council("county"))["income"] == pytest.approx(100 / 3)
