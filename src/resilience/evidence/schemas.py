"""JSON Schemas of the record files, made from the models: editors complete and check by them."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from resilience.evidence.base import EvidenceBase
from resilience.evidence.fields import Labels, labels_of
from resilience.evidence.kinds import KINDS, SCHEMA_FOLDER, Kind
from resilience.records.slugs import OR_ELSE, POINTS_AT, Named
from resilience.records.vocabulary import Labelled

_DIALECT = "http://json-schema.org/draft-07/schema#"
"""The newest that editors' YAML extensions know in full."""


def schema_texts(base: EvidenceBase) -> dict[str, str]:
    """Write the schema of each kind of record file, by its name below `evidence/schema/`.

    Slugs of the code frame become lists to choose from; councils and works are too many and grow too often.
    """
    known = labels_of(base)
    return {f"{kind.name}.json": _text(_schema(kind, known)) for kind in KINDS}


def stale_schemas(base: EvidenceBase) -> list[str]:
    """Name the schema files that are missing, left over or not as the models would write them."""
    folder, wanted = base.folder / SCHEMA_FOLDER, schema_texts(base)
    found = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")}
    return sorted(name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name))


def write_schemas(base: EvidenceBase) -> list[Path]:
    """Write the schema files that are stale, delete those of kinds that are no more, and name both."""
    folder, wanted = base.folder / SCHEMA_FOLDER, schema_texts(base)
    folder.mkdir(exist_ok=True)
    changed = [folder / name for name in stale_schemas(base)]
    for path in changed:
        if path.name in wanted:
            path.write_text(wanted[path.name], encoding="utf-8", newline="\n")
        else:
            path.unlink()
    return changed


def _text(schema: JsonSchemaValue) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _schema(kind: Kind, known: Mapping[Named, Labels]) -> JsonSchemaValue:
    schema = kind.model.model_json_schema(schema_generator=_Generator)
    if kind.identity:
        del schema["properties"][kind.identity]
        schema["required"].remove(kind.identity)
    for field in _pointing(schema):
        _offer(field, known.get(Named(field.pop(POINTS_AT)), {}))
    return {"$schema": _DIALECT, **schema}


def _pointing(part: Any) -> Iterator[dict[str, Any]]:
    """Find the fields whose slugs point at something."""
    if isinstance(part, dict):
        if POINTS_AT in part:
            yield part
        for inner in part.values():
            yield from _pointing(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _pointing(inner)


def _offer(field: dict[str, Any], labels: Labels) -> None:
    or_else = field.pop(OR_ELSE)
    if labels:
        del field["pattern"]
        field["enum"] = [*labels, *or_else]
        field["enumDescriptions"] = [*labels.values(), *or_else]


class _Generator(GenerateJsonSchema):
    """Pydantic's generator, with the labels of closed lists and without titles made up from field names."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Leave fields without titles: editors show the name."""
        return False

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        """Put each member's label beside it, where editors show it."""
        made = super().enum_schema(schema)
        if issubclass(schema["cls"], Labelled):
            made["enumDescriptions"] = [member.label for member in schema["members"]]
        return made
