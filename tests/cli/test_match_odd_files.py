"""What is no table, or one with plain quotation marks, `resilience match` tells, with the way on."""

import gzip
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.lexicon import project_lexicon
from tests.tables.zipped import zipped

from resilience.cli import main


@pytest.mark.parametrize(
    ("name", "content", "words", "sentence"),
    [
        (
            "a.tsv",
            'id\ttext\n1\t"Warm Homes" advice\n',
            [],
            "a.tsv:2: The quotation marks do not pair (a tab expected after '\"'). "
            "A text that holds one needs one before it and one after it, and each inside written twice. "
            "If they are plain characters here, say --quotes plain.",
        ),
        (
            "a.tsv",
            'id\ttext\n1\tx\n2\t"Friends\n3\tof parks"\n',
            [],
            "a.tsv:3: Quotation marks join 2 lines here, each of which looks like a row. "
            "If they are plain characters, say --quotes plain; if not, say --quotes paired.",
        ),
        (
            "a.tsv",
            'id\ttext\n1\ta\t"b\n',
            ["--quotes", "plain"],
            "a.tsv:2: The row has 3 cells, but the first line names 2. "
            "Take out a tab that is part of a text, or add the cells that are missing.",
        ),
        (
            "a.jsonl",
            '{"text": "a\\tb"}\n',
            ["--quotes", "plain", "-o", "b.tsv"],
            "a.jsonl:1: A text holds a tab or a line break, which can't stand between tabs with plain "
            "quotation marks. Write another format: -o with the ending .csv or .jsonl.",
        ),
        *(
            (name, content, words, f"{name}: {sentence}")
            for content, sentence in (
                (
                    zipped(xl_workbook=""),
                    "This is a workbook, not a table. Open it, save the sheet as CSV, and give that.",
                ),
                (
                    "<!doctype html>\n<title>Grants</title>",
                    "This is a web page, not a table. Fetch the file that the page leads to; "
                    "or open the page in a spreadsheet and save the sheet as CSV.",
                ),
            )
            for name, words in (
                ("a.csv", []),
                ("a.xlsx", []),
                ("a.xls", ["--format", "csv"]),
                ("a.jsonl", []),
                ("a.parquet", ["-o", "b.csv"]),
            )
        ),
        (
            "a.csv",
            '{"grants": [{"text": "a"}]}',
            [],
            "a.csv: There is no column `text`. "
            "The file looks like JSON: say --format json, or --format jsonl where each line is an object.",
        ),
        (
            "a.csv",
            gzip.compress(b"text\na\n", mtime=0),
            [],
            "a.csv: This is a packed file, not a table. Unpack it, and give the table that is in it.",
        ),
        (
            "a.csv.gz",
            b"text\na\n",
            [],
            "a.csv.gz: The file can't be unpacked (Not a gzipped file (b'te')). Get it again.",
        ),
    ],
)
def test_an_odd_file(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    content: bytes | str,
    words: list[str],
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("resilience.cli.match._lexicon", project_lexicon)
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    result = CliRunner().invoke(main, ["match", name, *words], catch_exceptions=False)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"{sentence}\n")
    assert [path.name for path in tmp_path.iterdir()] == [name]
