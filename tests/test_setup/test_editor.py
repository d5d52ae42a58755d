"""Editors complete and check each evidence file against its schema."""

import json
from pathlib import Path

ROOT = Path(__file__).parents[2]
MAPPED: dict[str, str] = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))[
    "yaml.schemas"
]


def test_every_schema_is_mapped() -> None:
    schemas = {path.relative_to(ROOT).as_posix() for path in (ROOT / "evidence/schema").glob("*.json")}
    assert schemas
    assert set(MAPPED) == schemas


def test_every_mapping_finds_files() -> None:
    # Nobody may have decided on a match, answered a sample or logged a search, so those folders may be empty.
    awaited = {"evidence/matches/*.yml", "evidence/samples/*.yml", "evidence/searches/*.yml"}
    assert {pattern for pattern in MAPPED.values() if not list(ROOT.glob(pattern))} <= awaited
    assert all((ROOT / pattern).parent.is_dir() for pattern in awaited)


def test_every_evidence_file_has_a_schema() -> None:
    mapped = {path for pattern in MAPPED.values() for path in ROOT.glob(pattern)}
    assert sorted(set((ROOT / "evidence").rglob("*.yml")) - mapped) == []
