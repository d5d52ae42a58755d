"""What can't be written stops a build with a sentence, and what is published stays whole."""

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from sphinx.errors import ExtensionError
from tests.site.conftest import COMMAND, write_small_book
from tests.site.small_disk import MUCH, SmallDisk, small_disk
from tests.site.test_unfinished import STUDY, differing, files

from resilience.site.unwritten import Unwritten, raise_told, sentence, told

ALL_POWERS = "-dac_override,-dac_read_search"


def _as_others() -> list[str] | None:
    """Give what goes before a command so that permissions bind it; None where nothing does."""
    if os.geteuid() != 0:
        return []
    powers = [f"--bounding-set={ALL_POWERS}", f"--inh-caps={ALL_POWERS}"]
    return ["setpriv", *powers] if shutil.which("setpriv") else None


AS_OTHERS = _as_others()
FULL, ONLY_READ = "The disk is full", "This disk can only be read"


class Book:
    """The small book, built on a small disk."""

    def __init__(self, folder: Path, disk: SmallDisk) -> None:
        self.folder = folder
        self.disk = disk
        assert self.build()[0] == 0
        self.clean = self.published()

    def build(self) -> tuple[int, str]:
        done = self.disk.run(COMMAND, self.folder)
        return done.returncode, done.stdout

    def published(self) -> dict[str, bytes]:
        return files(self.disk.seen / "html")

    def size(self) -> int:
        return sum(len(content) for content in self.clean.values())


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """Build the small book once; each test leaves it as it found it."""
    folder = write_small_book(tmp_path_factory.mktemp("small-disk"))
    (folder / "_build").mkdir()
    with small_disk(folder / "_build") as disk:
        yield Book(folder, disk)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("free", "says"),
    [
        pytest.param(0.0, FULL, id="no room at all"),
        pytest.param(0.4, FULL, id="no room for a copy of what is published"),
        pytest.param(1.05, FULL, id="room for little more than the copy"),
        pytest.param(None, ONLY_READ, id="no permission"),
    ],
)
def test_a_build_without_room_leaves_what_is_published(book: Book, free: float | None, says: str) -> None:
    path = book.folder / STUDY
    before = path.read_text()
    path.write_text(before.replace("value: -0.27", "value: -0.29"))
    assert path.read_text() != before
    if free is None:
        book.disk.set("ro")
    else:
        book.disk.leave_free(int(free * book.size()))
    code, said = book.build()
    assert (code != 0, says in said) == (True, True), said
    assert book.published() == book.clean
    path.write_text(before)
    book.disk.set(f"rw,size={MUCH}")
    code, said = book.build()
    assert code == 0, said
    assert differing(book.published(), book.clean) == []


@pytest.mark.slow
@pytest.mark.skipif(AS_OTHERS is None, reason="the system lets this user write everywhere")
def test_a_folder_without_permission_is_told(small_book: Path) -> None:
    (small_book / "_build/html").mkdir(parents=True)
    (small_book / "_build").chmod(0o555)
    command = [*(AS_OTHERS or ()), *COMMAND]
    done = subprocess.run(command, cwd=small_book, capture_output=True, text=True, check=False)
    (small_book / "_build").chmod(0o755)
    assert done.returncode != 0
    assert "A file or folder may not be written or read" in done.stderr


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("[Errno 28] No space left on device: 'a.html'", FULL),
        ("error writing file a.html: [Errno 28] No space left on device", FULL),
        ("Failed to copy a file in html_static_file: a.css: OSError(28, 'No space left on device')", FULL),
        ("OSError: [Errno 28] No space left on device", FULL),
        ("(sqlite3.OperationalError) database or disk is full", FULL),
        ("[Errno 122] Disk quota exceeded", "No more may be stored here"),
        ("[Errno 30] Read-only file system: '_build/.lock'", ONLY_READ),
        ("[Errno 13] Permission denied: '_build/.lock'", "A file or folder may not be written"),
        ("PermissionError(1, 'Operation not permitted')", "A file or folder may not be changed"),
    ],
)
def test_the_sentence_says_what_is_wrong_and_keeps_the_words_of_the_system(words: str, begins: str) -> None:
    said = sentence(words)
    assert said.startswith(begins)
    assert said.endswith(words)


@pytest.mark.parametrize("words", ["[Errno 2] No such file or directory: 'a'", "ValueError: 28", ""])
def test_of_other_errors_nothing_is_said(words: str) -> None:
    assert sentence(words) == ""


def test_the_error_is_found_behind_those_that_it_caused() -> None:
    first = OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(Unwritten, match=FULL):
        raise_told(ExtensionError("Handler failed", first))
    second = ValueError("could not save")
    second.__cause__ = first
    with pytest.raises(Unwritten, match=FULL):
        raise_told(second)
    raise_told(ValueError("of another kind"))


def test_an_error_of_another_kind_goes_on_as_it_is() -> None:
    with pytest.raises(FileNotFoundError), told():
        raise FileNotFoundError(errno.ENOENT, "No such file")
