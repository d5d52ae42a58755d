"""When Sphinx is told to use all cores."""

import os
from types import SimpleNamespace
from typing import Any

import pytest
from sphinx.extension import Extension

from resilience.execution.build import alone_if_few, use_all_cores


@pytest.mark.parametrize(
    ("asked", "other", "jobs"),
    [
        pytest.param(1, {"parallel_read_safe": True}, (os.cpu_count() or 1) + 1, id="all extensions can"),
        pytest.param(1, {}, 1, id="one doesn't say"),
        pytest.param(1, {"parallel_read_safe": False}, 1, id="one can't read in parallel"),
        pytest.param(1, {"parallel_read_safe": True, "parallel_write_safe": False}, 1, id="one can't write"),
        pytest.param(7, {"parallel_read_safe": True}, 7, id="somebody chose"),
    ],
)
def test_jobs(asked: int, other: dict[str, bool], jobs: int) -> None:
    safe = Extension("safe", None, parallel_read_safe=True)
    app: Any = SimpleNamespace(
        parallel=asked, extensions={"safe": safe, "other": Extension("other", None, **other)}
    )
    use_all_cores(app, app)
    assert app.parallel == jobs


def test_silent_extension_that_numbers_sections_is_no_hindrance() -> None:
    name = "sphinx_multitoc_numbering"
    app: Any = SimpleNamespace(parallel=1, extensions={name: Extension(name, None)})
    use_all_cores(app, app)
    assert app.parallel > 1


@pytest.mark.parametrize(("pages", "jobs"), [(0, 3), (1, 1), (10, 1), (11, 3)])
def test_a_few_pages_are_read_in_one_process(pages: int, jobs: int) -> None:
    app: Any = SimpleNamespace(parallel=3)
    alone_if_few(app, app, ["page"] * pages)
    assert app.parallel == jobs
