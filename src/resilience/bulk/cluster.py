"""Match on a cluster with Dask (extra `cluster`): each machine gets chunks and runs the same function."""

import json
import logging
import socket
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from resilience.bulk.run import Answer, Engine, Task, answers
from resilience.matching import Lexicon

PACKAGE = "resilience"
SECONDS_TO_CONNECT = 10
TASKS_A_THREAD = 2
"""One that is in work, and one that is ready to follow."""


class ClusterFault(Exception):
    """Why a cluster can't be used, in a sentence or two."""


@contextmanager
def on_cluster(address: str, lexicon: Lexicon) -> Iterator[Engine]:
    """Do tasks on the machines of a cluster while the context lasts.

    Raises `ClusterFault` where there is no Dask, no such cluster, or it stops.
    """
    dask = _dask()
    _knock(dask, address)
    # It would print a traceback when the cluster stops, of which a sentence is told below.
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
    with dask.Client(address, timeout=SECONDS_TO_CONNECT) as client:
        _look_around(client, address)
        # A task and no scattered data, for data is lost where the machines that hold it stop.
        shared = client.submit(str, json.dumps(lexicon.to_plain()))
        try:
            yield lambda tasks: _done(dask, client, shared, tasks)
        except (dask.KilledWorker, dask.CancelledError, dask.comm.CommClosedError):
            raise ClusterFault("The cluster stopped before all was done.") from None


def matched(texts: list[str], lexicon: str) -> list[Answer]:
    """Match texts with a lexicon that came as JSON: what each machine of the cluster runs."""
    return answers(texts, _compiled(lexicon))


@lru_cache(maxsize=1)
def _compiled(lexicon: str) -> Lexicon:
    return Lexicon.from_plain(json.loads(lexicon))


def _dask() -> Any:
    try:
        import distributed
    except ModuleNotFoundError:
        raise ClusterFault(
            "--scheduler needs Dask, which is not installed. Next: pip install dask distributed"
        ) from None
    return distributed


def _knock(dask: Any, address: str) -> None:
    """See whether anything is there: Dask's own way of finding out leaves a traceback behind."""
    try:
        place = dask.comm.get_address_host_port(address)
        socket.create_connection(place, SECONDS_TO_CONNECT).close()
    except ValueError:
        raise ClusterFault(f"{address} is no address. One looks like tcp://127.0.0.1:8786") from None
    except OSError as error:
        raise ClusterFault(f"Nothing answers at {address} ({error}). Is the scheduler running?") from None


def _look_around(client: Any, address: str) -> None:
    """See whether there are machines that do the work as it would be done here."""
    # A function of the standard library: one of ours can't be read where our package is missing.
    try:
        _demand(address, client.run_on_scheduler(version, PACKAGE))
    except PackageNotFoundError:
        _demand(address, None)
    try:
        client.wait_for_workers(1, timeout=SECONDS_TO_CONNECT)
    except TimeoutError:
        raise ClusterFault(f"The cluster at {address} has no workers. Next: dask worker {address}") from None
    for worker, there in sorted(client.run(version, PACKAGE, on_error="return").items()):
        _demand(worker, there)


def _demand(place: str, there: object) -> None:
    here = version(PACKAGE)
    if there != here:
        raise ClusterFault(f"There is no {PACKAGE} {here} at {place}. Install the same version there.")


def _done(dask: Any, client: Any, lexicon: Any, tasks: Iterable[Task]) -> Iterator[tuple[Task, list[Answer]]]:
    most = TASKS_A_THREAD * sum(client.nthreads().values())
    running: dict[Any, Task] = {}
    for task in tasks:
        running[client.submit(matched, task.texts, lexicon, pure=False)] = task
        if len(running) >= most:
            yield from _finished(dask, running)
    while running:
        yield from _finished(dask, running)


def _finished(dask: Any, running: dict[Any, Task]) -> Iterator[tuple[Task, list[Answer]]]:
    """Wait for the next, and take out of `running` what is done by then."""
    for future in dask.wait(list(running), return_when="FIRST_COMPLETED").done:
        yield running.pop(future), future.result()
