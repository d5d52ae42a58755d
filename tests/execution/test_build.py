"""Whole builds: what runs again, what doesn't, and what fails."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sphinx.errors import ExtensionError

if TYPE_CHECKING:
    from tests.execution.conftest import Book

pytestmark = pytest.mark.slow

SHOW = "print('value', open('evidence/{0}.txt').read())"


@pytest.fixture
def two(book: "Book") -> "Book":
    """A book whose notebooks `one` and `two` each show a number of their own, already built."""
    for name in ("one", "two"):
        book.write(f"evidence/{name}.txt", "41")
        book.notebook(name, SHOW.format(name), reads=[f"evidence/{name}.txt"])
    built = book.build()
    assert (built.ran, built.warnings) == (["one", "two"], "")
    return book


@pytest.mark.parametrize("parallel", [0, 3], ids=["serial", "parallel"])
def test_changed_number_shows_and_nothing_else_runs(two: "Book", parallel: int) -> None:
    two.write("evidence/one.txt", "42")
    built = two.build(parallel=parallel)
    assert (built.ran, built.read, built.warnings) == (["one"], {"one"}, "")
    assert "value 42" in two.page("one")
    assert "value 41" in two.page("two")
    assert str(two.root / "evidence/one.txt") in built.dependencies["one"]

    two.write("evidence/one.txt", "41")
    assert two.build(parallel=parallel).ran == [], "results of an earlier state are still there"
    assert "value 41" in two.page("one")


def test_neither_time_nor_prose_makes_a_notebook_run(two: "Book") -> None:
    assert two.build().read == set()
    os.utime(two.root / "evidence/one.txt")
    built = two.build()
    assert (built.read, built.ran) == ({"one"}, [])
    page = two.root / "one.md"
    page.write_text(page.read_text() + "\nA new sentence.\n")
    assert two.build().ran == []
    assert "A new sentence" in two.page("one")


def test_fresh_checkout_with_restored_cache_runs_nothing(
    two: "Book", new_book: Callable[[str], "Book"]
) -> None:
    fresh = new_book("elsewhere")
    shutil.copytree(
        two.root, fresh.root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("html", ".doctrees")
    )
    built = fresh.build(parallel=3)
    assert (built.ran, built.read, built.warnings) == ([], {"index", "one", "two"}, "")
    assert "value 41" in fresh.page("one")


def test_new_file_in_a_declared_folder_counts(book: "Book") -> None:
    book.write("evidence/studies/a.yml", "")
    book.notebook(
        "one", "import os; print('files', len(os.listdir('evidence/studies')))", reads=["evidence/studies"]
    )
    assert book.build().ran == ["one"]
    book.write("evidence/studies/b.yml", "")
    assert book.build().ran == ["one"]
    assert "files 2" in book.page("one")
    (book.root / "evidence/studies/a.yml").unlink()
    assert book.build().ran == ["one"]
    assert "files 1" in book.page("one")


def test_changed_module_runs_the_notebooks_that_import_it(book: "Book") -> None:
    book.write("src/town/pool.py", "VALUE = 1")
    book.notebook("one", "from town.pool import VALUE", "print('value', VALUE)")
    book.notebook("two", "import town")
    book.build()
    book.write("src/town/pool.py", "VALUE = 2")
    assert book.build().ran == ["one"]
    assert "value 2" in book.page("one")


def test_changed_lock_runs_all(book: "Book") -> None:
    for version, name in [("1", "one"), ("2", "one")]:
        book.write("requirements/site.lock", f"pandas=={version}")
        book.notebook(name, "1 + 1")
        assert book.build(resilience_common_inputs=["requirements/site.lock"]).ran == ["one"]


def test_undeclared_reads_fail_and_are_named_until_they_are_declared(book: "Book") -> None:
    book.write("src/town/late.py", "")
    book.write("evidence/one.txt", "41")
    book.write("evidence/two.txt", "41")
    imports = "import importlib, town; importlib.import_module('town.late')"
    code = SHOW.format("two"), imports, "import os; os.listdir('evidence')"
    book.notebook("one", *code, reads=["evidence/one.txt"])
    names = (
        "  - evidence/ (the list of its files)\n  - evidence/two.txt\n  - src/town/late.py [notebook.reads]"
    )
    for _ in range(2):
        built = book.build()
        assert (
            "one.md:1: WARNING: notebook one: it used what its front matter does not declare"
            in built.warnings
        )
        assert names in built.warnings
        assert built.ran == []
        assert "value 41" not in book.page("one")
    book.notebook("one", *code, reads=["evidence", "src/town/late.py"])
    built = book.build()
    assert (built.ran, built.warnings) == (["one"], "")
    assert "value 41" in book.page("one")


ASK = "from resilience.asks import ask; print('value', ask('evidence.{0}')['n'])"


@pytest.fixture
def asking(book: "Book") -> "Book":
    """A book whose notebooks `one` and `two` each ask for a number of their own, already built."""
    for name in ("one", "two"):
        book.write(f"evidence/{name}.txt", "41 is the number")
        book.notebook(name, ASK.format(name), asks=[f"evidence.{name}"])
    built = book.build()
    assert (built.ran, built.warnings) == (["one", "two"], "")
    assert "ran one" in built.log
    assert "no finished run is known" in built.log
    return book


def test_a_notebook_runs_when_a_value_changes_and_not_when_other_words_do(asking: "Book") -> None:
    asking.write("evidence/one.txt", "41 is still the number")
    built = asking.build()
    assert (built.ran, built.read, built.warnings) == ([], set(), "")
    asking.write("evidence/one.txt", "42")
    built = asking.build()
    assert (built.ran, built.read, built.warnings) == (["one"], {"one"}, "")
    assert "s: evidence.one changed" in built.log
    assert "value 42" in asking.page("one")
    assert "value 41" in asking.page("two")


def test_new_code_of_a_notebook_gets_the_answers_of_a_build_that_computed_none(asking: "Book") -> None:
    asking.notebook("one", ASK.format("one") + " # again", asks=["evidence.one"])
    built = asking.build()
    assert (built.ran, built.warnings) == (["one"], "")
    assert "s: its own code changed" in built.log


def test_what_is_asked_and_not_declared_fails_and_all_of_it_is_named(asking: "Book") -> None:
    asking.notebook("one", ASK.format("one"), ASK.format("two"))
    for _ in range(2):
        built = asking.build()
        assert (
            "one.md:1: WARNING: notebook one: it asks what its front matter does not declare. "
            "Add to `asks:`, or do without:\n  - evidence.one\n  - evidence.two [notebook.asks]"
        ) in built.warnings
        assert built.ran == []
    asking.notebook("one", ASK.format("one"), ASK.format("two"), asks=["evidence.one", "evidence.two"])
    assert asking.build().warnings == ""


def test_a_name_that_is_put_together_must_be_declared_too(asking: "Book") -> None:
    asking.notebook("one", "from resilience.asks import ask; ask('evidence.' + 'two')", asks=["evidence.one"])
    warnings = asking.build().warnings
    assert "NotDeclaredError: Add `evidence.two` to `asks:` in the front matter" in warnings


def test_a_name_without_an_answer_is_a_warning(asking: "Book") -> None:
    asking.notebook("one", ASK.format("one"), asks=["evidence.one", "weather.today"])
    for _ in range(2):
        warnings = asking.build().warnings
        assert "it asks for `weather.today`, which has no answer: no room weather" in warnings


def test_evidence_that_is_opened_besides_is_named(asking: "Book") -> None:
    asking.notebook("one", ASK.format("one"), SHOW.format("two"), asks=["evidence.one"])
    assert "  - evidence/two.txt [notebook.reads]" in asking.build().warnings


def test_declaration_without_a_file_is_a_warning(book: "Book") -> None:
    book.notebook("one", "1 + 1", reads=["evidence/misspelt.txt"])
    for _ in range(2):
        warnings = book.build().warnings
        assert "one.md:1: WARNING: notebook one: it depends on `evidence/misspelt.txt`, but" in warnings


@pytest.mark.parametrize(
    ("cell", "trace"),
    [
        pytest.param(
            "def halve(x):\n    return x / 0\nhalve('100%s')", "TypeError: unsupported operand", id="an error"
        ),
        pytest.param("import time\ntime.sleep(60)", "timed out", id="no end"),
        pytest.param("import os\nos.kill(os.getpid(), 9)", "Kernel died", id="a crash"),
    ],
)
def test_failing_cell_fails_with_its_place_source_and_traceback(book: "Book", cell: str, trace: str) -> None:
    book.notebook("one", "with open('runs', 'a') as runs:\n    runs.write('x')", cell)
    built = book.build(nb_execution_timeout=2)
    assert "one.md:13: WARNING: notebook one: it failed." in built.warnings
    assert cell in built.warnings
    assert trace in built.warnings
    assert "[notebook.cell]" in built.warnings
    assert "\x1b[0;31m" not in built.warnings
    assert built.warnings.count("WARNING") == 1
    assert (book.root / "runs").read_text() == "x", "MyST-NB must not run it once more"


@pytest.mark.skipif(sys.platform != "linux", reason="Only Linux holds a process to a limit of its data.")
@pytest.mark.parametrize(
    "cell",
    [
        pytest.param("held = []\nwhile True:\n    held.append(bytearray(10**7))", id="bit by bit"),
        pytest.param("held = bytearray(10**11)", id="at once"),
        pytest.param("import numpy\nheld = numpy.ones(10**11)", id="numpy"),
        pytest.param("held = [0]\nwhile True:\n    held += held", id="doubling"),
    ],
)
def test_a_cell_that_wants_memory_without_end_fails_with_a_sentence(book: "Book", cell: str) -> None:
    book.notebook("one", cell)
    warnings = book.build(resilience_memory=600).warnings
    assert warnings.count("WARNING") == 1
    assert "It wanted more than the 600 MB of memory that a notebook may have." in warnings
    assert cell in warnings
    book.notebook("one", "import numpy\nprint('value', int(numpy.ones(10**7).sum()))")
    assert book.build(resilience_memory=600).warnings == ""
    assert "value 10000000" in book.page("one")


def test_failed_notebook_fails_again_until_it_is_mended(book: "Book") -> None:
    book.notebook("one", "1 / 0")
    for _ in range(2):
        assert "ZeroDivisionError" in book.build().warnings
    book.notebook("one", "print('value', 1 / 1)")
    assert book.build().warnings == ""
    assert "value 1.0" in book.page("one")


def test_cell_that_may_fail_shows_its_error(book: "Book") -> None:
    book.notebook("one", ":tags: [raises-exception]\n1 / 0")
    assert book.build().warnings == ""
    assert "ZeroDivisionError" in book.page("one")


def test_unreadable_cell_options_name_the_file(book: "Book") -> None:
    book.notebook("one", ":tags: [open\n1")
    with pytest.raises(ExtensionError, match=r"one\.md: Code cell .* at line 7"):
        book.build()


@pytest.mark.parametrize(("workers", "together"), [(2, True), (1, False)])
def test_stale_notebooks_run_together(book: "Book", workers: int, together: bool) -> None:
    wait = (
        "import time, pathlib\n"
        "pathlib.Path('{0}').touch()\n"
        "end = time.monotonic() + {2}\n"
        "while not pathlib.Path('{1}').exists() and time.monotonic() < end: time.sleep(0.01)\n"
        "pathlib.Path('{0}.met').write_text(str(pathlib.Path('{1}').exists()))"
    )
    patience = 30 if together else 0.1
    book.notebook("one", wait.format("one", "two", patience))
    book.notebook("two", wait.format("two", "one", patience))
    assert book.build(resilience_workers=workers).ran == ["one", "two"]
    # Two that run one after the other can't both see each other.
    assert [(book.root / f"{name}.met").read_text() for name in ("one", "two")] == [str(together), "True"]


def test_kernel_is_the_building_interpreter_without_personal_settings(
    new_book: Callable[[str], "Book"], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    person, book = new_book("person"), new_book("book")
    person.write(
        "kernels/python3/kernel.json", '{"argv": ["false"], "display_name": "x", "language": "python"}'
    )
    person.write("profile_default/startup/start.py", "print('personal start-up')")
    monkeypatch.setenv("JUPYTER_PATH", str(person.root))
    monkeypatch.setenv("IPYTHONDIR", str(person.root))
    book.notebook("one", "import sys\nprint(sys.prefix)\nprint(sorted(n for n in globals() if n[0] != '_'))")
    assert book.build().warnings == ""
    page = book.page("one")
    assert f"{sys.prefix}\n" in page
    assert str(["In", "Out", "exit", "get_ipython", "open", "quit", "sys"]) in page
    assert "personal" not in page
    assert capfd.readouterr().err == "", "ipykernel must not speak of encryption"


def test_interrupted_build_leaves_no_kernel(book: "Book") -> None:
    names = ("one", "two")
    for name in names:
        book.notebook(
            name, f"import os, time; open('{name}', 'w').write(str(os.getpid()))", "time.sleep(100)"
        )
    command = [sys.executable, "-m", "sphinx", ".", "_build/html"]
    build = subprocess.Popen(
        command,
        cwd=book.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        # A test run in the background ignores Ctrl-C, and so would the build.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    kernels = [int(_content(book.root / name)) for name in names]
    output = _interrupted(build)
    assert build.returncode == 2
    assert "Interrupted!" in output
    assert "WARNING" not in output
    for kernel in kernels:
        with pytest.raises(ProcessLookupError):
            os.kill(kernel, 0)


def _interrupted(build: "subprocess.Popen[str]") -> str:
    """Press Ctrl-C, and again while a busy machine lets nothing happen, as a person would."""
    for _ in range(6):
        build.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            return build.communicate(timeout=15)[0]
    build.kill()
    return build.communicate()[0]


def _content(path: Path) -> str:
    while not (path.exists() and path.read_text()):
        time.sleep(0.05)
    return path.read_text()


def test_without_execution_nothing_runs(book: "Book") -> None:
    book.notebook("one", "print('value', 1)", reads=["evidence/misspelt.txt"])
    assert book.build(nb_execution_mode="off").ran == []
