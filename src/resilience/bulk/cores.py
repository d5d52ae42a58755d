"""Match on every core of this machine: small tables in this process, big ones in several."""

import json
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import get_context

from resilience.bulk.run import Answer, Engine, Task, answers, on_one_core
from resilience.matching import Lexicon

FIRST_ALONE = 2
"""Tasks that are done before other processes are worth their start, which takes a second or two."""
TASKS_A_CORE = 2
"""One that is in work, and one that is ready to follow."""

_lexicon: Lexicon


def on_this_machine(lexicon: Lexicon, cores: int | None = None) -> Engine:
    """Do tasks on so many cores, in their order; on all of them where no number is given."""
    count = cores or os.cpu_count() or 1
    alone = on_one_core(lexicon)

    def engine(tasks: Iterable[Task]) -> Iterator[tuple[Task, list[Answer]]]:
        waiting = iter(tasks)
        yield from alone(islice(waiting, FIRST_ALONE))
        for task in waiting:
            yield from _together(chain([task], waiting), lexicon, count)

    return engine if count > 1 else alone


def _together(tasks: Iterable[Task], lexicon: Lexicon, count: int) -> Iterator[tuple[Task, list[Answer]]]:
    # A fresh process each: one that is copied from this may hold the lock of a thread that it has not.
    pool = ProcessPoolExecutor(
        count, get_context("spawn"), initializer=_prepare, initargs=(json.dumps(lexicon.to_plain()),)
    )
    begun: deque[tuple[Task, Future[list[Answer]]]] = deque()
    try:
        for task in tasks:
            begun.append((task, pool.submit(_matched, task.texts)))
            if len(begun) == TASKS_A_CORE * count:
                yield _first_of(begun)
        while begun:
            yield _first_of(begun)
    finally:
        pool.shutdown(cancel_futures=True)


def _first_of(begun: deque[tuple[Task, Future[list[Answer]]]]) -> tuple[Task, list[Answer]]:
    task, future = begun.popleft()
    return task, future.result()


def _prepare(lexicon: str) -> None:
    """Get a process ready; Ctrl-C is for the process that started it."""
    global _lexicon
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _lexicon = Lexicon.from_plain(json.loads(lexicon))


def _matched(texts: list[str]) -> list[Answer]:
    return answers(texts, _lexicon)
