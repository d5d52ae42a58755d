"""Run stale notebooks side by side and keep their results for MyST-NB."""

import asyncio
from collections.abc import Callable, Iterable
from typing import Any

from jupyter_cache.base import CacheBundleIn, JupyterCacheAbstract

from resilience.execution.kernels import Watch
from resilience.execution.run import Run, run
from resilience.execution.stale import Stale


class _Loop(asyncio.SelectorEventLoop):
    """Leaves Ctrl-C to asyncio, which stops all kernels; nbclient's own answer stops one."""

    def add_signal_handler(self, *args: Any) -> None:  # type: ignore[override]
        raise RuntimeError("Ctrl-C is taken care of")


def run_all(
    found: Iterable[Stale], watch: Watch, workers: int, finished: Callable[[Stale, Run], None], **options: Any
) -> None:
    """Run notebooks, at most `workers` at a time, and call `finished` as soon as each one is."""

    async def one(stale: Stale, places: asyncio.Semaphore) -> None:
        async with places:
            result = await run(stale.node, stale.notebook.path, watch, **options)
        finished(stale, result)

    async def together() -> None:
        places = asyncio.Semaphore(workers)
        async with asyncio.TaskGroup() as group:
            for stale in found:
                group.create_task(one(stale, places))

    with asyncio.Runner(loop_factory=_Loop) as runner:
        runner.run(together())


def keep(cache: JupyterCacheAbstract, stale: Stale, result: Run) -> None:
    """Put the results of a run where MyST-NB finds them."""
    bundle = CacheBundleIn(result.node, str(stale.notebook.path), data={"execution_seconds": result.seconds})
    cache.cache_notebook_bundle(bundle, check_validity=False, overwrite=True)
