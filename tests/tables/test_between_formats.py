"""A value that one format knows and the other does not is written plainly, and missing is not empty."""

import datetime
import io
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet as pq
from tests.tables.rewriting import rewritten

from resilience.tables import Format, format_of
from resilience.tables.table import as_json, as_text

OBJECTS = b"""
{"id": 12345678901234567890123, "text": "a", "x": 1.10, "y": null, "z": ""}
{"text": "b", "id": 1e400, "x": [1.10, {"a": "\\u00e9\\""}], "y": true, "z": "\\ud800"}
"""


def test_json_to_csv() -> None:
    lines = rewritten(OBJECTS, Format.JSONL, Format.CSV).decode().split("\n")
    assert lines[0] == "id,text,x,y,z,new,number"
    assert lines[1].startswith('12345678901234567890123,a,1.10,,"",')
    assert lines[2].startswith('1e400,b,"[1.10, {""a"": ""é\\""""}]",true,?,')


def test_json_to_parquet_is_text() -> None:
    table = pq.read_table(io.BytesIO(rewritten(OBJECTS, Format.JSONL, Format.PARQUET)))
    assert [list(row.values())[:5] for row in table.to_pylist()] == [
        ["12345678901234567890123", "a", "1.10", None, ""],
        ["1e400", "b", '[1.10, {"a": "é\\""}]', "true", "?"],
    ]


def test_parquet_to_csv_and_json() -> None:
    day = datetime.date(2026, 11, 25)
    table = pa.table(
        {
            "text": ["a", None, ""],
            "x": [1.5, None, float("nan")],
            "when": [day, None, day],
            "bytes": [b"\x00\xff", None, b""],
            "exact": [Decimal("1.10"), None, Decimal("2.00")],
            "struct": [{"a": 1, "b": [day]}, None, {"a": None, "b": []}],
        }
    )
    file = io.BytesIO()
    pq.write_table(table, file)
    assert rewritten(file.getvalue(), Format.PARQUET, Format.CSV).decode().split("\n")[1:4] == [
        'a,1.5,2026-11-25,00ff,1.10,"{""a"": 1, ""b"": [""2026-11-25""]}","0, “new”",0.0',
        ',,,,,,"1, “new”",1.0',
        '"",nan,2026-11-25,"",2.00,"{""a"": null, ""b"": []}","2, “new”",2.0',
    ]
    assert rewritten(file.getvalue(), Format.PARQUET, Format.JSONL).decode().split("\n")[2] == (
        '{"text": "", "x": null, "when": "2026-11-25", "bytes": "", "exact": "2.00", '
        '"struct": {"a": null, "b": []}, "new": "2, “new”", "number": 2.0}'
    )


def test_an_object_without_values_can_have_some_added() -> None:
    lines = rewritten(b'{"a": NaN }\n { } ', Format.JSONL, Format.JSONL).decode().split("\n")
    assert lines == [
        '{"a": NaN, "new": "0, “new”", "number": 0.0}',
        '{"new": "1, “new”", "number": 1.0}',
        "",
    ]


@pytest.mark.parametrize(
    ("cell", "text", "json"),
    [
        (None, "", "null"),
        (True, "true", "true"),
        (3, "3", "3"),
        (0.1, "0.1", "0.1"),
        (float("inf"), "inf", "null"),
        ("a\n“é”", "a\n“é”", '"a\\n“é”"'),
        ([1, None], "[1, null]", "[1, null]"),
        (datetime.datetime(2026, 1, 2, 3), "2026-01-02T03:00:00", '"2026-01-02T03:00:00"'),
    ],
)
def test_cells(cell: object, text: str, json: str) -> None:
    assert (as_text(cell), as_json(cell)) == (text, json)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.CSV", "csv"),
        ("a.tab", "tsv"),
        ("b.ndjson", "jsonl"),
        ("c.pq", "parquet"),
        ("d.json", "json"),
        ("e.xlsx", None),
        ("csv", None),
    ],
)
def test_endings(name: str, kind: str | None) -> None:
    assert format_of(Path(name)) == kind
