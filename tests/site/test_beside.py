"""The published folder is swapped as a whole, and what somebody harmed in it is mended by the next build."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.site.conftest import Build
from tests.site.test_unfinished import differing, files

from resilience.site.beside import Published


@pytest.fixture
def published(tmp_path: Path) -> Published:
    """Publish one page."""
    published = Published(tmp_path / "html")
    build(published, "one", anew=True)
    return published


def build(published: Published, text: str, *, anew: bool = False) -> None:
    published.folder.mkdir(exist_ok=True)
    published.begin(anew=anew)
    (published.built / "index.html").write_text(text)
    published.finish()


def test_what_was_published_stands_until_all_is_written(published: Published) -> None:
    published.begin(anew=False)
    (published.built / "index.html").write_text("two")
    assert (published.folder / "index.html").read_text() == "one"
    published.finish()
    assert (published.folder / "index.html").read_text() == "two"
    assert sorted(path.name for path in published.folder.parent.iterdir()) == [".html.contents", "html"]


def test_a_build_that_was_stopped_leaves_nothing_to_the_next(published: Published) -> None:
    published.begin(anew=False)
    (published.built / "half.html").touch()
    published.begin(anew=False)
    assert [path.name for path in published.built.iterdir()] == ["index.html"]


def test_a_stop_between_the_two_moves_is_undone(published: Published) -> None:
    published.begin(anew=False)
    published.folder.rename(published.replaced)
    published.folder.mkdir()
    published.begin(anew=False)
    assert (published.folder / "index.html").read_text() == "one"
    assert (published.built / "index.html").read_text() == "one"


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda folder: (folder / "index.html").write_text("on"), id="cut"),
        pytest.param(lambda folder: (folder / "other.html").touch(), id="added"),
        pytest.param(lambda folder: (folder.parent / ".html.contents").unlink(), id="without a list"),
    ],
)
def test_nothing_is_taken_from_a_folder_that_was_changed(
    published: Published, harm: Callable[[Path], object]
) -> None:
    harm(published.folder)
    published.begin(anew=False)
    assert list(published.built.iterdir()) == []


def test_nothing_is_taken_where_all_is_made_anew(published: Published) -> None:
    published.begin(anew=True)
    assert list(published.built.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "pattern",
    [
        "index.html",
        "_static/search/*",
        "_static/data/*",
        "_static/places/**/*.json",
        "_static/vega-*",
        "**/*",
    ],
)
def test_files_that_were_cut_are_whole_after_the_next_build(
    small_book: Path, build: Build, pattern: str
) -> None:
    build(small_book)
    site = small_book / "_build/html"
    whole = files(site)
    cut = [path for path in site.glob(pattern) if path.is_file() and path.stat().st_size]
    assert cut
    for path in cut:
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert build(small_book).pages_read == set()  # type: ignore[attr-defined]
    assert differing(files(site), whole) == []
