"""The schemas that editors check by are those of the models, and the evidence fits them."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from resilience.evidence import EvidenceBase, load
from resilience.evidence.kinds import KINDS, MODELINE_START, Kind
from resilience.evidence.schemas import stale_schemas, write_schemas
from resilience.evidence.yaml_reader import parse

FOLDER = load(Path(__file__)).folder
FILES = {
    kind.name: sorted(FOLDER.glob(f"{kind.folder or '.'}/{'*' if kind.folder else kind.name}.yml"))
    for kind in KINDS
}


@cache
def validator(path: Path) -> Draft7Validator:
    schema = json.loads(path.read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def faults(path: Path) -> list[str]:
    """Check a file by the schema that its first line names."""
    text = path.read_text(encoding="utf-8")
    first = text.partition("\n")[0]
    assert first.startswith(MODELINE_START), path
    schema = (path.parent / first.removeprefix(MODELINE_START)).resolve()
    return [f"{path.name}: {error.message}" for error in validator(schema).iter_errors(parse(text))]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_real_files_fit_the_schema_that_they_name(kind: Kind) -> None:
    # No person has decided on a match yet.
    assert FILES[kind.name] or kind.name == "decisions"
    assert [fault for path in FILES[kind.name] for fault in faults(path)] == []


def test_the_schemas_are_not_stale(real: EvidenceBase) -> None:
    assert stale_schemas(real) == []


def schema_of(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((FOLDER / "schema" / f"{name}.json").read_text(encoding="utf-8"))
    return read


def test_the_name_of_a_file_gives_its_key() -> None:
    for kind in KINDS:
        assert kind.identity not in schema_of(kind.name)["properties"]


def test_editors_offer_the_types_with_their_labels(real: EvidenceBase) -> None:
    items = schema_of("study")["properties"]["types"]["items"]
    assert dict(zip(items["enum"], items["enumDescriptions"], strict=True)) == {
        slug: type_.label for slug, type_ in real.types.items()
    }


def test_editors_refuse_a_slip() -> None:
    errors = {error.validator for error in validator(FOLDER / "schema/gaps.json").iter_errors({"gap": []})}
    assert errors == {"additionalProperties", "required"}


def test_stale_schemas_are_named_and_written(folder: Path) -> None:
    base = EvidenceBase(folder)
    everything = sorted(f"{kind.name}.json" for kind in KINDS)
    assert stale_schemas(base) == everything
    assert [path.name for path in write_schemas(base)] == everything
    (folder / "schema/gaps.json").write_text("{}\n", "utf-8")
    (folder / "schema/left-over.json").write_text("{}\n", "utf-8")
    (folder / "schema/study.json").unlink()
    assert [path.name for path in write_schemas(base)] == ["gaps.json", "left-over.json", "study.json"]
    assert stale_schemas(base) == []
    assert write_schemas(base) == []
    assert not (folder / "schema/left-over.json").exists()
