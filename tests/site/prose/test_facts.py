"""The role `fact` gives what the evidence holds, and nothing for a name that is not there."""

from datetime import date

import pytest
from tests.frozen import book

from resilience.records.english import spelled
from resilience.records.provenance import Check
from resilience.records.vocabulary import CodedBy, MatchStatus
from resilience.site.pages.common import Pages
from resilience.site.prose.facts import COUNTS, fact


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(book())


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


def test_rules_of_the_rating_are_said_in_words(pages: Pages) -> None:
    rules = pages.base.rating.model_copy(update={"clear_share": "3/4"})
    changed = Pages(book())
    changed.base.rating = rules
    assert fact(changed, "clear_share_in_words") == "three quarters"
    assert fact(pages, "outcome_groups_spelled") == spelled(len(pages.base.outcome_groups))
    assert fact(pages, "rating_tables_spelled") == spelled(len(pages.base.rating.tables))


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


@pytest.mark.parametrize("kind", ["studies", "policies", "neighbourhoods"])
def test_records_that_a_person_checked_are_counted(kind: str) -> None:
    base = book()
    records = getattr(base, kind)
    before = COUNTS[f"{kind}_checked"](base)
    name, record = next((name, one) for name, one in records.items() if one.provenance.checked is None)
    checked = record.provenance.model_copy(update={"checked": Check(by="Ann", on=date(2026, 11, 29))})
    records[name] = record.model_copy(update={"provenance": checked})
    assert COUNTS[f"{kind}_checked"](base) == before + 1


def test_records_that_a_person_coded_are_counted() -> None:
    base = book()
    before = COUNTS["records_by_person"](base)
    name, record = next(iter(base.policies.items()))
    coded = record.provenance.model_copy(update={"by": CodedBy.PERSON})
    base.policies[name] = record.model_copy(update={"provenance": coded})
    assert COUNTS["records_by_person"](base) == before + 1
