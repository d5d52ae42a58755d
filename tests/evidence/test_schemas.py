"""The schemas that editors check by are those of the models, and records fit them."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from tests.evidence.schemas import faults, files_of
from tests.frozen import BOOK

from resilience.evidence import EvidenceBase
from resilience.evidence.kinds import KINDS, Kind
from resilience.evidence.schemas import stale_schemas, write_schemas


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the small book's evidence, with its schemas beside it."""
    folder = shutil.copytree(BOOK / "evidence", tmp_path_factory.mktemp("book") / "evidence")
    write_schemas(EvidenceBase(folder))
    return folder


def schema_of(written: Path, name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((written / f"schema/{name}.json").read_text(encoding="utf-8"))
    return read


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_files_fit_the_schema_that_they_name(written: Path, kind: Kind) -> None:
    assert files_of(written, kind)
    assert [fault for path in files_of(written, kind) for fault in faults(path)] == []


def test_the_name_of_a_file_gives_its_key(written: Path) -> None:
    for kind in KINDS:
        assert kind.identity not in schema_of(written, kind.name)["properties"]


def test_editors_offer_the_types_with_their_labels(written: Path, frozen: EvidenceBase) -> None:
    items = schema_of(written, "study")["properties"]["types"]["items"]
    assert dict(zip(items["enum"], items["enumDescriptions"], strict=True)) == {
        slug: type_.label for slug, type_ in frozen.types.items()
    }


def test_editors_refuse_a_slip(written: Path) -> None:
    validator = Draft7Validator(schema_of(written, "gaps"))
    errors = {error.validator for error in validator.iter_errors({"gap": []})}
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
