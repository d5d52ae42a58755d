"""Which modules a notebook's code needs."""

from pathlib import Path

import pytest

from resilience.execution.imports import CodeBase

MODULES = {
    "town/__init__.py": "",
    "town/pool.py": "import json\n\nfrom town.records import study\n",
    "town/records/__init__.py": "from .study import Study\n",
    "town/records/study.py": "from ..text import tidy\n\nclass Study: ...\n",
    "town/records/policy.py": "def load():\n    import town.late\n",
    "town/late.py": "from town import pool\n",
    "town/text.py": "",
    "town/broken.py": "def (\n",
    "town/folder/deep.py": "",
}
ROOT, RECORDS = {"town/__init__.py"}, {"town/records/__init__.py", "town/records/study.py", "town/text.py"}


@pytest.fixture
def code(tmp_path: Path) -> CodeBase:
    for name, text in MODULES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return CodeBase(tmp_path / "town")


@pytest.mark.parametrize(
    ("cell", "needed"),
    [
        pytest.param("import json, pandas.testing", set(), id="nothing of this package"),
        pytest.param("import township.pool", set(), id="a package whose name starts alike"),
        pytest.param("import town", ROOT, id="the package alone"),
        pytest.param("import town.text as t", ROOT | {"town/text.py"}, id="a module"),
        pytest.param("from town import text", ROOT | {"town/text.py"}, id="a module by from"),
        pytest.param("from town.text import tidy", ROOT | {"town/text.py"}, id="a name of a module"),
        pytest.param("import town.records", ROOT | RECORDS, id="relative imports, one and two dots"),
        pytest.param("import town.pool", ROOT | RECORDS | {"town/pool.py"}, id="what a module imports"),
        pytest.param(
            "if True:\n    from town.records.policy import load",
            ROOT | RECORDS | {"town/records/policy.py", "town/late.py", "town/pool.py"},
            id="an import inside a function, and a circle",
        ),
        pytest.param(
            "%matplotlib inline\nimport town.text\n!ls", ROOT | {"town/text.py"}, id="beside magics"
        ),
        pytest.param(
            "import town.folder.deep", ROOT | {"town/folder/deep.py"}, id="a folder without __init__"
        ),
        pytest.param("import town.broken", ROOT | {"town/broken.py"}, id="a module that can't be parsed"),
        pytest.param("import town.absent", ROOT, id="a module that isn't there"),
        pytest.param("import town.text\ndef (", set(), id="a cell that can't be parsed"),
    ],
)
def test_modules_needed(code: CodeBase, cell: str, needed: set[str]) -> None:
    assert code.needed_by([cell]) == {code.package.parent / name for name in needed}


def test_all_cells_count(code: CodeBase) -> None:
    together = code.needed_by(["import town.text", "import town.late"])
    assert together == code.needed_by(["import town.text"]) | code.needed_by(["import town.late"])
