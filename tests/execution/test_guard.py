"""Which reads are seen, and which of them count as undeclared."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from resilience.execution import kernel
from resilience.execution.build import undeclared
from resilience.execution.inputs import Inputs, expand

READERS = {
    "open": "open('evidence/a.csv').close()",
    "io bytes": "import io; io.open(b'evidence/a.csv', 'rb').close()",
    "os": "import os; os.close(os.open('evidence/a.csv', os.O_RDONLY))",
    "pathlib": "from pathlib import Path; Path('evidence/a.csv').read_text()",
    "pandas": "import pandas; pandas.read_csv('evidence/a.csv')",
    "pandas python engine": "import pandas; pandas.read_csv('evidence/a.csv', engine='python')",
    "numpy": "import numpy; numpy.genfromtxt('evidence/a.csv')",
    "yaml": "import yaml; yaml.safe_load(open('evidence/a.csv'))",
    "mmap": "import mmap; f = open('evidence/a.csv', 'r+b'); mmap.mmap(f.fileno(), 0).close(); f.close()",
    "shutil": "import shutil; shutil.copy('evidence/a.csv', 'copy')",
    "another thread": "import threading; threading.Thread(target=open, args=['evidence/a.csv']).start()",
    "a forked child": "import os; child = os.fork(); child or open('evidence/a.csv'); child and os.wait()",
    "a link to it": "import os; os.symlink('evidence/a.csv', 'link'); open('link').close()",
    "from elsewhere": "import os; os.chdir('evidence'); open('a.csv').close()",
}
LISTERS = {
    "listdir": "import os; os.listdir('evidence')",
    "scandir": "import os; os.scandir('evidence').close()",
    "walk": "import os; list(os.walk('.'))",
    "glob": "import glob; glob.glob('evidence/*')",
    "pathlib": "from pathlib import Path; list(Path('evidence').iterdir())",
    "pathlib glob": "from pathlib import Path; list(Path('evidence').glob('*.csv'))",
    "here": "import os; os.chdir('evidence'); os.listdir()",
}


def noted(root: Path, code: str) -> list[str]:
    """Run code in an interpreter that is watched as a kernel is."""
    watch = (
        f"import sys; sys.path.insert(0, {str(Path(kernel.__file__).parent)!r})\n"
        "import kernel; sys.path.pop(0)\n"
        f"roots = {str(root / 'evidence')!r}, {str(root / 'town')!r}\n"
        "sys.addaudithook(kernel.watcher(kernel.note_in('record'), roots))\n"
    )
    subprocess.run([sys.executable, "-c", watch + code], cwd=root, check=True)
    lines = (root / "record").read_text().splitlines()
    return [Path(json.loads(line)).relative_to(root).as_posix() for line in lines]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence/a.csv").write_text("1,2\n")
    return tmp_path


@pytest.mark.parametrize("code", READERS.values(), ids=READERS.keys())
def test_reading_a_file_is_noted(root: Path, code: str) -> None:
    assert "evidence/a.csv" in noted(root, code)


@pytest.mark.parametrize("code", LISTERS.values(), ids=LISTERS.keys())
def test_listing_a_folder_is_noted(root: Path, code: str) -> None:
    assert "evidence" in noted(root, code)


def test_other_files_are_not_noted_and_nothing_twice(root: Path) -> None:
    code = (
        "open('evidence/a.csv').close()\n" * 2 + "open('record').close(); open('evidence-notes', 'w').close()"
    )
    assert noted(root, code) == ["evidence/a.csv"]


@pytest.mark.parametrize("argument", [3, None, "a\0b", object()])
def test_odd_arguments_do_no_harm(argument: object) -> None:
    notes: list[str] = []
    kernel.watcher(notes.append, ("/nowhere",))("open", (argument, "r", 0))
    assert notes == []


@pytest.mark.parametrize(
    "code", ["from town import late", "import importlib; importlib.import_module('town.late')"]
)
def test_importing_a_module_is_noted_compiled_or_not(root: Path, code: str) -> None:
    (root / "town").mkdir()
    (root / "town/__init__.py").touch()
    (root / "town/late.py").touch()
    for _ in range(2):
        paths = [root / name for name in noted(root, code)]
        assert undeclared(paths, Inputs(), root / "town") == [
            root / "town/__init__.py",
            root / "town/late.py",
        ]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ["a.yml", "studies/b.yml", "studies/c.txt", "policies/d.yml"]:
        path = tmp_path / "evidence" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    for name in ["__init__.py", "pool.py", "late.py", "palette.json"]:
        path = tmp_path / "src/town" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path


@pytest.mark.parametrize(
    ("used", "culprit"),
    [
        ("evidence/a.yml", None),
        ("evidence/studies/b.yml", None),
        ("evidence/policies/d.yml", "evidence/policies/d.yml"),
        ("evidence/studies/c.txt", "evidence/studies/c.txt"),
        ("evidence/studies/absent.yml", None),
        ("evidence/policies/absent.yml", "evidence/policies/absent.yml"),
        ("evidence/studies", None),
        ("evidence/policies", "evidence/policies"),
        ("evidence", "evidence"),
        ("evidence/absent", "evidence/absent"),
        ("src/town/pool.py", None),
        ("src/town/__pycache__/pool.cpython-311.pyc", None),
        ("src/town/late.py", "src/town/late.py"),
        ("src/town/__pycache__/late.cpython-311.pyc", "src/town/late.py"),
        ("src/town/__pycache__/late.cpython-311.pyc.140234", None),
        ("src/town", None),
        ("src/town/palette.json", "src/town/palette.json"),
    ],
)
def test_undeclared(project: Path, used: str, culprit: str | None) -> None:
    inputs = expand(
        project, ["evidence/a.yml", "evidence/studies/*.yml", "src/town/__init__.py", "src/town/pool.py"]
    )
    found = undeclared([project / used], inputs, project / "src/town")
    assert found == ([project / culprit] if culprit else [])
