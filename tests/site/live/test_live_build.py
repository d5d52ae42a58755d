"""What a build writes for live pages: once, again when something changed, and a warning where it can't."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.site.conftest import REPOSITORY, Build

CORE = str(REPOSITORY / "live/node_modules/pyodide")
PAGE = "book/activities/index"
BOX = "# Activities\n\n```{activity-box}\nA lunch club\n\n<script>alert(1)</script>\n```\n"


@pytest.fixture(autouse=True)
def _core_is_installed(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("slow"):
        assert Path(CORE).is_dir(), "The browser's Python is not installed. Run `make site` first."


@pytest.fixture
def live_book(small_book: Path) -> Path:
    """Put the box on a page of the small book."""
    (small_book / f"{PAGE}.md").write_text(BOX, "utf-8")
    return small_book


def manifest(book: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((book / "_build/html/_static/live/manifest.json").read_text("utf-8"))
    return loaded


def html(book: Path, page: str = PAGE) -> str:
    return (book / f"_build/html/{page}.html").read_text("utf-8")


def written(book: Path) -> dict[str, int]:
    folder = book / "_build/html/_static"
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns
        for part in ("live", "pyodide")
        for path in (folder / part).rglob("*")
        if path.is_file()
    }


def test_without_the_core_one_sentence_says_how_to_mend(live_book: Path, build: Build) -> None:
    app = build(live_book, resilience_live_core="nowhere")
    warnings = app.warnings  # type: ignore[attr-defined]
    assert warnings.count("WARNING") == 1
    assert "The browser's Python is not installed in nowhere" in warnings
    assert "`make site` installs it" in warnings
    assert "The first click fetches several MB" in html(live_book)


def test_a_book_without_live_pages_needs_no_core(small_book: Path, build: Build) -> None:
    app = build(small_book, resilience_live_core="nowhere")
    assert app.warnings == ""  # type: ignore[attr-defined]
    assert not (small_book / "_build/html/_static/live").exists()


@pytest.mark.slow
def test_all_that_the_manifest_names_is_there(live_book: Path, build: Build) -> None:
    app = build(live_book, resilience_live_core=CORE)
    assert app.warnings == ""  # type: ignore[attr-defined]
    found = manifest(live_book)
    static = live_book / "_build/html/_static/live"
    room = [found["apart"]["room"], found["apart"]["shut"]]
    named = [found["worker"], found["library"], found["bundle"], *room, *found["data"].values()]
    assert {path.name for path in static.iterdir()} == {"manifest.json", *named}
    assert all(re.search(r"\.[0-9a-f]{12}\.", name) for name in named)
    core = static / found["core"]
    for name, size in found["sizes"].items():
        holder = static if name in named else core
        assert (holder / name).stat().st_size == size
    assert set(found["handlers"]["match"]["needs"]) <= set(found["data"])
    run = found["apart"]["handlers"]["run"]
    assert all((static / path).is_file() for path in run["files"])
    assert {found["worker"], found["apart"]["shut"], found["data"]["pools"]} <= set(run["files"])


@pytest.mark.slow
def test_what_runs_readers_code_is_no_handler_of_the_book(live_book: Path, build: Build) -> None:
    build(live_book, resilience_live_core=CORE)
    found = manifest(live_book)
    assert set(found["apart"]["handlers"]) == {"run"}
    assert "run" not in found["handlers"]


@pytest.mark.slow
def test_the_page_says_how_much_the_first_click_fetches(live_book: Path, build: Build) -> None:
    build(live_book, resilience_live_core=CORE)
    said = re.search(r"The first click fetches ([\d.]+) MB", html(live_book))
    assert said is not None
    assert float(said[1]) == round(manifest(live_book)["handlers"]["match"]["download"] / 1e6, 1)
    assert 5 < float(said[1]) < 8


@pytest.mark.slow
def test_only_what_changed_is_written_again(live_book: Path, build: Build) -> None:
    build(live_book, resilience_live_core=CORE)
    before = written(live_book)
    page = (live_book / f"_build/html/{PAGE}.html").stat().st_mtime_ns
    build(live_book, resilience_live_core=CORE)
    assert written(live_book) == before
    assert (live_book / f"_build/html/{PAGE}.html").stat().st_mtime_ns == page
    words = live_book / "evidence/words.yml"
    words.write_text(words.read_text().replace("decoys:", "decoys:\n- memory of green soup", 1))
    build(live_book, resilience_live_core=CORE)
    after = written(live_book)
    changed = {name.split(".")[0] for name in before.keys() ^ after.keys()}
    assert changed == {"live/lexicon"}


@pytest.mark.slow
def test_a_page_without_a_box_loads_no_script_of_it(live_book: Path, build: Build) -> None:
    build(live_book, resilience_live_core=CORE)
    assert "live.js" in html(live_book)
    assert "activity-box.js" in html(live_book)
    assert "live.js" not in html(live_book, "index")
    assert "activity-box" not in html(live_book, "index")


def test_an_example_is_text(live_book: Path, build: Build) -> None:
    build(live_book, resilience_live_core="nowhere")
    assert '<button type="button">&lt;script&gt;alert(1)&lt;/script&gt;</button>' in html(live_book)
    assert "<li>" in html(live_book)
    assert html(live_book).count('<li><button type="button">') == 2
