"""The role `fact` gives what the evidence holds, and nothing for a name that is not there."""

import pytest

from resilience.evidence import load
from resilience.records.vocabulary import MatchStatus
from resilience.site.pages.common import Pages
from resilience.site.prose.facts import COUNTS, fact


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(load(__file__))


def test_counts_are_those_of_the_records(pages: Pages) -> None:
    assert fact(pages, "studies") == str(len(pages.base.studies))
    assert fact(pages, "actions") == str(sum(len(policy.actions) for policy in pages.base.policies.values()))


def test_each_action_is_in_one_state(pages: Pages) -> None:
    told_apart = [int(fact(pages, f"actions_{status}")) for status in MatchStatus]
    assert sum(told_apart) == COUNTS["actions"](pages.base)
    assert sum(number > 0 for number in told_apart) >= 4


def test_a_path_leads_to_a_field(pages: Pages) -> None:
    estimate = pages.base.survey.evaluation.estimates[0].estimate
    assert fact(pages, "survey.evaluation.estimates[0].estimate") == str(estimate)


def test_what_was_not_seen_is_said(pages: Pages) -> None:
    assert pages.base.survey.evaluation.response_rate is None
    assert fact(pages, "survey.evaluation.response_rate") == "not seen"


@pytest.mark.parametrize(
    "name",
    [
        "",
        "study",
        "programme",
        "programme.",
        "programme.nothing",
        "survey.studies[999].n",
        "survey.__class__",
    ],
)
def test_an_unknown_name_is_refused(pages: Pages, name: str) -> None:
    with pytest.raises((KeyError, AttributeError, IndexError, ValueError)):
        fact(pages, name)
