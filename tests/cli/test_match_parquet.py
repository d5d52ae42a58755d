"""What is wrong with a Parquet file, `resilience match` says in a sentence."""

from pathlib import Path

import pyarrow as pa
import pytest
from click.testing import CliRunner, Result
from pyarrow import parquet as pq
from tests.lexicon import project_lexicon

from resilience.cli import main


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("resilience.cli.match._lexicon", project_lexicon)
    return tmp_path


def match(*words: str) -> Result:
    return CliRunner().invoke(main, ["match", *words], catch_exceptions=False)


@pytest.mark.parametrize("content", [b"", b"PAR1 and no more"])
def test_what_is_no_parquet(empty_folder: Path, content: bytes) -> None:
    (empty_folder / "a.parquet").write_bytes(content)
    result = match("a.parquet", "-o", "b.csv")
    assert (result.exit_code, result.stderr) == (
        1,
        "a.parquet: The file is not a Parquet file, or not a whole one. Get it again.\n",
    )
    assert [path.name for path in empty_folder.iterdir()] == ["a.parquet"]


def test_a_column_of_parquet_that_is_not_text() -> None:
    pq.write_table(pa.table({"text": [1, 2]}), "a.parquet")
    result = match("a.parquet", "-o", "b.csv")
    assert result.exit_code == 1
    assert result.stderr == "a.parquet: The column `text` holds int64, not text. Say --column with another.\n"


def test_a_column_of_parquet_that_is_not_utf_8() -> None:
    text = pa.Array.from_buffers(
        pa.string(), 1, [None, pa.py_buffer(b"\0\0\0\0\1\0\0\0"), pa.py_buffer(b"\xff")]
    )
    pq.write_table(pa.table({"text": text}), "a.parquet")
    result = match("a.parquet", "-o", "b.csv")
    assert result.exit_code == 1
    assert result.stderr == "a.parquet: The column `text` holds bytes that are not UTF-8. Mend it first.\n"


def test_a_parquet_file_that_is_damaged_inside(empty_folder: Path) -> None:
    pq.write_table(pa.table({"text": ["some text"] * 10}), "a.parquet", compression="none")
    content = bytearray((empty_folder / "a.parquet").read_bytes())
    content[4:60] = b"\xff" * 56
    (empty_folder / "a.parquet").write_bytes(content)
    result = match("a.parquet", "-o", "b.csv")
    assert (result.exit_code, result.stderr) == (
        1,
        "a.parquet: The file is damaged. Get it again.\n",
    )
    assert [path.name for path in empty_folder.iterdir()] == ["a.parquet"]
