"""`resilience import`: what it says of an export, and that it writes all or nothing."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from resilience.evidence import load

EXPORT = """\
TY  - JOUR
TI  - Warm rooms for older tenants: a made-up trial
AU  - Quillfeather, Anna B.
PY  - 2021
T2  - Journal of Invented Housing
SP  - 101–119
AB  - An abstract.
KW  - warmth
N1  - RAYYAN-INCLUSION: {"Ann"=>"Included"}
ER  - 

TY  - JOUR
TI  - Warm Rooms for Older Tenants: A Made-Up Trial.
AU  - Quillfeather, A
PY  - 2021
T2  - Journal of Invented Housing
SP  - 101
EP  - 119
ER  - 

TY  - JOUR
AU  - Nobody, N
ER  - 
"""
KEY = "quillfeather-2021-warm-rooms-older"


@pytest.fixture
def export(repository: Path) -> str:
    (repository / "list.ris").write_text(EXPORT, "utf-8")
    return "list.ris"


def evidence(repository: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in repository.rglob("*") if path.is_file()}


def test_nothing_is_written_without_apply(run: Run, repository: Path, export: str) -> None:
    before = evidence(repository)
    result = run("import", export)
    assert result.exit_code == 1
    assert evidence(repository) == before
    head, *lines = result.stdout.splitlines()
    assert head.startswith("outcome\tline\tkey\t")
    told = [line.split("\t") for line in lines]
    assert [(cells[0], cells[1]) for cells in told] == [
        ("new", "1"),
        ("here already", "12"),
        ("broken", "21"),
    ]
    assert told[0][2] == KEY
    assert told[1][7] == "line 1"
    assert told[0][9] == "Ann: included"
    assert result.stderr.startswith("list.ris: RIS, 3 entries\n  1  new ")
    assert "Say --apply" in result.stderr


def test_what_is_written_stands_the_checks_and_is_here_the_next_time(
    run: Run, repository: Path, export: str
) -> None:
    problems = run("check").stdout
    result = run("import", export, "--apply")
    assert result.exit_code == 1
    assert "Written: 1 work " in result.stderr
    assert run("check").stdout == problems
    base = load(repository)
    lead = base.leads[KEY]
    assert (lead.design, lead.types, lead.provenance) == (None, (), None)
    assert lead.imported is not None
    assert (lead.imported.file, lead.imported.line) == ("list.ris", 1)
    assert (lead.imported.labels, lead.imported.notes) == (("Ann: included",), ("KW: warmth",))
    assert base.references[KEY].pages == "101-119"
    again = json.loads(run("import", export, "--json").stdout)
    assert again["counts"] == {"new": 0, "here already": 2, "maybe": 0, "broken": 1}
    assert again["entries"][0]["is_or_may_be"] == {"key": KEY, "record": "lead"}


def test_evidence_that_would_not_stand_the_checks_is_not_written(
    run: Run, repository: Path, export: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = evidence(repository)
    monkeypatch.setattr("resilience.importing.write.key_for", lambda work, taken: "lead-2021")
    result = run("import", export, "--apply")
    assert result.exit_code == 1
    assert "Nothing was written, for these would not stand the checks:\nevidence/" in result.stderr
    assert evidence(repository) == before


def test_a_maybe_is_written_when_it_is_taken(run: Run, repository: Path) -> None:
    pmid = load(repository).references["concept-2008"].pmid
    text = f"TY  - JOUR\nTI  - All else\nAU  - Else, S\nPY  - 1990\nDB  - PubMed\nAN  - {pmid}\nER  - \n"
    (repository / "one.ris").write_text(text, "utf-8")
    found = json.loads(run("import", "one.ris", "--json").stdout)
    assert found["counts"]["maybe"] == 1
    assert found["entries"][0]["is_or_may_be"] == {"key": "concept-2008", "record": "concept paper"}
    result = run("import", "one.ris", "--take", "1", "--apply")
    assert (result.exit_code, "Written: 1 work " in result.stderr) == (0, True)
    assert "else-1990-all-else" in load(repository).leads


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["none.ris"], "There is no file none.ris."),
        (["."], ". is a folder. Give a file."),
        (["empty.csv"], "The file is empty."),
        (["list.ris", "--take", "x"], "--take needs the lines"),
        (["list.ris", "--take", "2"], "starts in line 2"),
        (["list.ris", "--encoding", "nonsense"], "nonsense is no encoding"),
    ],
)
def test_what_is_not_understood_ends_with_2(
    run: Run, repository: Path, export: str, words: list[str], said: str
) -> None:
    (repository / "empty.csv").touch()
    result = run("import", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_lines_for_people_fit_the_terminal(run: Run, export: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("resilience.cli.importing._is_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    lines = run("import", export).stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[0] == "list.ris: RIS, 3 entries"
    assert [line for line in lines if line in ("New", "Here already", "Maybe", "Broken")] == [
        "New",
        "Here already",
        "Broken",
    ]
