"""Run notebooks side by side, each in a kernel of its own, and say what came of each."""

import asyncio
import json
import re
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError
from nbformat import NotebookNode
from traitlets import List, Unicode

from resilience.asks import ANSWERS
from resilience.execution.survey import Stale
from resilience.execution.values import Answers

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
OUT_OF_MEMORY = re.compile(r"^(numpy\.\S*)?_?(Array)?MemoryError\b|bad_alloc", re.MULTILINE)
"""As Python, numpy and libraries in C++ say it."""
TOO_MUCH = (
    "It wanted more than the {} MB of memory that a notebook may have. "
    "Hold less at once, or raise `resilience_memory`."
)


@dataclass(frozen=True)
class Watch:
    """What a notebook may not do unseen: of which folders to note reads, and how much memory it may have."""

    folders: tuple[Path, ...]
    """Those with data."""
    package: Path
    """The one with code."""
    memory: int
    """In megabytes."""

    def command(self, folder: Path) -> list[str]:
        """Give the command of a kernel that keeps its record and settings in a folder of its own."""
        settings = {
            "record": str(folder / "used"),
            "roots": [str(root) for root in (*self.folders, self.package)],
            "code": str(self.package.parent),
            "memory": self.memory,
        }
        return [
            sys.executable,
            str(Path(__file__).with_name("kernel.py")),
            json.dumps(settings),
            "-f",
            "{connection_file}",
            # A person's start-up files must not change a page.
            f"--ipython-dir={folder}",
        ]


def _used(folder: Path) -> frozenset[Path]:
    """Give the files and folders that the kernel of that folder noted."""
    record = folder / "used"
    lines = record.read_text("utf-8").splitlines() if record.exists() else []
    return frozenset(Path(json.loads(line)) for line in lines)


class _OneKernel(KernelSpecManager):
    command: List[str] = List()
    answers: Unicode[str, str | bytes] = Unicode()

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        return KernelSpec(
            argv=list(self.command), display_name=kernel_name, language="python", env={ANSWERS: self.answers}
        )


def kernel_manager(watch: Watch, folder: Path) -> AsyncKernelManager:
    """Make the manager of a kernel that talks through sockets in a folder of its own.

    No port is taken that another kernel may want, and ipykernel has nothing to say about encryption.
    """
    return AsyncKernelManager(
        kernel_spec_manager=_OneKernel(command=watch.command(folder), answers=str(folder / "answers")),
        transport="ipc",
        connection_file=str(folder / "kernel.json"),
    )


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


async def run(node: NotebookNode, path: Path, answers: bytes, watch: Watch, **options: Any) -> Run:
    """Run the notebook of a file in a kernel of its own; `options` are those of nbclient."""
    started: list[int] = []
    start = time.perf_counter()
    # Sockets have short names, so not below the project.
    with TemporaryDirectory(prefix="kernel-") as name:
        folder = Path(name).resolve()
        (folder / "answers").write_bytes(answers)
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
        if failure and OUT_OF_MEMORY.search(failure.message):
            failure = replace(failure, message=f"{TOO_MUCH.format(watch.memory)}\n\n{failure.message}")
        return Run(node, time.perf_counter() - start, _used(folder), failure)


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


class _Loop(asyncio.SelectorEventLoop):
    """Leaves Ctrl-C to asyncio, which stops all kernels; nbclient's own answer stops one."""

    def add_signal_handler(self, *args: Any) -> None:  # type: ignore[override]
        raise RuntimeError("Ctrl-C is taken care of")


def run_all(
    found: Iterable[Stale],
    answers: Answers,
    watch: Watch,
    workers: int,
    finished: Callable[[Stale, Run], None],
    **options: Any,
) -> None:
    """Run notebooks, at most `workers` at a time, and call `finished` as soon as each one is."""

    async def one(stale: Stale, places: asyncio.Semaphore) -> None:
        async with places:
            given = answers.pickled(stale.notebook.asks)
            result = await run(stale.node, stale.notebook.path, given, watch, **options)
        finished(stale, result)

    async def together() -> None:
        places = asyncio.Semaphore(workers)
        async with asyncio.TaskGroup() as group:
            for stale in found:
                group.create_task(one(stale, places))

    with asyncio.Runner(loop_factory=_Loop) as runner:
        runner.run(together())
