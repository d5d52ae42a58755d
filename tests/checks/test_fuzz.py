"""No rule ever raises, whatever stands in a file."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checks.case_files import GOOD, TODAY

from resilience.checks import check
from resilience.checks.document import models_within
from resilience.evidence.kinds import KINDS, Kind
from resilience.evidence.yaml_reader import parse

FILES = sorted(path.relative_to(GOOD).as_posix() for path in GOOD.rglob("*") if path.is_file())
RECORDS = [name for name in FILES if name.endswith(".yml")]


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as parent:
        yield Path(shutil.copytree(GOOD, Path(parent) / "evidence"))


def checked_with(folder: Path, name: str, content: bytes) -> None:
    """Check the good folder with one file replaced; each problem must have a place and a sentence."""
    path = folder / name
    before = path.read_bytes()
    path.write_bytes(content)
    try:
        problems = check(folder, TODAY)
    finally:
        path.write_bytes(before)
    assert all(problem.line >= 1 and problem.message and problem.mend for problem in problems)


PIECES = [
    "a",
    "no",
    "1_0",
    "2020-01-01",
    ": ",
    "- ",
    "\n",
    "  ",
    "\t",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    ",",
    "#",
    "&x",
]
YAML_LIKE = st.lists(
    st.sampled_from(
        [*PIECES, "*x", "!t", "|", ">-", "? ", "---", "...", "%", "@", "`", "\r", "\u202e", "\x85", "é"]
    )
    | st.text(max_size=3),
    max_size=40,
).map("".join)
BIBTEX_LIKE = st.lists(
    st.sampled_from(
        ["@article", "@string", "@comment", "@", "{", "}", "k,", "k-1,", " = ", '"', "#", ",", "\\", "\n"]
    )
    | st.text(max_size=3),
    max_size=40,
).map("".join)
CSV_LIKE = st.lists(
    st.sampled_from(
        ["lon", "lat", "vi", "_pct", "x_code", "neighbourhood", ",", ",", "\n", '"', "1e99", "-", "nan"]
    )
    | st.text(max_size=3),
    max_size=40,
).map("".join)


@settings(max_examples=60)
@given(name=st.sampled_from(RECORDS), text=YAML_LIKE)
def test_any_yaml(folder: Path, name: str, text: str) -> None:
    checked_with(folder, name, text.encode("utf-8", "replace"))


@settings(max_examples=60)
@given(text=BIBTEX_LIKE)
def test_any_bibtex(folder: Path, text: str) -> None:
    checked_with(folder, "references.bib", text.encode("utf-8", "replace"))


@settings(max_examples=60)
@given(name=st.sampled_from(["places/areas.csv", "places/README.md", "pools/effects.csv"]), text=CSV_LIKE)
def test_any_table(folder: Path, name: str, text: str) -> None:
    checked_with(folder, name, text.encode("utf-8", "replace"))


@settings(max_examples=40)
@given(name=st.sampled_from(FILES), content=st.binary(max_size=60))
def test_any_bytes(folder: Path, name: str, content: bytes) -> None:
    checked_with(folder, name, content)


def kind_in(name: str) -> Kind:
    return next(
        kind for kind in KINDS if name in (f"{kind.name}.yml",) or name.startswith(f"{kind.folder or '-'}/")
    )


def field_names(kind: Kind) -> list[str]:
    """Name all fields that a kind of record has anywhere."""
    ahead, names = [kind.model], set[str]()
    for model in ahead:
        names |= set(model.model_fields)
        ahead += [inner for inner in models_within(model).values() if inner not in ahead]
    return sorted(names)


VALUES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(
        [10**400, -1, 0, "https://[", "https://a.b.", "10.1/x", "<0.05", "2026-13-01", "OR", "benefit"]
    )
)


def nested(names: list[str]) -> st.SearchStrategy[Any]:
    return st.recursive(
        VALUES,
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(names), inner, max_size=4)
        ),
        max_leaves=8,
    )


def places(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """List every place in nested data."""
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(place for step, inner in steps for place in places(inner, (*path, step)))]


def put(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    """Put a value at a place in nested data."""
    if not path:
        return value
    data[path[0]] = put(data[path[0]], path[1:], value)
    return data


@settings(max_examples=120)
@given(data=st.data())
def test_any_value_anywhere(folder: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(RECORDS))
    record = parse((GOOD / name).read_text(encoding="utf-8"))
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.sampled_from(places(record)))
        record = put(record, place, data.draw(nested(field_names(kind_in(name)))))
    # JSON is YAML, and Python's writer knows no bounds to numbers.
    checked_with(folder, name, json.dumps(record).encode())
