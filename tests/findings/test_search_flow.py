"""What came of searches is counted work by work, beside what was gathered before."""

from datetime import date
from itertools import pairwise

import pytest
from tests.frozen import book

from resilience.evidence import EvidenceBase
from resilience.findings import Findings
from resilience.findings.flow import BEFORE_LOGS, NOT_RECORDED
from resilience.findings.gap_map import was_looked_for
from resilience.findings.search_flow import search_flow, works_screened
from resilience.records.search_log import (
    ScreenedWork,
    Screening,
    SearchLog,
    SearchMade,
    SearchSource,
    Sought,
    TurnedDown,
)
from resilience.records.vocabulary import CodedBy

BASE = book()


def work(title: str, decision: Screening = Screening.TURNED_DOWN, **fields: str | None) -> ScreenedWork:
    reason = TurnedDown.NOT_A_STUDY if decision is Screening.TURNED_DOWN else None
    return ScreenedWork.model_validate({"title": title, "decision": decision, "reason": reason, **fields})


def log(slug: str, hits: int, *works: ScreenedWork, noise: int | None = 0) -> SearchLog:
    return SearchLog(
        slug=slug,
        date=date(2026, 11, 30),
        of=Sought.STUDIES,
        types=("food-security",),
        by=CodedBy.MODEL,
        searches=(SearchMade(source=SearchSource.WEB, words="pantries", hits=hits),),
        noise=noise,
        screened=works,
    )


def with_logs(*logs: SearchLog) -> EvidenceBase:
    base = book()
    base.searches = {one.slug: one for one in logs}
    return base


def test_the_flow_of_the_small_book_counted_by_hand() -> None:
    flow = Findings(BASE).search_flow
    assert [step.n for step in flow.steps] == [13, 5, 1]
    assert flow.steps[0].aside == (("of no relation to the activity", 5), ("the same work once more", 3))
    assert dict(flow.steps[1].aside) == {
        "turned down: another activity": 1,
        "turned down: not a study, nor a review of studies": 1,
        "turned down: still under way": 1,
        "on record already": 1,
    }
    assert flow.steps[2].aside == (
        ("beside them, studies gathered before a log of searches was kept", len(BASE.studies) - 1),
    )
    assert flow.sentence == (
        "3 searches brought 13 results: 5 works were screened and 1 study kept, "
        "beside 17 from before a log was kept."
    )


def test_what_falls_to_the_side_is_the_difference() -> None:
    for step, following in pairwise(Findings(BASE).search_flow.steps):
        assert step.n - sum(n or 0 for _, n in step.aside) == following.n


def test_without_a_log_all_was_gathered_before() -> None:
    flow = search_flow(with_logs(), Sought.STUDIES)
    (step,) = flow.steps
    assert step.n == len(BASE.studies)
    assert step.aside == ((NOT_RECORDED, None),)
    assert flow.sentence == "No search for studies is on record yet."


@pytest.mark.parametrize(("logs", "said"), [((), NOT_RECORDED), ((log("a", 0),), BEFORE_LOGS)])
def test_the_flow_of_records_says_what_was_not_recorded(logs: tuple[SearchLog, ...], said: str) -> None:
    base = with_logs(*logs)
    assert Findings(base).record_flow[0].aside[-1] == (said, None)
    assert Findings(base).policy_flow[0].aside[-1] == (NOT_RECORDED, None)


def test_a_search_that_brought_nothing() -> None:
    flow = search_flow(with_logs(log("a", 0)), Sought.STUDIES)
    assert [step.n for step in flow.steps] == [0, 0, 0]
    assert flow.sentence.startswith("1 search brought 0 results: 0 works were screened and 0 studies kept")


def test_a_work_in_two_logs_counts_once_with_the_best_that_came_of_it() -> None:
    key = "mead-2010-befriending-depression"
    first = log("a", 9, work("Calls!", at="https://www.example.org/calls/"), work("Walks"))
    second = log(
        "b",
        9,
        work("Other title", at="http://example.org/calls", decision=Screening.KEPT, record=key),
        work("walks", decision=Screening.LEAD, record="some-lead"),
    )
    assert [one.decision for one in works_screened([first, second])] == [Screening.KEPT, Screening.LEAD]
    flow = search_flow(with_logs(first, second), Sought.STUDIES)
    assert [step.n for step in flow.steps] == [18, 2, 1]
    assert ("leads: no result seen", 1) in flow.steps[1].aside


def test_results_that_were_not_counted_are_told_with_the_repeats() -> None:
    flow = search_flow(with_logs(log("a", 9, work("Walks"), noise=None)), Sought.STUDIES)
    assert flow.steps[0].aside[1] == (
        "the same work once more, or of no relation where these were not counted",
        8,
    )


def test_an_activity_with_a_log_was_looked_for() -> None:
    assert was_looked_for(Findings(BASE).joins, "food-security")
    assert not was_looked_for(Findings(with_logs()).joins, "food-security")
