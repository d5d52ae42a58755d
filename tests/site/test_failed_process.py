"""The error of a process that reads or writes pages fails the build, whenever it comes."""

import os
from collections.abc import Callable
from time import sleep

import pytest
from sphinx.errors import SphinxError, SphinxParallelError
from sphinx.util.parallel import ParallelTasks

from resilience.site.failed_process import Tasks


def fail(word: str) -> None:
    raise ValueError(word)


def vanish(word: str) -> None:
    os._exit(1)


def give_out(tasks: ParallelTasks, first: Callable[[str], None]) -> None:
    """Give out a task that fails, and others once it has failed."""
    tasks.add_task(first, "a fault in a process")
    sleep(0.5)
    for _ in range(3):
        tasks.add_task(print, "")
    tasks.join()


def test_sphinx_still_forgets_it() -> None:
    """Once this fails, the class may go."""
    give_out(ParallelTasks(2), fail)


def test_an_error_that_comes_while_pages_are_given_out_stands() -> None:
    with pytest.raises(SphinxParallelError, match="ValueError: a fault in a process"):
        give_out(Tasks(2), fail)


def test_an_error_that_comes_at_the_end_stands() -> None:
    tasks = Tasks(2)
    tasks.add_task(fail, "a fault in a process")
    with pytest.raises(SphinxParallelError, match="ValueError: a fault in a process"):
        tasks.join()


def test_a_process_that_ends_without_a_word_is_told() -> None:
    with pytest.raises(SphinxError, match="the machine had no memory left"):
        give_out(Tasks(2), vanish)


def test_an_error_of_what_is_done_with_a_result_is_not_hidden_by_another() -> None:
    def merge(word: str, result: object) -> None:
        raise ZeroDivisionError(word)

    tasks = Tasks(2)
    tasks.add_task(str, "merged", merge)
    with pytest.raises(ZeroDivisionError, match="merged"):
        tasks.join()


def test_all_goes_on_where_nothing_fails() -> None:
    found: list[str] = []
    tasks = Tasks(2)
    for word in "abc":
        tasks.add_task(str.upper, word, lambda _word, result: found.append(result))
    tasks.join()
    assert sorted(found) == ["A", "B", "C"]
