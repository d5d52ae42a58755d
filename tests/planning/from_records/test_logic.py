"""What a logic model is filled from is what records say: findings by system property, and ratings."""

from tests.frozen import book

from resilience.findings import Findings
from resilience.planning.from_records.logic import BETWEEN, logic_facts
from resilience.rating.weigh import reports_of
from resilience.records.vocabulary import Level, SystemProperty

FINDINGS = Findings(book())
FACTS = logic_facts(FINDINGS)


def test_what_stands_between_are_groups_of_outcomes_that_no_property_is_named_as() -> None:
    assert {*BETWEEN} <= FINDINGS.base.outcome_groups.keys()
    assert not FACTS["properties"].keys() & FINDINGS.base.outcome_groups.keys()


def test_findings_are_those_of_neighbourhoods_with_the_activity() -> None:
    assert any(one["found"] for one in FACTS["types"].values())
    for slug, facts in FACTS["types"].items():
        did = {one.neighbourhood.slug for one in FINDINGS.joins.tried(slug).did}
        for name, places in facts["found"].items():
            assert {*places} <= did
            for place in places:
                found = {one.property for one in FINDINGS.base.neighbourhoods[place].findings}
                assert SystemProperty(name) in found


def test_outcomes_are_those_that_studies_measured_with_their_level() -> None:
    assert any(one["measured"] for one in FACTS["types"].values())
    for slug, facts in FACTS["types"].items():
        cells = FINDINGS.ratings.of(slug).cells
        assert facts["measured"].keys() == {
            group for group, cell in cells.items() if cell.level is not Level.NONE
        }
        for group, measured in facts["measured"].items():
            assert measured["label"] == FINDINGS.base.rating.of_level[cells[group].level].label
            assert measured["studies"] == len({*reports_of(cells[group].votes)})
