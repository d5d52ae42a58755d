"""A cluster answers as one machine does, goes on where it was stopped, and says what is wrong."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import LocalCluster
from tests.lexicon import project_lexicon

from resilience.bulk import ClusterFault, Parts, State, match_table, new_columns, on_cluster, on_one_core
from resilience.tables import Format, Table, Writer, open_table, writer_for

pytestmark = pytest.mark.slow

TEXTS = ["let local people vote on improvements to parks", "food bank", "memory of green paper"]


def one_worker(**how: object) -> LocalCluster:
    return LocalCluster(n_workers=1, threads_per_worker=1, processes=True, dashboard_address=":0", **how)


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0") as running:
        yield running


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Table:
    monkeypatch.setattr("resilience.tables.text_rows.MOST_ROWS", 10)
    path = tmp_path / "in.csv"
    path.write_text("text\n" + "".join(f"{TEXTS[row % 3]} {row}\n" for row in range(125)))
    return open_table(path, Format.CSV, "utf-8")


@pytest.fixture
def writer(table: Table) -> Writer:
    return writer_for(table, Format.CSV, new_columns(""))


def parts_of(folder: Path, name: str) -> Parts:
    parts = Parts.beside(folder / name)
    parts.begin(State("", "", {}))
    return parts


def test_the_answers_are_those_of_one_machine(
    cluster: LocalCluster, table: Table, writer: Writer, tmp_path: Path
) -> None:
    alone = match_table(table, "text", writer, parts_of(tmp_path, "a"), on_one_core(project_lexicon()))
    with on_cluster(cluster.scheduler_address, project_lexicon()) as engine:
        together = match_table(table, "text", writer, parts_of(tmp_path, "b"), engine)
    assert together.read_bytes() == alone.read_bytes()
    assert len(alone.read_text().splitlines()) == 126


def test_a_run_that_was_stopped_goes_on(
    cluster: LocalCluster, table: Table, writer: Writer, tmp_path: Path
) -> None:
    parts = parts_of(tmp_path, "a")

    def stop(reached: int) -> None:
        if parts.has(2):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), on_cluster(cluster.scheduler_address, project_lexicon()) as engine:
        match_table(table, "text", writer, parts, engine, stop)
    before = {path: path.stat().st_mtime_ns for path in parts.folder.glob("*.part")}
    assert 0 < len(before) < 13
    with on_cluster(cluster.scheduler_address, project_lexicon()) as engine:
        whole = match_table(table, "text", writer, parts, engine)
    assert len(whole.read_text().splitlines()) == 126
    assert before == {path: path.stat().st_mtime_ns for path in before}


def test_a_worker_that_stops_is_replaced(
    cluster: LocalCluster, table: Table, writer: Writer, tmp_path: Path
) -> None:
    parts = parts_of(tmp_path, "a")
    stopped: list[int] = []

    def stop(reached: int) -> None:
        if not stopped:
            stopped.extend(nanny.process.pid for nanny in cluster.workers.values())
            os.kill(stopped[0], signal.SIGKILL)

    with on_cluster(cluster.scheduler_address, project_lexicon()) as engine:
        whole = match_table(table, "text", writer, parts, engine, stop)
    assert len(whole.read_text().splitlines()) == 126


def test_a_cluster_that_stops_leaves_what_is_done(table: Table, writer: Writer, tmp_path: Path) -> None:
    parts = parts_of(tmp_path, "a")
    with one_worker() as short:

        def stop(reached: int) -> None:
            if parts.has(1):
                short.close()

        with (
            pytest.raises(ClusterFault, match="The cluster stopped before all was done"),
            on_cluster(short.scheduler_address, project_lexicon()) as engine,
        ):
            match_table(table, "text", writer, parts, engine, stop)
    assert parts.has(1)


def test_a_cluster_without_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("resilience.bulk.cluster.SECONDS_TO_CONNECT", 1)
    with (
        LocalCluster(n_workers=0, dashboard_address=":0") as empty,
        pytest.raises(ClusterFault, match=f"The cluster at {empty.scheduler_address} has no workers"),
        on_cluster(empty.scheduler_address, project_lexicon()),
    ):
        pass


@pytest.fixture(params=["return '0.0.1'", "raise PackageNotFoundError(name)"])
def another_version(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Write a module that makes a process of Dask believe in another version of the package, or in none."""
    preload = tmp_path / "preload.py"
    preload.write_text(
        "import importlib.metadata\n"
        "from importlib.metadata import PackageNotFoundError\n"
        f"def version(name):\n    {request.param}\n"
        "version.__module__ = 'importlib.metadata'\n"
        "importlib.metadata.version = version\n"
    )
    return str(preload)


def test_a_worker_without_the_same_package(another_version: str) -> None:
    with (
        one_worker(preload=[another_version]) as other,
        pytest.raises(
            ClusterFault, match=r"There is no resilience .* at tcp://.*\. Install the same version"
        ),
        on_cluster(other.scheduler_address, project_lexicon()),
    ):
        pass


def test_a_scheduler_without_the_same_package(another_version: str, tmp_path: Path) -> None:
    file = tmp_path / "scheduler.json"
    words = ["--port", "0", "--no-dashboard", "--scheduler-file", str(file), "--preload", another_version]
    with subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_scheduler", *words], stderr=subprocess.DEVNULL
    ) as process:
        try:
            while process.poll() is None and not (file.exists() and file.read_text()):
                time.sleep(0.05)
            address = json.loads(file.read_text())["address"]
            with (
                pytest.raises(ClusterFault, match=f"There is no resilience .* at {address}"),
                on_cluster(address, project_lexicon()),
            ):
                pass
        finally:
            process.terminate()


@pytest.mark.parametrize("address", ["nonsense", "tcp://", "what://127.0.0.1:8786"])
def test_an_address_that_is_none(address: str) -> None:
    with pytest.raises(ClusterFault, match="is no address"), on_cluster(address, project_lexicon()):
        pass


def test_nothing_answers() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{unused.getsockname()[1]}"
        with pytest.raises(ClusterFault, match=f"Nothing answers at {address}"):
            on_cluster(address, project_lexicon()).__enter__()
