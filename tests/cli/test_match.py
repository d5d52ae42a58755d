"""`resilience match` adds what the matcher says to a table, or explains one text."""

import csv
import gzip
import io
import json
from pathlib import Path

import pyarrow as pa
import pytest
from click.testing import CliRunner, Result
from pyarrow import parquet as pq
from tests.frozen import BOOK
from tests.lexicon import project_lexicon

from resilience.bulk.run import answers
from resilience.cli import main
from resilience.cli.match_file import INTERRUPTED

TWO = "welfare rights advice and food bank"
TEXT = "let local people vote on improvements to parks"
NEW = "type,score,decision,runner_up,margin,alternatives,types,type_scores,why"
CSV = f'id,text,n\n007,"{TEXT}, and more",1\n008,=food bank,\n009,,"x ""y"""\n'


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("resilience.cli.match._lexicon", project_lexicon)
    return tmp_path


def match(*words: str, content: bytes | str | None = None) -> Result:
    return CliRunner().invoke(main, ["match", *words], input=content, catch_exceptions=False)


def expected(*texts: str) -> list[list[str]]:
    """Give the new cells as CSV has them."""
    cells = answers(texts, project_lexicon())
    return [["" if cell is None else str(cell) for cell in row] for row in cells]


def test_a_table_keeps_its_rows_and_gets_new_columns(empty_folder: Path) -> None:
    (empty_folder / "a.csv").write_text(CSV)
    result = match("a.csv", "-o", "b.csv")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "Written: b.csv\n", "")
    written = (empty_folder / "b.csv").read_text()
    rows = list(csv.reader(io.StringIO(written)))
    new = [NEW.split(","), *expected(f"{TEXT}, and more", "=food bank", "")]
    given = csv.reader(io.StringIO(CSV))
    assert rows == [row + cells for row, cells in zip(given, new, strict=True)]
    for line, source in zip(written.splitlines(), CSV.splitlines(), strict=True):
        assert line.startswith(f"{source},")
    assert sorted(path.name for path in empty_folder.iterdir()) == ["a.csv", "b.csv"]


def test_the_answer_to_a_text() -> None:
    row = next(csv.DictReader(io.StringIO(match("-", content=f"text\n{TEXT}\n").stdout)))
    assert row["type"] == "participatory-budgeting"
    assert row["decision"] == "auto"
    assert float(row["score"]) > 90
    assert row["alternatives"].split(";")[:2] == [row["type"], row["runner_up"]]
    assert "vote" in row["why"]
    assert row["types"].split(";")[0] == row["type"]
    assert float(row["type_scores"].split(";")[0]) >= float(row["score"])


@pytest.mark.parametrize(
    ("words", "content"),
    [
        (["-"], "aim,text\n1,a\n"),
        (["-", "--column", "aim", "--prefix", "type_"], "aim,type\na,b\n"),
        (["-", "--format", "tsv"], "text\tb\na\t1\n"),
        (["-", "--format", "jsonl"], '{"text": "a"}\n'),
        (["-", "--encoding", "utf-16"], "text\né\n".encode("utf-16")),
    ],
)
def test_standard_input(words: list[str], content: str | bytes) -> None:
    result = match(*words, content=content)
    assert (result.exit_code, result.stderr) == (0, "")
    assert len(result.stdout.splitlines()) == len(content.splitlines()) or isinstance(content, bytes)
    assert "alternatives" in result.stdout


@pytest.mark.parametrize("name", ["b.csv", "b.tsv", "b.jsonl", "b.json", "b.parquet"])
def test_the_ending_of_the_output_says_its_format(empty_folder: Path, name: str) -> None:
    assert match("-", "-o", name, content=CSV).exit_code == 0
    content = (empty_folder / name).read_bytes()
    if name == "b.parquet":
        rows = pq.read_table(io.BytesIO(content)).to_pylist()
    elif name == "b.json":
        rows = json.loads(content)
    elif name == "b.jsonl":
        rows = [json.loads(line) for line in content.splitlines()]
    else:
        rows = list(csv.DictReader(io.StringIO(content.decode()), delimiter="\t" if "tsv" in name else ","))
    assert [row["id"] for row in rows] == ["007", "008", "009"]
    assert [row["n"] for row in rows] == ["1", "", 'x "y"']
    assert [str(row["score"]) for row in rows] == [
        cells[1] for cells in expected(f"{TEXT}, and more", "=food bank", "")
    ]


def test_parquet_from_standard_input_to_standard_output() -> None:
    file = io.BytesIO()
    pq.write_table(pa.table({"text": [TEXT, None]}), file)
    result = match("-", "--format", "parquet", content=file.getvalue())
    table = pq.read_table(io.BytesIO(result.stdout_bytes))
    assert table["type"].to_pylist() == ["participatory-budgeting", "none"]
    assert table["runner_up"].to_pylist()[1] is None


def test_quotation_marks_can_be_plain_and_stay_so(empty_folder: Path) -> None:
    texts = ['"Warm Homes" advice for tenants', "Food bank", '"The Friends of Example Park', 'Park"']
    content = "id\ttext\n" + "".join(f"{row}\t{text}\n" for row, text in enumerate(texts))
    (empty_folder / "a.tsv").write_text(content)
    assert match("a.tsv", "-o", "b.tsv", "--quotes", "plain").exit_code == 0
    lines = (empty_folder / "b.tsv").read_text().splitlines()
    assert [line.split("\t")[:4] for line in lines[1:]] == [
        [str(row), text, *cells[:2]]
        for row, (text, cells) in enumerate(zip(texts, expected(*texts), strict=True))
    ]
    again = match("b.tsv", "--quotes", "plain", "--prefix", "again_").stdout.splitlines()
    first = again[0].split("\t").index("again_type")
    assert [line.split("\t")[first : first + 2] for line in again[1:]] == [
        line.split("\t")[2:4] for line in lines[1:]
    ]


def test_a_format_can_be_said_for_any_ending(empty_folder: Path) -> None:
    (empty_folder / "a.txt").write_text("text\tb\nc\td\n")
    assert match("a.txt", "--format", "tsv").stdout.startswith("text\tb\ttype\t")


def test_a_packed_table_is_unpacked_on_the_way(empty_folder: Path) -> None:
    (empty_folder / "a.tsv.gz").write_bytes(gzip.compress(b"text\tb\nc\td\n"))
    assert match("a.tsv.gz").stdout.startswith("text\tb\ttype\t")


def test_the_first_line_alone_gives_the_first_line_alone() -> None:
    result = match("-", content="id,text\r\n")
    assert (result.exit_code, result.stdout_bytes) == (0, f"id,text,{NEW}\r\n".encode())
    assert result.stderr == "There is no row below the names of the columns, so only they are written.\n"


def test_what_is_nested_does_not_fit_a_cell_and_that_is_said() -> None:
    content = json.dumps({"grants": [{"text": TEXT, "to": [{"id": "GB-CHC-1"}], "of": {}}]})
    plain = match("-", "--format", "json", content=content)
    assert (plain.exit_code, plain.stderr) == (0, "")
    assert json.loads(plain.stdout)["grants"][0]["to"] == [{"id": "GB-CHC-1"}]
    told = match("-", "--format", "json", "-o", "b.csv", content=content)
    assert told.stderr == (
        "What is nested in to and of does not fit a cell: it is written as a text in JSON. "
        "To keep it whole, end -o with .json or .jsonl.\n"
    )
    assert match("-", "--format", "json", "-o", "b.jsonl", content=content).stderr == ""


def test_an_output_is_replaced_and_keeps_its_mode(empty_folder: Path) -> None:
    (empty_folder / "real.csv").write_text("old")
    (empty_folder / "real.csv").chmod(0o640)
    (empty_folder / "b.csv").symlink_to("real.csv")
    assert match("-", "-o", "b.csv", content="text\na\n").exit_code == 0
    assert (empty_folder / "b.csv").is_symlink()
    assert (empty_folder / "real.csv").read_text().startswith("text,type")
    assert (empty_folder / "real.csv").stat().st_mode & 0o777 == 0o640


def test_a_wrong_table_leaves_the_output_as_it_was(
    empty_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("resilience.tables.text_rows.MOST_ROWS", 1)
    (empty_folder / "b.csv").write_text("old")
    result = match("-", "-o", "b.csv", content="text\na\nb,c\n")
    assert result.exit_code == 1
    assert (empty_folder / "b.csv").read_text() == "old"
    assert len(list(empty_folder.iterdir())) == 1


def test_a_wrong_table_prints_nothing_of_the_rows_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("resilience.tables.text_rows.MOST_ROWS", 1)
    result = match("-", content="text\na\nb,c\n")
    assert (result.exit_code, result.stdout) == (1, "")


def test_what_a_stopped_run_did_is_used_again(empty_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("resilience.tables.text_rows.MOST_ROWS", 1)
    content = "text\nfood bank\nyouth club\nwarm homes\n"
    whole = match("-", content=content).stdout_bytes
    asked: list[str] = []

    def stop_at_the_second(texts: list[str], lexicon: object) -> object:
        asked.extend(texts)
        if len(asked) == 2:
            raise KeyboardInterrupt
        return answers(texts, project_lexicon())

    with monkeypatch.context() as patch:
        patch.setattr("resilience.bulk.run.answers", stop_at_the_second)
        result = match("-", "-o", "b.csv", content=content)
        assert (result.exit_code, result.stdout) == (INTERRUPTED, "")
        assert result.stderr == (
            "Stopped. What is done is kept in b.csv.parts; the same command goes on from there.\n"
        )
        assert [path.name for path in empty_folder.iterdir()] == ["b.csv.parts"]
        result = match("-", "-o", "b.csv", content=content)
    assert result.stderr == "Going on where the last run stopped (1 part done).\n"
    assert asked[:3] == ["food bank", "youth club", "youth club"]
    assert (empty_folder / "b.csv").read_bytes() == whole
    assert [path.name for path in empty_folder.iterdir()] == ["b.csv"]


@pytest.mark.parametrize(
    ("content", "words", "changed"),
    [
        ("text\nfood bank\nwarm homes\n", [], "the input"),
        ("text\nfood bank\nyouth club\n", ["--prefix", "x_"], "the options"),
        ("text\nfood bank\nyouth club\n", ["--quotes", "plain"], "the options"),
    ],
)
def test_what_a_stopped_run_did_is_not_used_for_another_table(
    empty_folder: Path, monkeypatch: pytest.MonkeyPatch, content: str, words: list[str], changed: str
) -> None:
    monkeypatch.setattr("resilience.tables.text_rows.MOST_ROWS", 1)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("resilience.bulk.run.Parts.join", stop)
        match("-", "-o", "b.csv", content="text\nfood bank\nyouth club\n")
    result = match("-", "-o", "b.csv", *words, content=content)
    assert result.stderr == f"Starting anew: since the run that was interrupted, {changed} changed.\n"
    assert (empty_folder / "b.csv").read_bytes() == match("-", *words, content=content).stdout_bytes


def test_one_text_is_explained() -> None:
    result = match(TEXT)
    assert (result.exit_code, result.stderr) == (0, "")
    kind, score, decision, *reasons = result.stdout.splitlines()
    assert kind == "Type: participatory-budgeting (Participatory budgeting)"
    assert score.startswith("Score: 9")
    assert score.endswith("in a hundred answers like this are right.")
    assert decision == "Decision: auto: it can stand without a look."
    assert reasons[0].startswith("- “vote”")
    following = [line for line in reasons if line.startswith("Next: ")]
    assert len(following) == 2
    assert all(", score " in line for line in following)
    assert all(reasons[reasons.index(line) + 1].startswith("- ") for line in following)


def test_a_second_type_is_named_before_what_is_next() -> None:
    (row,) = csv.DictReader(io.StringIO(match("-", content=f"text\n{TWO}\n").stdout))
    first, second = row["types"].split(";")
    assert first == row["type"]
    assert len(row["type_scores"].split(";")) == 2
    beside = [line for line in match(TWO).stdout.splitlines() if line.startswith(("Also names: ", "Next: "))]
    assert beside[0].split(" (")[0] == f"Also names: {second}"
    assert [line.split(":")[0] for line in beside] == ["Also names", "Next"]


def test_a_text_without_a_type_is_explained() -> None:
    lines = match("qwertyuiop").stdout.splitlines()
    assert lines[0] == "Type: none (none of the types)"
    assert lines[2] == "Decision: none: no type fits."
    assert lines[3].startswith("- ")


@pytest.mark.parametrize(
    "text", ["parks", "and/or", "etc.", "a club for people aged 50+.", "x" * 5_000, "-5"]
)
def test_what_is_no_file_name_is_a_text(text: str) -> None:
    assert match("--", text).stdout.startswith("Type: ")


def test_no_character_of_a_text_acts() -> None:
    result = match("food \x1b[2J\u202e bank")
    assert result.exit_code == 0
    assert all(line.isprintable() for line in result.stdout.splitlines())


def test_the_lexicon_is_that_of_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    with monkeypatch.context() as patch:
        patch.chdir(BOOK)
        assert match("insulate cold homes").stdout.startswith("Type: fuel-poverty")


def test_outside_a_repository_a_sentence_says_so(empty_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    with monkeypatch.context() as patch:
        patch.chdir(empty_folder)
        result = match(TEXT)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "evidence" in result.stderr.splitlines()[-1]
