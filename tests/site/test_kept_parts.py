"""What a build keeps for the next one and was harmed since is told, and the site is as after a clean one."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from benchmarks.interrupted import LOG, add_notebook, build
from tests.site.conftest import write_small_book
from tests.site.test_unfinished import differing, files

pytestmark = [pytest.mark.slow]

SITE = "_build/html"
DOCTREE = "_build/.doctrees/policies/*.doctree"
KNOWN_OF_ALL = "_build/.doctrees/environment.pickle"
LIST = "_build/.doctrees.contents"
OUTPUT = "_build/.jupyter_cache/executed/*/base.ipynb"
DRAWING = "_build/.drawings/*.svg"

READ_ANEW = "All pages are made anew."
WRITTEN_ANEW = "All pages are written again."


class Clean(NamedTuple):
    """A book that was built from nothing, and the site that came of it."""

    book: Path
    site: dict[str, bytes]


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Clean:
    book = write_small_book(tmp_path_factory.mktemp("kept"))
    add_notebook(book)
    assert build(book)
    return Clean(book, files(book / SITE))


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def edit(path: Path) -> None:
    """Change one byte in the middle."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


# A notebook's output and a drawing are looked at where their page is read, so pages are harmed with them.
@pytest.mark.parametrize(
    ("patterns", "harm", "said"),
    [
        pytest.param([DOCTREE, OUTPUT], cut, [READ_ANEW, "base.ipynb is not what was written"], id="cut"),
        pytest.param([DOCTREE, DRAWING], edit, [READ_ANEW, "is not what was drawn"], id="edited"),
        pytest.param([KNOWN_OF_ALL, DRAWING], cut, [READ_ANEW, "is not what was drawn"], id="environment"),
        pytest.param([LIST, DOCTREE], cut, ["Nobody knows what the last build left"], id="without a list"),
        pytest.param(
            [f"{SITE}/_static/search/pages.json", f"{SITE}/data/evidence.zip"],
            cut,
            [WRITTEN_ANEW, "html/_static/search/pages.json, html/data/evidence.zip"],
            id="published",
        ),
    ],
)
def test_what_was_harmed_is_told_and_made_anew(
    clean: Clean, patterns: Sequence[str], harm: Callable[[Path], None], said: Sequence[str]
) -> None:
    for pattern in patterns:
        found = [path for path in clean.book.glob(pattern) if path.stat().st_size]
        assert found, pattern
        for path in found:
            harm(path)
    assert build(clean.book)
    log = (clean.book / LOG).read_text("utf-8")
    assert [line for line in said if line not in log] == []
    assert differing(files(clean.book / SITE), clean.site) == []
