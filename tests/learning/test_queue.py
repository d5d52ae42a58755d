from functools import partial
from pathlib import Path

from tests.lexicon import project_lexicon

from resilience.evidence import load
from resilience.evidence.learnt import read_answers
from resilience.learning.queue import ORDER, queue
from resilience.learning.report import examples, headline, queue_counts, unmatched_frame
from resilience.matching import match

BASE = load(Path(__file__).parents[2])
WAITING = queue(BASE, partial(match, lexicon=project_lexicon()))
LABELS = dict(project_lexicon().labels)


def test_only_what_nobody_coded_waits() -> None:
    coded = {action.text for policy in BASE.policies.values() for action in policy.actions if action.coded}
    uncoded = [a for policy in BASE.policies.values() for a in policy.actions if not (a.coded or a.disputed)]
    assert len(WAITING) == len(uncoded) > 0
    assert not {one.text for one in WAITING if one.of == "policy"} <= coded


def test_the_surest_come_first() -> None:
    places = [(ORDER.index(one.match.decision), -one.match.score) for one in WAITING]
    assert places == sorted(places)


def test_a_decided_text_no_longer_waits() -> None:
    good = load(Path(__file__).parents[1] / "checks/good")
    waiting = queue(good, partial(match, lexicon=project_lexicon()))
    assert {one.text for one in waiting}.isdisjoint({"lend heaters in winter", "open a warm room"})


def test_the_tables_of_the_page_add_up() -> None:
    assert queue_counts(WAITING)["Texts"].sum() == len(WAITING)
    assert len(examples(WAITING, LABELS)) == 3
    unmatched = set(unmatched_frame(WAITING, LABELS)["Text"])
    assert {one.text for one in WAITING if one.match.type == "none"} <= unmatched
    answers = read_answers(BASE.folder)
    right = sum(answer.type == answer.coded for answer in answers) / len(answers)
    table = headline(BASE, answers).set_index("Measure")
    assert float(table.loc["The type is right", "Of 100"]) == round(100 * right, 1)
