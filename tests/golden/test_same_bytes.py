"""Two clean builds of one evidence give the same bytes, whatever the folder, the clock and the hash seed."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXACT = """
import builtins, sys
plain = builtins.sum
def exact(numbers, /, start=0):
    found = plain(numbers, start)
    caller = sys._getframe(1).f_code.co_filename
    assert not (isinstance(found, float) and "/resilience/" in caller), f"{caller}: math.fsum, not sum"
    return found
builtins.sum = exact
"""
"""Before Python 3.12 plain `sum` rounds after each number, since then at the end: `fsum` gives one answer."""
BUILD = "import sys; from pathlib import Path; from tests.golden.book import build; build(Path(sys.argv[1]))"
EXCEPTIONS = {".buildinfo"}
"""Sphinx keeps a digest of all settings there, with the names of folders among them; no page reads it."""

pytestmark = [pytest.mark.slow]


def built(folder: Path, **settings: str) -> dict[str, str]:
    """Build the small book in a process of its own and digest every file of its site."""
    folder.mkdir()
    paths = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    subprocess.run(
        [sys.executable, "-c", f"{EXACT}{BUILD}", str(folder)],
        env={**os.environ, "PYTHONPATH": paths, **settings},
        check=True,
    )
    html = folder / "html"
    return {
        str(path.relative_to(html)): sha256(path.read_bytes()).hexdigest()
        for path in html.rglob("*")
        if path.is_file() and path.name not in EXCEPTIONS
    }


def test_the_same_evidence_gives_the_same_site(tmp_path: Path) -> None:
    first = built(tmp_path / "one", TZ="UTC", PYTHONHASHSEED="0")
    second = built(tmp_path / "another folder é", TZ="Asia/Tokyo", PYTHONHASHSEED="99")
    assert set(first) == set(second)
    assert sorted(name for name, digest in first.items() if second[name] != digest) == []
    assert "index.html" in first
