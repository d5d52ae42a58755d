"""Walk a file's data along its model, so that a rule meets every effect or address wherever it stands.

The data is taken as it is, valid or not: a slip in one field must not hide a problem in another.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from resilience.checks.document import Document, Part
from resilience.evidence.yaml_reader import Path
from resilience.records.base import Record, record_in


def parts_of(document: Document) -> Iterator[Part]:
    """Yield all groups of fields in a file, the outermost first."""
    return _walk(document, (), document.kind.model, document.data)


def _walk(document: Document, path: Path, model: type[Record], data: Any) -> Iterator[Part]:
    if isinstance(data, dict):
        yield Part(document, path, model, data)
        for name, inner in models_within(model).items():
            if name in data:
                yield from _walk(document, (*path, name), inner, data[name])
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield from _walk(document, (*path, index), model, item)


@cache
def models_within(model: type[Record]) -> dict[str, type[Record]]:
    """Give the models of the fields that hold further records."""
    found = {name: record_in(field.annotation) for name, field in model.model_fields.items()}
    return {name: inner for name, inner in found.items() if inner}
