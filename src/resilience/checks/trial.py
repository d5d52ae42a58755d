"""Would the evidence stand the checks with a change? Tried on a copy, so that nothing is half written."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from resilience.checks.catalogue import check
from resilience.checks.problem import Problem


@contextmanager
def copied(folder: Path) -> Iterator[Path]:
    """Give a copy of an evidence folder, under the same name, for as long as it is needed."""
    with tempfile.TemporaryDirectory() as beside:
        yield shutil.copytree(folder, Path(beside) / folder.name, symlinks=True)


def new_problems(folder: Path, copy: Path) -> list[Problem]:
    """Give the problems that a copy has more than the folder that it was made from."""
    before = {_told(problem) for problem in check(folder)}
    return [one for one in check(copy) if _told(one) not in before]


def _told(problem: Problem) -> tuple[str, str, str]:
    """Give what stays of a problem when lines move."""
    return problem.path, problem.code, problem.message
