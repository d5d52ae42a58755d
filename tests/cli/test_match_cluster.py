"""`resilience match --scheduler` writes what the command writes without it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pytest
from click.testing import CliRunner, Result
from distributed import LocalCluster
from pyarrow import parquet as pq
from tests.lexicon import project_lexicon

from resilience.bulk import ClusterFault, Engine
from resilience.bulk.run import Answer, Task
from resilience.cli import main
from resilience.tables.table import MOST_ROWS

pytestmark = pytest.mark.slow

ROWS = 12_000


@pytest.fixture(autouse=True)
def big_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("resilience.cli.match._lexicon", project_lexicon)
    pq.write_table(pa.table({"id": range(ROWS), "text": [f"club {row}" for row in range(ROWS)]}), "a.parquet")


def match(*words: str) -> Result:
    return CliRunner().invoke(main, ["match", "a.parquet", *words], catch_exceptions=False)


def test_two_workers_write_what_one_process_writes(tmp_path: Path) -> None:
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0") as cluster:
        together = match("-o", "b.parquet", "--scheduler", cluster.scheduler_address)
    assert (together.exit_code, together.stdout) == (0, "Written: b.parquet\n")
    assert match("-o", "c.parquet").exit_code == 0
    assert pq.read_table("b.parquet").equals(pq.read_table("c.parquet"))
    assert pq.read_table("b.parquet")["id"].to_pylist() == list(range(ROWS))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.parquet", "b.parquet", "c.parquet"]


def test_where_no_cluster_is_a_sentence_says_so(tmp_path: Path) -> None:
    result = match("-o", "b.parquet", "--scheduler", "tcp://127.0.0.1:1")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Nothing answers at tcp://127.0.0.1:1 (")
    assert result.stderr.endswith("). Is the scheduler running?\n")
    assert [path.name for path in tmp_path.iterdir()] == ["a.parquet"]


def test_a_cluster_that_stops_leaves_what_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def stopping(*_: object) -> Iterator[Engine]:
        def first_only(tasks: Iterable[Task]) -> Iterator[tuple[Task, list[Answer]]]:
            yield next(iter(tasks)), [(*"abcdefg",)] * MOST_ROWS
            raise ClusterFault("The cluster stopped.")

        yield first_only

    monkeypatch.setattr("resilience.cli.match_file.on_cluster", stopping)
    result = match("-o", "b.csv", "--scheduler", "tcp://127.0.0.1:1")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "The cluster stopped. What is done is kept in b.csv.parts; the same command goes on from there.\n"
    )
    assert match("-o", "b.csv").stderr == "Going on where the last run stopped (1 part done).\n"
    lines = Path("b.csv").read_text().splitlines()
    assert lines[1] == "0,club 0,a,b,c,d,e,f,g"
    assert len(lines) == ROWS + 1
    assert lines[MOST_ROWS].endswith(",a,b,c,d,e,f,g")
    assert not lines[MOST_ROWS + 1].endswith(",a,b,c,d,e,f,g")
