"""Whatever is wrong with a table, `resilience match` says in a sentence what and how to mend it."""

import sys
from pathlib import Path

import pyarrow as pa
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet as pq
from tests.lexicon import project_lexicon

from resilience.cli import main
from resilience.tables import Format

LONG = "x" * 10_000_000


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("resilience.cli.match._lexicon", project_lexicon)
    return tmp_path


def match(*words: str, content: bytes | str | None = None) -> Result:
    return CliRunner().invoke(main, ["match", *words], input=content, catch_exceptions=False)


@pytest.mark.parametrize(
    ("name", "content", "words", "sentence"),
    [
        (
            "a.csv",
            "id,text \n1,a\n",
            [],
            "a.csv: There is no column `text`. The columns are `id`, `text `. "
            "Say --column 'text ', which is nearest.",
        ),
        (
            "a.csv",
            "id,aims\n1,a\n",
            ["--column", "text"],
            "a.csv: There is no column `text`. The columns are `id`, `aims`. Say --column with one of them.",
        ),
        (
            "a.csv",
            ",".join(f"c{number}" for number in range(14)),
            [],
            "a.csv: There is no column `text`. The columns are "
            + ", ".join(f"`c{number}`" for number in range(12))
            + " and 2 more. Say --column with one of them.",
        ),
        (
            "a.csv",
            f"a{'b' * 100}\n",
            [],
            f"a.csv: There is no column `text`. The columns are `a{'b' * 59}…`. "
            "Say --column with one of them.",
        ),
        (
            "a.csv",
            "id;text\n1;a\n",
            [],
            "a.csv: There is no column `text`. "
            "The first line looks as if it were separated by semicolons: save it with commas.",
        ),
        (
            "a.csv",
            "id\ttext\n1\ta\n",
            [],
            "a.csv: There is no column `text`. "
            "The first line looks as if it were separated by tabs (say --format tsv): save it with commas.",
        ),
        (
            "a.csv",
            "text,text\na,b\n",
            [],
            "a.csv: There are 2 columns named `text`. Rename all but one.",
        ),
        (
            "a.csv",
            "text,b,b,b\na,b,c,d\n",
            ["-o", "b.jsonl"],
            "a.csv: There are 3 columns named `b`. Rename all but one.",
        ),
        (
            "a.csv",
            "text,type,why\na,b,c\n",
            [],
            "a.csv: There already is a column `type` and a column `why`. "
            "Say --prefix matched_ (or another word) to name the new columns apart.",
        ),
        (
            "a.csv",
            "text\ncafé\nthé\n".encode("cp1252"),
            [],
            "a.csv:2: Byte 9 of the file is not UTF-8. "
            "Save it as UTF-8, or say --encoding cp1252 if it comes from Windows.",
        ),
        (
            "a.csv",
            "text\ncafé\n".encode("utf-16"),
            [],
            "a.csv:1: Byte 1 of the file is not UTF-8. Save it as UTF-8, or say --encoding utf-16.",
        ),
        (
            "a.csv",
            "text\ncafe\n".encode("utf-16-le"),
            [],
            "a.csv:1: There is a NUL character, so this is not plain text or not in this encoding. "
            "Save it as UTF-8, or say --encoding utf-16.",
        ),
        (
            "a.csv",
            b"text\na\nb\0\n",
            [],
            "a.csv:3: There is a NUL character, so this is not plain text or not in this encoding. "
            "Save it as UTF-8, or say --encoding utf-16.",
        ),
        (
            "a.csv",
            "text\ncafé\n",
            ["--encoding", "ascii"],
            "a.csv:2: Byte 9 of the file is not ASCII. Save it as UTF-8, or say another --encoding.",
        ),
        ("a.csv", "", [], "a.csv: The file is empty. Its first line must name the columns."),
        ("a.csv", "\n\r\n\n", [], "a.csv: The file is empty. Its first line must name the columns."),
        ("a.tsv", "\ufeff", [], "a.tsv: The file is empty. Its first line must name the columns."),
        (
            "a.jsonl",
            "\n",
            [],
            "a.jsonl: The file is empty. Each line must be an object in curly brackets.",
        ),
        (
            "a.csv",
            'id,text\n1,"a\nb"\n2,c,d\n',
            [],
            "a.csv:4: The row has 3 cells, but the first line names 2. "
            "Put a text that holds a comma into quotation marks, or add the cells that are missing.",
        ),
        (
            "a.tsv",
            "id\ttext\n1\n",
            [],
            "a.tsv:2: The row has 1 cell, but the first line names 2. "
            "Put a text that holds a tab into quotation marks, or add the cells that are missing.",
        ),
        (
            "a.csv",
            'text\na\n"b\nc\n',
            [],
            "a.csv:3: The quotation marks do not pair (unexpected end of data). "
            "A text that holds one needs one before it and one after it, and each inside written twice. "
            "If they are plain characters here, say --quotes plain.",
        ),
        (
            "a.csv",
            'text\n"b"c\n',
            [],
            "a.csv:2: The quotation marks do not pair (',' expected after '\"'). "
            "A text that holds one needs one before it and one after it, and each inside written twice. "
            "If they are plain characters here, say --quotes plain.",
        ),
        (
            "a.csv",
            f"id,text\n1,a\n2,{LONG}\n",
            [],
            "a.csv:3: The text has 10,000,000 characters, and 1,000,000 are the most. "
            "Shorten it, or look for a quotation mark that is missing.",
        ),
        (
            "a.jsonl",
            f'{{"text": "{LONG}"}}\n',
            [],
            "a.jsonl:1: The text has 10,000,000 characters, and 1,000,000 are the most. "
            "Shorten it, or look for a quotation mark that is missing.",
        ),
        (
            "a.csv",
            f"text\na\n{LONG}{LONG}{LONG}",
            [],
            "a.csv:3: The row that starts here has more than 20,000,000 characters. "
            "Look for a quotation mark or a line end that is missing.",
        ),
        (
            "a.csv",
            'text\na\n"b\n' + f"{'c' * 1_000}\n" * 20_001,
            [],
            "a.csv:3: The row that starts here has more than 20,000,000 characters. "
            "Look for a quotation mark or a line end that is missing.",
        ),
        (
            "a.jsonl",
            '{"text": "a"}\n{"text": }\n',
            [],
            "a.jsonl:2: The line is not JSON (Expecting value). Put one whole object on each line, "
            "or say --format json where the file is one list of objects.",
        ),
        (
            "a.jsonl",
            "[" * 100_000,
            [],
            "a.jsonl:1: The line is not JSON (too deeply nested). Put one whole object on each line, "
            "or say --format json where the file is one list of objects.",
        ),
        (
            "a.jsonl",
            '["text"]\n',
            [],
            "a.jsonl:1: The line is JSON, but not an object in curly brackets.",
        ),
        (
            "a.jsonl",
            '{"text": "a"}\n' * 1_000 + '{"text": "b", "type": "c"}\n',
            [],
            "a.jsonl:1001: There already is a value `type`. "
            "Say --prefix matched_ (or another word) to name the new ones apart.",
        ),
        (
            "a.jsonl",
            '{"text": "a"}\n' * 1_000 + '{"text": "b", "id": 1}\n',
            ["-o", "b.csv"],
            "a.jsonl:1001: The name `id` is not in the first 1,000 lines, so it has no column. "
            "Write JSON lines (-o with the ending .jsonl), or put such a line first.",
        ),
        (
            "a.jsonl",
            '{"aim": "a"}\n',
            [],
            "a.jsonl: There is no column `text`. The columns are `aim`. Say --column with one of them.",
        ),
        (
            "a.json",
            '{"grants": [{"aim": "a"}]}',
            [],
            "a.json: There is no column `text`. The columns are `aim`. Say --column with one of them.",
        ),
        (
            "a.json",
            '[{"text": "a"}, {"text": "b", "why": ""}]',
            [],
            "a.json: There already is a column `why`. "
            "Say --prefix matched_ (or another word) to name the new columns apart.",
        ),
        (
            "\x1b[2J.csv",
            "\x1b[1mid\n",
            [],
            "\\u001b[2J.csv: There is no column `text`. The columns are `\\u001b[1mid`. "
            "Say --column with one of them.",
        ),
    ],
)
def test_a_table_that_is_wrong(
    empty_folder: Path, name: str, content: bytes | str, words: list[str], sentence: str
) -> None:
    (empty_folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    result = match(name, *words)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"{sentence}\n")
    assert [path.name for path in empty_folder.iterdir()] == [name]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["b.csv"], "There is no file b.csv."),
        (["my texts.tsv"], "There is no file my texts.tsv."),
        (["./parks"], "There is no file ./parks."),
        (["~/parks"], "There is no file ~/parks."),
        (["b.xlsx"], "There is no file b.xlsx."),
        (["some parks", "--column", "aims"], "There is no file some parks."),
        (["\x1b[2J.csv"], "There is no file \\u001b[2J.csv."),
        (["folder"], "folder is a folder. Give a file."),
        ([" "], "The text is empty. Say in a few words what is done."),
        (
            ["a.txt"],
            "The ending of a.txt tells no format. Say --format csv or tsv or jsonl or json or parquet.",
        ),
        (
            ["a.csv", "-o", "b.xlsx"],
            "The ending of b.xlsx tells no format. End it with .csv or .tsv or .jsonl or .json or .parquet.",
        ),
        (["a.csv", "-o", "a.csv"], "The output is the input. Say -o with another name."),
        (["a.csv", "-o", "link.csv"], "The output is the input. Say -o with another name."),
        (["a.csv", "-o", "folder.csv"], "{here}/folder.csv is not a file. Say -o with the name of one."),
        (["a.csv", "-o", "no/b.csv"], "There is no folder {here}/no. Make it first."),
        (
            ["a.csv", "--encoding", "utf-9"],
            "Invalid value for '--encoding': utf-9 is no encoding. Common are utf-8, utf-16, cp1252.",
        ),
        (
            ["a.csv", "--encoding", "base64"],
            "Invalid value for '--encoding': base64 is no encoding. Common are utf-8, utf-16, cp1252.",
        ),
    ],
)
def test_what_is_not_understood(empty_folder: Path, words: list[str], sentence: str) -> None:
    for name in ("a.csv", "a.txt"):
        (empty_folder / name).write_text("text\na\n")
    (empty_folder / "link.csv").symlink_to("a.csv")
    for name in ("folder", "folder.csv"):
        (empty_folder / name).mkdir()
    before = sorted(empty_folder.rglob("*"))
    result = match(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[-1] == f"Error: {sentence.format(here=empty_folder)}"
    assert sorted(empty_folder.rglob("*")) == before
    assert (empty_folder / "a.csv").read_text() == "text\na\n"


def test_a_table_on_standard_input_is_named_so() -> None:
    result = match("-", content="aims\n")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("standard input: There is no column `text`.")


@pytest.mark.parametrize(
    ("words", "missing", "sentence"),
    [
        (
            ["a.parquet", "-o", "b.csv"],
            "pyarrow",
            "a.parquet: Parquet needs pyarrow, which is not installed. Next: pip install pyarrow",
        ),
        (
            ["a.csv", "-o", "b.parquet"],
            "pyarrow",
            "a.csv: Parquet needs pyarrow, which is not installed. Next: pip install pyarrow",
        ),
        (
            ["a.csv", "--scheduler", "tcp://127.0.0.1:9"],
            "distributed",
            "--scheduler needs Dask, which is not installed. Next: pip install dask distributed",
        ),
    ],
)
def test_a_library_that_is_not_there(
    empty_folder: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], missing: str, sentence: str
) -> None:
    (empty_folder / "a.csv").write_text("text\na\n")
    pq.write_table(pa.table({"text": ["a"]}), "a.parquet")
    monkeypatch.setitem(sys.modules, missing, None)
    monkeypatch.delitem(sys.modules, "resilience.tables.parquet", raising=False)
    result = match(*words)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"{sentence}\n")


def test_a_file_that_may_not_be_read(empty_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "a.csv")

    (empty_folder / "a.csv").write_text("text\na\n")
    monkeypatch.setattr("resilience.cli.match_file.open_table", refuse)
    result = match("a.csv")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "a.csv: Permission denied.\n")


@given(st.binary(max_size=80), st.sampled_from(list(Format)))
def test_any_bytes_give_a_table_or_a_sentence(content: bytes, kind: str) -> None:
    result = match("-", "--format", kind, content=content)
    assert result.exit_code in (0, 1)
    assert (result.exit_code == 0) == bool(result.stdout)
    assert result.stdout or result.stderr
    assert all(line.isprintable() for line in result.stderr.splitlines())
