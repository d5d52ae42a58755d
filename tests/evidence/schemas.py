"""Record files and the schemas that they name."""

import json
from functools import cache
from pathlib import Path

from jsonschema import Draft7Validator

from resilience.evidence.kinds import MODELINE_START, Kind
from resilience.evidence.yaml_reader import parse


def files_of(folder: Path, kind: Kind) -> list[Path]:
    """List the files of a kind below an evidence folder."""
    return sorted(folder.glob(f"{kind.folder or '.'}/{'*' if kind.folder else kind.name}.yml"))


def faults(path: Path) -> list[str]:
    """Check a file by the schema that its first line names."""
    text = path.read_text(encoding="utf-8")
    first = text.partition("\n")[0]
    assert first.startswith(MODELINE_START), path
    schema = (path.parent / first.removeprefix(MODELINE_START)).resolve()
    return [f"{path.name}: {error.message}" for error in _validator(schema).iter_errors(parse(text))]


@cache
def _validator(path: Path) -> Draft7Validator:
    schema = json.loads(path.read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)
