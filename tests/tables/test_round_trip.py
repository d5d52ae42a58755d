"""No cell, row or column changes on its way through, whatever stands in it."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pyarrow import parquet as pq
from tests.tables.rewriting import new, rewritten

from resilience.tables import Format, Quotes, TableFault, open_table

DELIMITERS = {Format.CSV: ",", Format.TSV: "\t"}
# NUL is refused in text files, and half a surrogate pair is no character.
TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=6)
TRICKY = st.sampled_from(
    ["", "007", "1e5", "12345678901234567890", "=1+1", "@a", "-", "+", "NA", "null", '"', '""', " x ", "a,b"]
    + [f"a{sign}b" for sign in "\n\r\t\v\x1b\x85\u2028\ufeff"]
)
CELLS = TEXT | TRICKY
TABLES = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=8)
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | CELLS,
    lambda part: st.lists(part, max_size=3) | st.dictionaries(CELLS, part, max_size=3),
    max_leaves=5,
)


def delimited(
    rows: list[list[str]], delimiter: str, line_end: str = "\r\n", quoting: int = csv.QUOTE_MINIMAL
) -> str:
    return "".join(row_of(cells, delimiter, quoting) + line_end for cells in rows)


def row_of(cells: list[str], delimiter: str, quoting: int = csv.QUOTE_MINIMAL) -> str:
    # With another line end the writer would leave the usual ones without quotation marks.
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, quoting=quoting, lineterminator="\r\n").writerow(cells)
    return text.getvalue().removesuffix("\r\n")


def parsed(content: bytes, delimiter: str) -> list[list[str]]:
    return list(
        csv.reader(io.StringIO(content.decode("utf-8"), newline=""), delimiter=delimiter, strict=True)
    )


@given(
    TABLES,
    st.sampled_from(list(DELIMITERS)),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_every_row_of_csv_and_tsv_stays_to_the_character(
    rows: list[list[str]], kind: Format, line_end: str, quoting: int
) -> None:
    sign = DELIMITERS[kind]
    assume(not rows[0][0].startswith("\ufeff"))
    result = rewritten(delimited(rows, sign, line_end, quoting).encode(), kind, kind)
    added = [["new", "number"], *new(len(rows) - 1)]
    expected = [
        row_of(row, sign, quoting) + sign + row_of(cells, sign)
        for row, cells in zip(rows, added, strict=True)
    ]
    assert result.decode() == "".join(row + line_end for row in expected)
    assert parsed(result, sign) == [row + cells for row, cells in zip(rows, added, strict=True)]


# A line end or a tab can't stand in a cell whose quotation marks are plain; nor is an empty line a row.
PLAIN_CELLS = TEXT.map(lambda text: re.sub(r"[\t\r\n]", "", text)) | st.sampled_from(
    ['"', '"a" b', '"a', 'a"', '""', "'", "\\", "a,b", "a\x85b", "a\u2028b", " "]
)
PLAIN_TABLES = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(PLAIN_CELLS, min_size=width, max_size=width), min_size=1, max_size=8)
)


def plain(rows: list[list[str]], line_end: str = "\n") -> bytes:
    return "".join("\t".join(row) + line_end for row in rows).encode()


def read_plainly(content: bytes, line_end: str = "\n") -> list[list[str]]:
    return [row.split("\t") for row in content.decode().removesuffix(line_end).split(line_end)]


@given(PLAIN_TABLES, st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_cell_of_tsv_with_plain_quotation_marks_stays(rows: list[list[str]], line_end: str) -> None:
    assume(not rows[0][0].startswith("\ufeff"))
    result = rewritten(plain(rows, line_end), Format.TSV, Format.TSV, quotes=Quotes.PLAIN)
    added = [["new", "number"], *new(len(rows) - 1)]
    assert read_plainly(result, line_end) == [row + cells for row, cells in zip(rows, added, strict=True)]


@given(PLAIN_TABLES)
def test_every_cell_passes_between_plain_quotation_marks_and_csv(rows: list[list[str]]) -> None:
    assume(not rows[0][0].startswith("\ufeff"))
    csv_rows = rewritten(plain(rows), Format.TSV, Format.CSV, quotes=Quotes.PLAIN)
    added = [["new", "number"], *new(len(rows) - 1)]
    expected = [row + cells for row, cells in zip(rows, added, strict=True)]
    assert parsed(csv_rows, ",") == expected


@given(st.lists(st.dictionaries(st.sampled_from("ab"), PLAIN_CELLS, min_size=2), min_size=1, max_size=8))
def test_every_text_of_json_lines_passes_to_plain_quotation_marks(objects: list[dict[str, str]]) -> None:
    lines = "".join(json.dumps(one) + "\n" for one in objects).encode()
    names = list(objects[0])
    result = rewritten(lines, Format.JSONL, Format.TSV, quotes=Quotes.PLAIN)
    assert [row[:2] for row in read_plainly(result)] == [names, *([one[n] for n in names] for one in objects)]


@pytest.mark.parametrize("text", ["a\tb", "a\nb", "a\rb"])
def test_what_plain_quotation_marks_can_t_hold_is_refused(text: str) -> None:
    lines = "".join(json.dumps({"text": one, "b": 1}) + "\n" for one in ("x", text)).encode()
    with pytest.raises(TableFault, match=r"-o with the ending \.csv or \.jsonl") as caught:
        rewritten(lines, Format.JSONL, Format.TSV, quotes=Quotes.PLAIN)
    assert caught.value.line == 2


def test_rows_that_two_plain_quotation_marks_would_join_are_refused_until_it_is_said(tmp_path: Path) -> None:
    content = b'id\ttext\n1\t"Friends of\n2\tpark"\n'
    (tmp_path / "a.tsv").write_bytes(content)
    with pytest.raises(TableFault, match="join 2 lines here") as caught:
        list(open_table(tmp_path / "a.tsv", Format.TSV, "utf-8").chunks())
    assert caught.value.line == 2
    assert len(rewritten(content, Format.TSV, Format.TSV, quotes=Quotes.PLAIN).splitlines()) == 3
    assert len(parsed(rewritten(content, Format.TSV, Format.TSV, quotes=Quotes.PAIRED), "\t")) == 2


@given(TABLES, st.sampled_from([(Format.CSV, Format.TSV), (Format.TSV, Format.CSV)]))
def test_every_cell_passes_between_csv_and_tsv(rows: list[list[str]], kinds: tuple[Format, Format]) -> None:
    reads, writes = kinds
    assume(not rows[0][0].startswith("\ufeff"))
    result = rewritten(delimited(rows, DELIMITERS[reads]).encode(), reads, writes)
    added = [["new", "number"], *new(len(rows) - 1)]
    assert parsed(result, DELIMITERS[writes]) == [row + cells for row, cells in zip(rows, added, strict=True)]


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=8))
def test_every_cell_passes_from_csv_through_parquet_and_json(rows: list[list[str]]) -> None:
    names = ["a", "b", "c"]
    content = rewritten(delimited([names, *rows], ",").encode(), Format.CSV, Format.PARQUET)
    table = pq.read_table(io.BytesIO(content))
    assert [list(row.values())[:3] for row in table.to_pylist()] == rows
    lines = rewritten(content_without_new(content), Format.PARQUET, Format.JSONL).decode().split("\n")[:-1]
    assert [[json.loads(line)[name] for name in names] for line in lines] == rows


def content_without_new(content: bytes) -> bytes:
    file = io.BytesIO()
    pq.write_table(pq.read_table(io.BytesIO(content)).drop(["new", "number"]), file)
    return file.getvalue()


@given(st.lists(st.dictionaries(CELLS, JSON), max_size=8), st.booleans())
def test_every_value_of_json_lines_stays(objects: list[dict[str, Any]], ascii_only: bool) -> None:
    objects = [{"text": "a"}, *({**one, "text": "a"} for one in objects)]
    for one in objects:
        one.pop("new", None), one.pop("number", None)
    text = "".join(json.dumps(one, ensure_ascii=ascii_only) + "\r\n" for one in objects)
    lines = rewritten(text.encode(), Format.JSONL, Format.JSONL).decode().split("\n")
    assert lines.pop() == ""
    assert [json.loads(line) for line in lines] == [
        {**one, "new": f"{row}, “new”", "number": float(row)} for row, one in enumerate(objects)
    ]
    for line, source in zip(lines, text.split("\r\n"), strict=False):
        assert line.startswith(source[:-1])


def test_what_csv_can_say_in_two_ways_stays_as_it_was() -> None:
    assert rewritten(b'a,b\n"",\n"x",y\n , "z"', Format.CSV, Format.CSV).decode() == (
        'a,b,new,number\n"",,"0, “new”",0.0\n"x",y,"1, “new”",1.0\n , "z","2, “new”",2.0\n'
    )


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b""])
@pytest.mark.parametrize("encoding", ["utf-8", "UTF8", "utf-8-sig"])
def test_the_mark_of_utf_8_stays(mark: bytes, encoding: str) -> None:
    content = mark + b"a,b\n1,2\n"
    assert rewritten(content, Format.CSV, Format.CSV, encoding).startswith(mark + b"a,b,new,number\n1,2,")
    assert rewritten(mark + b'{"a": 1}', Format.JSONL, Format.JSONL, encoding).startswith(b'{"a": 1, "new"')
    assert rewritten(content, Format.CSV, Format.TSV, encoding).startswith(b"a\tb\tnew\tnumber\n1\t2\t")


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "utf-16", "utf-16-le", "utf-8"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_other_encodings_become_utf_8(encoding: str, line_end: str) -> None:
    # Longer than what is decoded at a time, so that a character can lie across.
    rows = ["naïve,café", *(f"{'ÿ' * 500},{row}" for row in range(50))]
    content = "".join(row + line_end for row in rows).encode(encoding)
    lines = rewritten(content, Format.CSV, Format.CSV, encoding).decode().split(line_end)
    assert lines[0] == "naïve,café,new,number"
    assert lines[50] == f'{"ÿ" * 500},49,"49, “new”",49.0'


def test_lines_with_nothing_on_them_are_no_rows() -> None:
    assert rewritten(b"\na\n\n1\n\n\n2\n\n", Format.CSV, Format.CSV).decode() == (
        'a,new,number\n1,"0, “new”",0.0\n2,"1, “new”",1.0\n'
    )


@pytest.mark.parametrize("kind", list(Format))
def test_a_table_without_rows_gives_one(kind: Format) -> None:
    result = rewritten(b"a,b\r\n", Format.CSV, kind)
    if kind is Format.PARQUET:
        table = pq.read_table(io.BytesIO(result))
        assert (table.num_rows, table.column_names) == (0, ["a", "b", "new", "number"])
    elif kind is Format.JSON:
        assert json.loads(result) == []
    else:
        sign = DELIMITERS.get(kind)
        expected = f"{sign.join(['a', 'b', 'new', 'number'])}" if sign else ""
        assert result.decode().strip() == expected


def test_types_of_parquet_stay() -> None:
    table = pa.table(
        {
            "text": pa.array(["a", None, "", "b"]).dictionary_encode(),
            "whole": pa.array([1, None, 2**62, -1]),
            "list": pa.array([["a"], [], None, ["b", "c"]]),
        }
    ).replace_schema_metadata({"about": "kept"})
    file = io.BytesIO()
    pq.write_table(table, file)
    result = pq.read_table(io.BytesIO(rewritten(file.getvalue(), Format.PARQUET, Format.PARQUET)))
    assert result.drop(["new", "number"]).equals(table)
    assert result.schema.metadata[b"about"] == b"kept"
    assert result.schema.field("number").type == pa.float64()
    assert result["number"].to_pylist() == [0.0, 1.0, 2.0, 3.0]
