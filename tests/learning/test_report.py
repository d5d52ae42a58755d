"""The tables of the page on matching say what the queue and the answers hold."""

from tests.frozen import book

from resilience.findings import Findings
from resilience.learning.accuracy import answers, passes_agree
from resilience.learning.report import HEAD, examples, head_of_queue, headline, queue_counts, unmatched_frame

VIEW = Findings(book())
WAITING = VIEW.suggestions.queue


def test_the_tables_of_the_page_add_up() -> None:
    assert queue_counts(VIEW)["Texts"].sum() == len(WAITING)
    assert len(examples(VIEW)) == 3
    assert list(head_of_queue(VIEW)["Text"]) == [one.text for one in WAITING[:HEAD]]
    unmatched = set(unmatched_frame(VIEW)["Text"])
    assert {one.text for one in WAITING if one.match.type == "none"} <= unmatched
    known = answers(VIEW)
    right = sum(answer.type == answer.coded for answer in known) / len(known)
    table = headline(known, passes_agree(VIEW)).set_index("Measure")
    assert float(table.loc["The type is right", "Of 100"]) == round(100 * right, 1)
