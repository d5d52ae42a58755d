"""All cores answer as one does, in order, and a stop leaves what is done."""

from collections.abc import Iterator
from typing import cast

import pytest
from tests.lexicon import project_lexicon

from resilience.bulk import on_one_core, on_this_machine
from resilience.bulk.cores import FIRST_ALONE, TASKS_A_CORE
from resilience.bulk.run import Task
from resilience.tables import Chunk

TEXTS = ["let local people vote on improvements to parks", "", "food bank", "memory of green paper"]


def tasks(count: int, taken: list[int] | None = None) -> Iterator[Task]:
    for number in range(count):
        if taken is not None:
            taken.append(number)
        yield Task(number, cast(Chunk, None), [f"{text} {number}" for text in TEXTS])


def test_two_cores_answer_as_one_does() -> None:
    alone = [(task.number, found) for task, found in on_one_core(project_lexicon())(tasks(9))]
    together = [(task.number, found) for task, found in on_this_machine(project_lexicon(), 2)(tasks(9))]
    assert together == alone
    assert len(together) == 9


def test_no_more_tasks_are_taken_than_can_be_done() -> None:
    taken: list[int] = []
    done = on_this_machine(project_lexicon(), 2)(tasks(50, taken))
    for number in range(10):
        assert next(done)[0].number == number
        assert len(taken) <= number + 1 + 2 * TASKS_A_CORE
    done.close()


def test_a_small_table_starts_no_other_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("resilience.bulk.cores.ProcessPoolExecutor")
    assert len(list(on_this_machine(project_lexicon(), 2)(tasks(FIRST_ALONE)))) == FIRST_ALONE
