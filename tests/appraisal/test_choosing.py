"""The data of choosing hold all that a ranking reads, as plain values."""

import json

from tests.frozen import book

from resilience.appraisal import COMMUNITY, NEED, Rules, options_of, rules_of
from resilience.appraisal.asked import NOWHERE, options_in
from resilience.appraisal.choosing import choosing_data
from resilience.findings import Findings
from resilience.records.vocabulary import Nation

FINDINGS = Findings(book())
DATA = json.loads(json.dumps(choosing_data(FINDINGS)))


def test_options_come_back_as_they_are_in_each_nation_and_in_none() -> None:
    assert options_in(DATA, NOWHERE) == options_of(FINDINGS)
    for nation in Nation:
        assert options_in(DATA, nation.value) == options_of(FINDINGS, nation)


def test_rules_come_back_as_they_are() -> None:
    back = Rules.from_plain(DATA["rules"])
    rules = rules_of(FINDINGS)
    assert json.dumps(back.bands) == json.dumps(dict(rules.bands))
    assert (back.tries, back.top, back.leads_at) == (rules.tries, rules.top, rules.leads_at)


def test_steps_stand_in_the_order_of_the_page() -> None:
    groups = FINDINGS.base.outcome_groups
    assert list(DATA["steps"]) == [NEED, *groups, COMMUNITY]
    assert DATA["steps"]["money"] == groups["money"].label.lower()
