"""Wards of 2017 are held against the same wards today by their codes only."""

from dataclasses import replace

import pytest
from tests.frozen import book

from resilience.places.old_wards import agreement, same_code
from resilience.records.area import Ward
from resilience.records.place import Country

COUNTRY = book().country
AINSDALE = next(place for place in COUNTRY.places.values() if place.name == "Ainsdale")


def ward(code: str, **figures: float) -> Ward:
    return Ward(code, "Ainsdale", "Sefton", "", 1, None, None, figures)


def test_a_ward_of_the_same_name_with_another_code_is_another_ward() -> None:
    wards = [ward(AINSDALE.code), ward("E05999999")]
    assert same_code(wards, COUNTRY) == wards[:1]


def test_differences_are_counted_whatever_their_sign() -> None:
    index = AINSDALE.figures["index"]
    others = {f"E0599999{step}": replace(AINSDALE, code=f"E0599999{step}") for step in range(3)}
    country = Country(COUNTRY.councils, {**COUNTRY.places, **others}, {}, {})
    wards = [
        ward(code, imd2025_score=index + step)
        for code, step in zip([AINSDALE.code, *others], (0.5, -0.25, -3, 1.25), strict=True)
    ]
    found = agreement(wards, country, "imd2025_score")
    assert (found.wards, found.apart, found.most) == (4, 2, 3)
    assert found.middle == pytest.approx((0.5 + 1.25) / 2)


def test_a_missing_figure_is_no_difference() -> None:
    wards = [ward(AINSDALE.code), ward(AINSDALE.code, imd2025_score=AINSDALE.figures["index"])]
    assert agreement(wards, COUNTRY, "imd2025_score").wards == 1
    with pytest.raises(ValueError, match="no ward has fuel_poor_pct_2019"):
        agreement(wards, COUNTRY, "fuel_poor_pct_2019")
