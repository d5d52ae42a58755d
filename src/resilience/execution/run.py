"""Run one notebook and say what came of it."""

import asyncio
import re
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError
from nbformat import NotebookNode

from resilience.execution.kernels import Watch, kernel_manager, used

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Failure:
    """Why a notebook stopped: the number of its cell, None before the first, and the whole message."""

    cell: int | None
    message: str


@dataclass(frozen=True)
class Run:
    """What came of a run: `node` has the results, `used` the files and folders that were watched."""

    node: NotebookNode
    seconds: float
    used: frozenset[Path]
    failure: Failure | None


async def run(node: NotebookNode, path: Path, watch: Watch, **options: Any) -> Run:
    """Run the notebook of a file in a kernel of its own; `options` are those of nbclient."""
    started: list[int] = []
    start = time.perf_counter()
    # Sockets have short names, so not below the project.
    with TemporaryDirectory(prefix="kernel-") as name:
        folder = Path(name).resolve()
        client = NotebookClient(
            node,
            km=kernel_manager(watch, folder),
            resources={"metadata": {"path": str(path.parent)}},
            # Times in a cell's metadata would become part of jupyter-cache's key.
            record_timing=False,
            # By then all results are in; waiting for a polite end takes longer than most cells.
            shutdown_kernel="immediate",
            on_cell_execute=lambda cell, cell_index: _start(cell_index, started),
            **options,
        )
        failure = await _failure(client, started)
        return Run(node, time.perf_counter() - start, used(folder), failure)


async def _failure(client: NotebookClient, started: list[int]) -> Failure | None:
    try:
        await client.async_execute(cleanup_kc=True)
    except (CellExecutionError, CellTimeoutError, RuntimeError) as error:
        # nbclient takes a run that was stopped for one whose kernel died.
        _stop_if_cancelled()
        cell = started[-1] if started else None
        message = _COLOUR.sub("", str(error)).rstrip()
        source = client.nb.cells[cell].source if cell is not None else ""
        # nbclient quotes the cell for some failures only.
        return Failure(cell, message if source in message else f"{source}\n\n{message}")
    return None


def _start(cell: int, started: list[int]) -> None:
    # Before Python 3.12, asyncio.wait_for may lose a cancellation that meets the end of a cell.
    _stop_if_cancelled()
    started.append(cell)


def _stop_if_cancelled() -> None:
    task = asyncio.current_task()
    if task and task.cancelling():
        raise asyncio.CancelledError
