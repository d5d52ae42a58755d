"""Files that were made to bring programs down end quickly, with a problem."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.checks.case_files import GOOD, TODAY

from resilience.checks import check
from resilience.checks.files import MAX_BYTES

SECONDS = 60
"""Far more than all of them take together, far less than any takes that unfolds."""
PROGRAM = """
import sys
from datetime import date
from pathlib import Path
from resilience.checks import check
for folder in sys.argv[1:]:
    for problem in check(Path(folder), date(2026, 12, 1)):
        print(Path(folder).parent.name, problem.code, problem.path)
"""


def bomb(levels: int = 60) -> str:
    """Write a text of few lines that would unfold to 9 to the power of its levels."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, levels)]
    return "\n".join(lines) + "\n"


ATTACKS = (
    ("E117", "gaps.yml", bomb()),
    ("E110", "gaps.yml", "gaps: " + "[" * 900 + "]" * 900),
    ("E111", "gaps.yml", "gaps: " + "[" * 400_000 + "]" * 400_000),
    ("E111", "gaps.yml", "gaps: " + "{a: " * 200_000),
    ("E102", "studies/big.yml", "#" * (MAX_BYTES + 1)),
    ("E122", "studies/trial-2020.yml", "".join(f"field{i}: 1\n" for i in range(3000))),
    ("E124", "gaps.yml", "gaps:\n" + "  - 1\n" * 20_000),
    ("E291", "references.bib", "@article{" * 20_000),
    ("E301", "places/areas.csv", "a" + "," * 500_000 + "\n1\n"),
    ("E302", "pools/effects.csv", "study,sample_id,effect_id,yi,vi\n" + "1\n" * 20_000),
)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Check all in one process of its own, so that one that breaks the interpreter is seen as well."""
    parent = tmp_path_factory.mktemp("attacks")
    folders = []
    for number, (_, file, text) in enumerate(ATTACKS):
        folder = shutil.copytree(GOOD, parent / str(number) / "evidence")
        (folder / file).write_text(text, "utf-8")
        folders.append(str(folder))
    command = [sys.executable, "-c", PROGRAM, *folders]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    return sorted(set(ended.stdout.splitlines()))


@pytest.mark.parametrize("number", range(len(ATTACKS)), ids=lambda number: ATTACKS[number][0])
def test_an_attack_ends_soon_with_a_problem(found: list[str], number: int) -> None:
    code, file, _ = ATTACKS[number]
    assert f"{number} {code} evidence/{file}" in found


@pytest.fixture
def evidence(tmp_path: Path) -> Path:
    return shutil.copytree(GOOD, tmp_path / "evidence")


@pytest.mark.parametrize("name", ["studies/link.yml", "link.txt", "places/link.csv"])
@pytest.mark.parametrize("target", ["/etc/hostname", "no-such-file", "..", "trial-2020.yml"])
def test_a_link_is_refused_and_not_read(evidence: Path, name: str, target: str) -> None:
    (evidence / name).symlink_to(target)
    found = {(problem.code, problem.path) for problem in check(evidence, TODAY)}
    assert ("E101", f"evidence/{name}") in found


def test_a_link_to_a_folder_is_not_walked(evidence: Path) -> None:
    (evidence / "studies/loop").symlink_to(evidence, target_is_directory=True)
    found = [problem.path for problem in check(evidence, TODAY) if problem.code == "E101"]
    assert found == ["evidence/studies/loop"]
