"""Authorities are joined to the lower-tier councils of today that they stand for."""

from datetime import date

import pytest

from resilience.findings.districts import districts
from resilience.records.place import LocalAuthority
from resilience.records.policy import Council, Successors
from resilience.records.provenance import Source
from resilience.records.vocabulary import AuthorityType, Nation


def today(code: str, county: str = "", combined: str = "") -> LocalAuthority:
    return LocalAuthority(
        code, code, Nation.ENGLAND, "North West", "", "", (), county_code=county, combined_code=combined
    )


TODAY = {
    one.code: one
    for one in (
        today("E06000001", combined="E47000001"),
        today("E07000001", county="E10000001", combined="E47000001"),
        today("E07000002", county="E10000001"),
    )
}


def council(slug: str, code: str | None = None, **more: object) -> Council:
    given = {"slug": slug, "name": slug, "type": AuthorityType.UNITARY, "nation": Nation.ENGLAND}
    return Council.model_validate({**given, "region": "North West", "ons_code": code, **more})


GONE = Successors(
    since=date(2023, 4, 1), names=("One Council",), source=Source(url="https://example.org/")
).model_dump()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (council("a", "E07000002"), ["E07000002"]),
        (council("county", "E10000001"), ["E07000001", "E07000002"]),
        (council("combined", "E47000001"), ["E06000001", "E07000001"]),
        (council("group", covers=["E07000002", "E06000001"]), ["E06000001", "E07000002"]),
        (council("gone", "E07000099", successors=GONE), ["E06000001"]),
        (council("unknown"), []),
    ],
    ids=lambda one: getattr(one, "slug", ""),
)
def test_an_authority_stands_for_councils_of_today(given: Council, expected: list[str]) -> None:
    one = council("one", "E06000001", also_written=["One Council"])
    found = districts({one.slug: one, given.slug: given}, TODAY)
    assert list(found[given.slug]) == expected
