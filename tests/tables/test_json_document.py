"""A list of objects in JSON, alone or named `grants`, keeps all that stands in it and around it."""

import json
import tracemalloc
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.tables.rewriting import rewritten
from tests.tables.test_round_trip import CELLS, JSON

from resilience.tables import Format, TableFault, open_table

CASES = yaml.safe_load(Path(__file__).with_name("cases").joinpath("json_document.yml").read_text("utf-8"))

GRANTS = """{
  "publisher": {"name": "Example Council"},
  "grants": [
    {"id": "360G-1", "text": "A lunch club", "amount": 500.00,
     "recipientOrganization": [{"id": "GB-CHC-1", "name": "Club"}]},
    {
      "id": "360G-2",
      "text": "A choir"
    }
  ],
  "license": "https://example.org/licence"
}
"""


def test_a_file_of_grants_keeps_its_look() -> None:
    assert rewritten(GRANTS.encode(), Format.JSON, Format.JSON).decode() == GRANTS.replace(
        '"name": "Club"}]}', '"name": "Club"}], "new": "0, “new”", "number": 0.0}'
    ).replace('"text": "A choir"\n', '"text": "A choir",\n      "new": "1, “new”",\n      "number": 1.0\n')


def test_grants_in_other_formats() -> None:
    lines = rewritten(GRANTS.encode(), Format.JSON, Format.JSONL).decode().splitlines()
    assert lines == [
        '{"id": "360G-1", "text": "A lunch club", "amount": 500.00, '
        '"recipientOrganization": [{"id": "GB-CHC-1", "name": "Club"}], "new": "0, “new”", "number": 0.0}',
        '{ "id": "360G-2", "text": "A choir", "new": "1, “new”", "number": 1.0}',
    ]
    assert rewritten(GRANTS.encode(), Format.JSON, Format.CSV).decode().splitlines() == [
        "id,text,amount,recipientOrganization,new,number",
        '360G-1,A lunch club,500.00,"[{""id"": ""GB-CHC-1"", ""name"": ""Club""}]","0, “new”",0.0',
        '360G-2,A choir,,,"1, “new”",1.0',
    ]


def test_another_format_becomes_a_list() -> None:
    assert rewritten(b"a,b\n1,\n", Format.CSV, Format.JSON).decode() == (
        '[\n{"a": "1", "b": "", "new": "0, “new”", "number": 0.0}\n]\n'
    )
    assert rewritten(b'{"a": 1.10}\n{}\n', Format.JSONL, Format.JSON).decode() == (
        '[\n{"a": 1.10, "new": "0, “new”", "number": 0.0},\n{"new": "1, “new”", "number": 1.0}\n]\n'
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
@pytest.mark.parametrize("block", [1, 1_000])
def test_what_is_wrong_is_told(tmp_path: Path, case: dict[str, str], block: int) -> None:
    (tmp_path / "a.json").write_text(case["input"])
    with patch("resilience.tables.text_rows.BLOCK", block), pytest.raises(TableFault) as caught:
        open_table(tmp_path / "a.json", Format.JSON, "utf-8")
    assert caught.value.in_file("a.json") == case["expect"]


def test_a_text_without_an_end_of_nesting_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[" * 100_000)
    with pytest.raises(TableFault, match="too deeply nested"):
        open_table(tmp_path / "a.json", Format.JSON, "utf-8")


@given(
    st.lists(st.dictionaries(CELLS, JSON, max_size=4), min_size=1, max_size=8),
    st.none() | st.dictionaries(CELLS.filter(lambda name: name != "grants"), JSON, max_size=3),
    st.sampled_from([None, 0, 2]),
    st.booleans(),
    st.integers(1, 40),
)
def test_every_value_of_a_document_stays(
    objects: list[dict[str, Any]],
    around: dict[str, Any] | None,
    indent: int | None,
    ascii_only: bool,
    block: int,
) -> None:
    objects = [{"text": "a", **one} for one in objects]
    for one in objects:
        one.pop("new", None), one.pop("number", None)
    middle = len(around or ()) // 2
    pairs = list((around or {}).items())
    whole = objects if around is None else dict([*pairs[:middle], ("grants", objects), *pairs[middle:]])
    content = json.dumps(whole, indent=indent, ensure_ascii=ascii_only).encode()
    expected = [{**one, "new": f"{row}, “new”", "number": float(row)} for row, one in enumerate(objects)]
    with patch("resilience.tables.text_rows.BLOCK", block):
        found = json.loads(rewritten(content, Format.JSON, Format.JSON))
        lines = rewritten(content, Format.JSON, Format.JSONL).decode().split("\n")
    assert found == (expected if around is None else {**whole, "grants": expected})
    assert [json.loads(line) for line in lines[:-1]] == expected


@pytest.mark.parametrize("block", [1, 2, 3, 7, 1_000])
def test_the_line_of_each_object_is_told_however_much_is_read_at_a_time(tmp_path: Path, block: int) -> None:
    (tmp_path / "a.json").write_text(GRANTS)
    with patch("resilience.tables.text_rows.BLOCK", block):
        (chunk,) = open_table(tmp_path / "a.json", Format.JSON, "utf-8").chunks()
    assert list(chunk.lines) == [4, 6]
    assert chunk.reached == len(GRANTS)


@pytest.mark.parametrize("number", ["1", "-1.5e3", "true", "null", '"a"', "12345678901234567890.10"])
def test_a_value_that_is_cut_goes_on(tmp_path: Path, number: str) -> None:
    content = f'{{"version": {number}, "grants": [{{"text": {number}}}]}}'
    (tmp_path / "a.json").write_text(content)
    for block in range(1, len(content)):
        with patch("resilience.tables.text_rows.BLOCK", block):
            (chunk,) = open_table(tmp_path / "a.json", Format.JSON, "utf-8").chunks()
        assert chunk.texts("text") == ["" if number == "null" else number.strip('"')]


def test_a_long_file_is_never_held_whole(tmp_path: Path) -> None:
    row = json.dumps({"text": "A lunch club", "of": ["x" * 900] * 2}, indent=1)
    with (tmp_path / "a.json").open("w") as file:
        file.write("[" + ",\n".join([row] * 10_000) + "]")
    tracemalloc.start()
    try:
        table = open_table(tmp_path / "a.json", Format.JSON, "utf-8")
        assert sum(len(chunk.lines) for chunk in table.chunks()) == 10_000
        assert tracemalloc.get_traced_memory()[1] < 15_000_000
    finally:
        tracemalloc.stop()


def test_a_value_without_an_end_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[{"text": "' + "x" * 3_000)
    with (
        patch("resilience.tables.json_text.MOST_IN_A_ROW", 1_000),
        patch("resilience.tables.text_rows.BLOCK", 100),
        pytest.raises(Exception, match="has more than 1,000 characters"),
    ):
        open_table(tmp_path / "a.json", Format.JSON, "utf-8")
