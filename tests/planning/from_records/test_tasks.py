"""Who took part elsewhere is what the records of neighbourhoods name."""

from tests.frozen import book

from resilience.findings import Findings
from resilience.planning.from_records.tasks import tasks_facts

FINDINGS = Findings(book())
FACTS = tasks_facts(FINDINGS)


def test_each_neighbourhood_names_host_group_and_partners() -> None:
    for slug, place in FINDINGS.base.neighbourhoods.items():
        told = FACTS["took_part"][slug]
        assert told["host"] == (place.coren_host.name if place.coren_host else "")
        assert told["group"] == (place.local_group or "")
        assert told["partners"] == list(place.partners)


def test_each_activity_names_the_neighbourhoods_that_did_it_once() -> None:
    assert FACTS["places"]
    for slug, places in FACTS["places"].items():
        assert places == list(dict.fromkeys(places))
        assert {*places} == {one.neighbourhood.slug for one in FINDINGS.joins.tried(slug).did}
