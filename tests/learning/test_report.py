"""The tables of the page on matching say what the queue and the answers hold."""

from functools import partial
from pathlib import Path

from tests.lexicon import project_lexicon

from resilience.evidence import load
from resilience.evidence.learnt import read_answers
from resilience.findings.joins import Joins
from resilience.findings.queue import queue
from resilience.learning.report import examples, headline, queue_counts, unmatched_frame
from resilience.matching import match

BASE = load(Path(__file__).parents[2])
WAITING = queue(BASE, Joins(BASE), partial(match, lexicon=project_lexicon()))
LABELS = dict(project_lexicon().labels)


def test_the_tables_of_the_page_add_up() -> None:
    assert queue_counts(WAITING)["Texts"].sum() == len(WAITING)
    assert len(examples(WAITING, LABELS)) == 3
    unmatched = set(unmatched_frame(WAITING, LABELS)["Text"])
    assert {one.text for one in WAITING if one.match.type == "none"} <= unmatched
    answers = read_answers(BASE.folder)
    right = sum(answer.type == answer.coded for answer in answers) / len(answers)
    table = headline(BASE, answers).set_index("Measure")
    assert float(table.loc["The type is right", "Of 100"]) == round(100 * right, 1)
