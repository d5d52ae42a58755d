"""The page of benchmarks says what is on record, and nothing else."""

import csv
import importlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from tests.test_setup.tools import ROOT

FOLDER = ROOT / "benchmarks"
PAGE = ROOT / "book/methods/benchmarks.md"


@pytest.fixture(scope="module")
def scripts() -> Iterator[dict[str, ModuleType]]:
    sys.path.insert(0, str(FOLDER))
    yield {name: importlib.import_module(name) for name in ("results", "bench")}
    sys.path.remove(str(FOLDER))


def result(scripts: dict[str, ModuleType], what: str = "a", **more: Any) -> Any:
    values = {"benchmark": "scale", "figure": "2 s", "command": "make", "date": "2026-11-30"} | more
    return scripts["results"].Result(what=what, **values)


def test_the_page_is_what_the_results_make_of_it(scripts: dict[str, ModuleType]) -> None:
    assert PAGE.read_text("utf-8") == scripts["bench"].page(scripts["results"].read())


def test_the_results_are_sorted_and_each_has_a_figure_a_command_and_a_day(
    scripts: dict[str, ModuleType],
) -> None:
    results = scripts["results"]
    on_record = results.read()
    assert on_record
    assert results.written(results.merged(on_record, [])) == results.FILE.read_text("utf-8")
    assert all(one.figure and one.command and one.date for one in on_record)


def test_what_was_never_measured_says_so(scripts: dict[str, ModuleType]) -> None:
    page = scripts["bench"].page([])
    assert page.count("Not measured yet") == len(scripts["bench"].BENCHMARKS)
    one = scripts["bench"].page([result(scripts)])
    assert one.count("Not measured yet") == len(scripts["bench"].BENCHMARKS) - 1
    assert "| a | 2 s | none | none | `make` | 2026-11-30 |" in one


def test_a_text_ends_no_cell(scripts: dict[str, ModuleType]) -> None:
    assert r"| a \| b (c) |" in scripts["bench"].page([result(scripts, "a | b", note="c")])


def test_a_new_figure_takes_the_place_of_the_old_one_alone(scripts: dict[str, ModuleType]) -> None:
    old, other = result(scripts, "b"), result(scripts, "a")
    new = result(scripts, "b", figure="1 s")
    assert scripts["results"].merged([old, other], [new]) == [other, new]


def test_a_figure_is_kept_with_its_day_and_only_where_it_is_asked_for(
    scripts: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    results, file = scripts["results"], tmp_path / "results.csv"
    monkeypatch.delenv(results.ASKED, raising=False)
    results.record([result(scripts, date="")], file)
    assert not file.exists()
    monkeypatch.setenv(results.ASKED, "1")
    results.record([result(scripts, date="")], file)
    (kept,) = results.read(file)
    assert len(kept.date) == len("2026-11-30")
    assert kept._replace(date="") == result(scripts, date="")


def test_the_matcher_stands_beside_those_that_learnt_as_it_did(scripts: dict[str, ModuleType]) -> None:
    with scripts["bench"].MEASURED.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    found = scripts["bench"].matching(rows)
    assert {one.peer.partition(":")[0] for one in found} >= {"TF-IDF and linear SVM"}
    kept = [one for one in scripts["results"].read() if one.benchmark == "matching"]
    assert sorted(found) == kept, "The matcher was measured anew. Next: make bench BENCH=matching"


def test_every_benchmark_has_a_script_and_a_section(scripts: dict[str, ModuleType]) -> None:
    page = PAGE.read_text("utf-8")
    bench = scripts["bench"]
    assert page.count("\n## ") == len(bench.BENCHMARKS)
    assert all((ROOT / one.command[0]).is_file() for one in bench.BENCHMARKS if one.command)


def test_an_unknown_benchmark_is_refused_in_one_sentence() -> None:
    command = [sys.executable, str(FOLDER / "bench.py"), "speed"]
    done = subprocess.run(command, env=os.environ, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("There is no benchmark speed. There are matching, ")
    assert len(done.stderr.splitlines()) == 1
